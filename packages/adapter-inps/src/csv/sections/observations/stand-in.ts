import { isNotDone } from "@gp2gp/core";
import type { AnyEntry, EntryOf, LossReason } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { isFamilyHistory } from "../../wire/read-families.ts";

/** Why the code of an entry would say something else in a row of the journal; undefined where it would not. */
export function standInFor({
  section,
  entry,
}: Pick<PlacedEntry, "section" | "entry">): LossReason | undefined {
  if (isNotDone(section, entry)) return "no-place";
  const { negated } = entry as Partial<EntryOf<"observations">>;
  return negated === true || isOfRelative(entry) ? "no-place" : undefined;
}

/** Whether the row of an entry says of the patient what the entry says. */
export function isShownAsItIs(placed: Pick<PlacedEntry, "section" | "entry">): boolean {
  return standInFor(placed) === undefined;
}

/** Whether an entry is about a relative, and its code does not say so itself. */
function isOfRelative({ subject, concept }: AnyEntry): boolean {
  if (subject === undefined) return false;
  const code = concept?.codings.find(({ system }) => system === "read-v2")?.code;
  return code === undefined || !isFamilyHistory(code);
}
