import type { Coded } from "@gp2gp/core";
import type { CS } from "@gp2gp/hl7v3";
import { addedMark } from "../../values/local-system.ts";
import { isToken } from "../../values/text.ts";

/** HL7 ActStatus. */
const system = "urn:oid:2.16.840.1.113883.5.14";

/** The status a code gives. COMPLETE, which every finished statement has, says nothing of its own. */
export function readStatus(status: CS | undefined): Coded | undefined {
  return status?.code === "COMPLETE" ? undefined : readStatedStatus(status);
}

/** The status a code gives, COMPLETE among them. */
export function readStatedStatus(status: CS | undefined): Coded | undefined {
  const code = status?.code;
  return code === undefined || code === ""
    ? undefined
    : { codings: [{ system, code, asserted: "source" }] };
}

/** The code of a status; COMPLETE where there is none. */
export function writeStatus(status: Coded | undefined): CS {
  return { code: statusCode(status) ?? "COMPLETE" };
}

/** The ActStatus code of a status, where it has one that a message can hold. */
export function statusCode(status: Coded | undefined): string | undefined {
  const code = status?.codings.find((coding) => coding.system === system)?.code;
  return code !== undefined && isToken(code) ? code : undefined;
}

/** Of an authorisation that is past, where the record says no more; real messages say COMPLETE of others too. */
export const pastStatus = { code: "COMPLETE", updateMode: addedMark } as const;

export const isPastStatus = (status: CS | undefined): boolean =>
  status?.code === pastStatus.code && status.updateMode === pastStatus.updateMode;
