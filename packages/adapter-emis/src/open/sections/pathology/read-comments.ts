import type { EntryText } from "@gp2gp/core";
import type { WireCommentList } from "../../wire/ident-types.ts";

/** The lines of a laboratory's comment, one text each. */
export function readComments(
  list: WireCommentList | undefined,
  role: EntryText["role"],
): EntryText[] {
  return (list?.EDIComment ?? []).flatMap(({ FTX = "" }) =>
    FTX === "" ? [] : [{ text: FTX, role }],
  );
}
