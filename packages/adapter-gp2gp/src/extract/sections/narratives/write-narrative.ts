import { dateOfEffective } from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import type { ED, NarrativeStatement } from "@gp2gp/hl7v3";
import { writeStatementText } from "../shared/carried-slot.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality, writeStatusOf, writeTail } from "../shared/statement-head.ts";
import { writeShownDate } from "../../values/times.ts";
import { isPlainComment, writeComment } from "./pathology-comment.ts";

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
    text: writeWords(entry, scope, carry) ?? { nullFlavor: "NI" },
    ...writeStatusOf(entry),
    availabilityTime: writeShownDate(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeTail(entry, scope),
  };
}

/** The words of an entry; a comment in a report says that it is one. */
function writeWords(entry: AnyEntry, scope: WriteScope, carry: Carry | undefined): ED | undefined {
  const [text] = entry.texts;
  const words = writeStatementText(text, carry);
  if (!words || !text || !isPlainComment(text) || !isInReport(entry, scope)) return words;
  return writeComment(words, "USER COMMENT", dateOfEffective(entry.effective));
}

function isInReport({ within }: AnyEntry, scope: WriteScope): boolean {
  const classCode = within === undefined ? undefined : scope.target(within)?.classCode;
  return classCode === "CLUSTER" || classCode === "BATTERY";
}
