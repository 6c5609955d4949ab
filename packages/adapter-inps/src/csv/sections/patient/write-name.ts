import type { PersonName } from "@gp2gp/core";
import type { RowDraft, RowWriting } from "@gp2gp/tabular";

/** Writes a name; one given whole stands as the surname. */
export function writeName(row: RowDraft, name: PersonName | undefined, writing: RowWriting): void {
  if (!name) return;
  const { prefixes, given, family, text } = name;
  writing.set(row, "TITLE", prefixes?.join(" "));
  writing.set(row, "FORENAME", given?.join(" "));
  writing.set(row, "SURNAME", family?.join(" ") ?? (given ? undefined : text));
}
