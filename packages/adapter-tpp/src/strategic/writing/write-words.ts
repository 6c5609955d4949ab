import type { AnyEntry, EntryText } from "@gp2gp/core";
import type { Placed, RowDraft, RowWriting } from "@gp2gp/tabular";
import { compositeQuestion } from "../reading/free-texts.ts";
import { writeLabelled } from "../sections/labelled-texts.ts";
import { tableNamed } from "../wire/tables.ts";
import { questionOfRole } from "../wire/text-roles.ts";
import { extractWritingOf } from "./extract-writing.ts";
import type { ExtractWriting } from "./extract-writing.ts";

const column = "FreeText";
/** Words in which carried text could be found that is none. */
const likeCarried = /^~*\[Carried from the sending system\]$/m;

/** The rows of free text a row has, and where words may be carried. */
export interface WrittenWords {
  readonly rows: readonly RowDraft[];
  readonly text?: Placed["text"];
}

/** Writes the words of an entry: into the columns they are labelled for, else into rows of free text, one each. `hasPlace`: there is a row for its own words even where it has none. */
export function writeWords(
  row: RowDraft,
  { texts }: Pick<AnyEntry, "texts">,
  writing: ExtractWriting,
  about: { readonly hasPlace?: boolean; readonly question?: typeof compositeQuestion } = {},
): WrittenWords {
  const rest = writeLabelled(row, texts, writing);
  const own = rest.find(({ role }) => role === "note");
  const rows: RowDraft[] = [];
  let text: Placed["text"];
  const addOwn = (): void => {
    const place = addFreeText(row, writing.rows, about.question);
    rows.push(place);
    text = { row: place, column, own: own?.text };
  };
  if (!own && about.hasPlace === true) addOwn();
  for (const one of rest) {
    if (one === own) addOwn();
    else addFurther(row, one, rows, writing);
  }
  return { rows, ...(text && { text }) };
}

/** A text beside the first note, in a row that says which question it answers. */
function addFurther(
  row: RowDraft,
  { text, role }: EntryText,
  rows: RowDraft[],
  { rows: writing }: ExtractWriting,
): void {
  if (likeCarried.test(text)) return;
  const place = addFreeText(row, writing, questionOfRole(role));
  // What the character set lacks is carried.
  if (writing.set(place, column, text)) rows.push(place);
  else writing.drop(new Set([place]));
}

/** Adds a row of free text that names another row. */
export function addFreeText(row: RowDraft, writing: RowWriting, question?: string): RowDraft {
  const key = tableNamed(row.table)?.key ?? "RowIdentifier";
  const number = row.cells[key] ?? "";
  const event = row.table === "SREvent" ? number : row.cells["IDEvent"];
  const seed = `SRFreeText ${row.table} ${number} ${question ?? ""}`;
  const place = addFreeTextRow(writing, seed, event);
  writing.set(place, "Question", question);
  writing.set(place, "SRTable", row.table);
  writing.set(place, "IDSRTable", number);
  return place;
}

/** Adds a row of free text of the patient, in an event where one is given. */
export function addFreeTextRow(writing: RowWriting, seed: string, event?: string): RowDraft {
  const place = writing.addRow("SRFreeText");
  const { numbers, blanks } = extractWritingOf(writing);
  writing.set(place, "RowIdentifier", numbers.make(seed));
  writing.set(place, "IDPatient", writing.patientRows[0]?.cells["RowIdentifier"]);
  writing.set(place, "IDEvent", event);
  blanks.fill(place);
  return place;
}
