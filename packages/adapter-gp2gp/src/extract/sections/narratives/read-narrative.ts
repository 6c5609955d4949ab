import type { EntryText } from "@gp2gp/core";
import type { NarrativeStatement } from "@gp2gp/hl7v3";
import { readSlot } from "../shared/carried-slot.ts";
import type { SlotText } from "../shared/carried-slot.ts";
import { withoutHead } from "./pathology-comment.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";

// gp2gp-messages 2.4: pathology comments begin `CommentType:<TYPE>`
const comment = /^\s*CommentType:/;

/** Free text. The comments laboratories and filing systems add keep their own grammar and are comments. */
export function readNarrative(
  statement: NarrativeStatement,
  scope: ReadScope,
): Reading<"narratives"> {
  const { texts, carried } = readStatementText(statement);
  return {
    section: "narratives",
    entry: { ...readHead([statement.id], undefined, statement, scope), texts },
    carried,
  };
}

/** The words of a statement that has one text. */
export function readStatementText(statement: Pick<NarrativeStatement, "text">): {
  readonly texts: readonly EntryText[];
  readonly carried: SlotText["carried"];
} {
  const plain = withoutHead(statement.text);
  const { text, carried } = readSlot(plain ?? statement.text);
  if (text === undefined) return { texts: [], carried };
  const mediaType = plain ? undefined : statement.text?.mediaType;
  const media = mediaType === undefined || mediaType === "" ? {} : { mediaType };
  const role = plain || comment.test(text) ? "comment" : "note";
  return { texts: [{ text, role, ...media }], carried };
}
