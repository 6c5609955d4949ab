import type { AnyEntry } from "@gp2gp/core";
import type { NarrativeStatement } from "@gp2gp/hl7v3";
import { writeStatementText } from "../shared/carried-slot.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality, writeStatusOf, writeTail } from "../shared/statement-head.ts";
import { writeShownDate } from "../../values/times.ts";

/** Free text; also the plainest form of an entry no class of the message is for. */
export function writeNarrative(
  entry: AnyEntry,
  scope: WriteScope,
  carry?: Carry,
): NarrativeStatement {
  return {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    text: writeStatementText(entry.texts[0], carry) ?? { nullFlavor: "NI" },
    ...writeStatusOf(entry),
    availabilityTime: writeShownDate(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeTail(entry, scope),
  };
}
