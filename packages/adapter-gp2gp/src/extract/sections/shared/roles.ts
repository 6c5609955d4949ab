import { roleCoded, roleOf } from "@gp2gp/core";
import type { Coded, ParticipantRole } from "@gp2gp/core";
import { participationTypes } from "@gp2gp/hl7v3";

/** HL7 ParticipationType. */
const system = "urn:oid:2.16.840.1.113883.5.90";

const roleByType: ReadonlyMap<string, ParticipantRole> = new Map([
  ["AUT", "author"],
  ["PRF", "performer"],
  ["PPRF", "primary-performer"],
  ["SPRF", "secondary-performer"],
  ["RESP", "responsible"],
  ["ENT", "entered-by"],
  ["INF", "informant"],
  ["AUTHEN", "authoriser"],
  ["VRF", "reviewer"],
  ["PRCP", "recipient"],
  ["CON", "consulter"],
  ["ATND", "attender"],
]);
const typeByRole: ReadonlyMap<ParticipantRole, string> = new Map(
  [...roleByType].map(([type, role]) => [role, type]),
);

/** The part a participation type stands for; types the record has no role for keep their code. */
export function readRole(typeCode: string | undefined): Coded {
  const role = typeCode === undefined ? undefined : roleByType.get(typeCode);
  if (role) return roleCoded(role);
  return typeCode === undefined || typeCode === ""
    ? { codings: [] }
    : { codings: [{ system, code: typeCode, asserted: "source" }] };
}

/** The participation type of a part; undefined where there is none. */
export function writeRole(role: Coded): string | undefined {
  const named = roleOf(role);
  if (named) return typeByRole.get(named);
  const code = role.codings.find((coding) => coding.system === system)?.code;
  return participationTypes.find((known) => known === code);
}
