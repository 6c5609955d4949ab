import type { Coded } from "../values/coded.ts";

/** The parts people play in an entry, as codes of the system `gp2gp-role`. */
export const participantRoles = [
  "author",
  "performer",
  "primary-performer",
  "secondary-performer",
  "responsible",
  "entered-by",
  "informant",
  "authoriser",
  "reviewer",
  "recipient",
  "consulter",
  "attender",
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

const coded = new Map<ParticipantRole, Coded>(
  participantRoles.map((code) => [
    code,
    { codings: [{ system: "gp2gp-role", code, asserted: "source" }] },
  ]),
);

/** A role as the coded concept participants hold. */
export function roleCoded(role: ParticipantRole): Coded {
  return coded.get(role) ?? { codings: [] };
}

/** The role a participant plays, where it is one of the named ones. */
export function roleOf(role: Coded): ParticipantRole | undefined {
  const code = role.codings.find((coding) => coding.system === "gp2gp-role")?.code;
  return participantRoles.find((known) => known === code);
}
