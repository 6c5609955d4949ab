import type { EntryText } from "@gp2gp/core";
import type { ED } from "@gp2gp/hl7v3";
import { writeDateTime } from "../../values/date-time.ts";

/** Who a comment in a pathology report is of, as real messages say it (gp2gp-messages 2.4). */
export type CommentType =
  | "USER COMMENT"
  | "LABORATORY RESULT COMMENT(E141)"
  | "AGGREGATE COMMENT SET";

const mediaType = "text/x-h7uk-pmip";
/** A default of the schema that nobody else writes out: that the head of a comment is a writer's, and none of its words. */
const representation = "TXT";
const head = /^CommentType:[^\n]*\nCommentDate:[^\n]*\n\n/;

/** The words of a comment as receivers of pathology reports look for them: with a head that says of whom and when. */
export function writeComment(words: ED, type: CommentType, date: string | undefined): ED {
  const digits = /^\d+/.exec(writeDateTime(date) ?? "")?.[0];
  const when = digits !== undefined && digits.length >= 8 ? digits : "UNK";
  const content = `CommentType:${type}\nCommentDate:${when}\n\n${words.content ?? ""}`;
  return { mediaType, representation, content };
}

/** The text element of a comment without the head a writer gave it; undefined where it has none. */
export function withoutHead(text: ED | undefined): ED | undefined {
  if (text?.representation !== representation || text.mediaType !== mediaType) return undefined;
  const { content = "" } = text;
  return head.test(content) ? { content: content.replace(head, "") } : undefined;
}

/** Whether a text is a comment that says nothing of whom it is. */
export const isPlainComment = ({ text, role, mediaType: media, sequence }: EntryText): boolean =>
  role === "comment" &&
  media === undefined &&
  sequence === undefined &&
  !/^\s*CommentType:/.test(text);
