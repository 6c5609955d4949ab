import { partsOfDate } from "@gp2gp/core";
import type { EntryText } from "@gp2gp/core";
import type { Row, RowDraft } from "@gp2gp/tabular";
import type { ListWords } from "../reading/list-words.ts";
import { dateFromCell, dateToCell, flagFromCell } from "../wire/cells.ts";
import { labelledColumnsOf } from "../wire/labelled-columns.ts";
import type { LabelledColumn } from "../wire/labelled-columns.ts";
import type { ExtractWriting } from "../writing/extract-writing.ts";

/** What the columns of a row say that the record has no member for: `Rota: Morning surgery`. */
export function readLabelled(row: Row, lists: ListWords): EntryText[] {
  return labelledColumnsOf(row.table).flatMap((labelled) => {
    const words = wordsIn(row, labelled, lists);
    return words === undefined ? [] : [{ text: `${labelled.label}: ${words}`, role: "displayed" }];
  });
}

function wordsIn(
  row: Row,
  { column, kind, unlike, apart }: LabelledColumn,
  lists: ListWords,
): string | undefined {
  const cell = lists.wordsIn(row, column);
  if (cell === undefined || apart?.includes(cell) === true) return undefined;
  if (unlike !== undefined && row.cells[unlike] === cell) return undefined;
  switch (kind) {
    case "words":
      return cell;
    case "date":
      return dateFromCell(cell) ?? cell;
    case "flag":
    case "denied": {
      const raised = flagFromCell(cell);
      if (raised === undefined) return cell;
      if (raised !== (kind === "flag")) return undefined;
      return raised ? "yes" : "no";
    }
  }
}

/** Writes the texts that stand behind the label of a column into it; answers those that do not. */
export function writeLabelled(
  row: RowDraft,
  texts: readonly EntryText[],
  writing: ExtractWriting,
): readonly EntryText[] {
  const columns = labelledColumnsOf(row.table);
  const written = new Set<EntryText>();
  for (const { column, label, kind, unlike } of columns) {
    const start = `${label}: `;
    const text = texts.find((one) => one.role === "displayed" && one.text.startsWith(start));
    const said = text?.text.slice(start.length) ?? "";
    if (text && writeWords(row, { column, kind }, said, writing)) written.add(text);
    else if (unlike !== undefined) writing.put(row, column, row.cells[unlike]);
  }
  return texts.filter((text) => !written.has(text));
}

function writeWords(
  row: RowDraft,
  { column, kind }: Pick<LabelledColumn, "column" | "kind">,
  said: string,
  writing: ExtractWriting,
): boolean {
  switch (kind) {
    case "words":
      return writing.putListed(row, column, said);
    case "date":
      return writing.put(row, column, partsOfDate(said) ? dateToCell(said) : said);
    case "flag":
    case "denied":
      if (said === "yes" || said === "no") return writing.putFlag(row, column, said === "yes");
      return writing.put(row, column, said);
  }
}
