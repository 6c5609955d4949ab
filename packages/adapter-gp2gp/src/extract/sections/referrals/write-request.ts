import type { AnyEntry, Referral } from "@gp2gp/core";
import type { RequestStatement } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeText } from "../../values/text.ts";
import { writeStatementText } from "../shared/carried-slot.ts";
import { writeAgentRef } from "../shared/participants.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import {
  writeConfidentiality,
  writeIds,
  writePriority,
  writeStatusOf,
  writeTail,
} from "../shared/statement-head.ts";
import { writeTimes } from "../../values/times.ts";

/** A request: a referral, or a test asked for. */
export function writeRequest(
  entry: AnyEntry & Pick<Referral, "recipient" | "mode">,
  scope: WriteScope,
  carry?: Carry,
): RequestStatement {
  const text = writeStatementText(entry.texts[0], carry);
  const mode = writeText(entry.mode);
  return {
    classCode: "OBS",
    moodCode: "RQO",
    // MIM: RequestStatement id is 1..2
    id: writeIds(entry.id, entry.identifiers, scope, 2),
    code: writeCoded(entry.concept),
    ...(text && { text }),
    ...writeStatusOf(entry),
    ...writeTimes(entry),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...((entry.recipient !== undefined || mode) && {
      responsibleParty: {
        typeCode: "RESP",
        ...(mode && { modeCode: { nullFlavor: "OTH", originalText: mode } }),
        agentRef: writeAgentRef(entry.recipient, scope),
      },
    }),
    ...writeTail(entry, scope),
  };
}
