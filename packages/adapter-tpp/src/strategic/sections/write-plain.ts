import { isNotDone } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { ExtractWriting } from "../writing/extract-writing.ts";
import { addFreeTextRow, writeWords } from "../writing/write-words.ts";
import { codeColumns } from "./read-concept.ts";
import { reasonForStandIn, writeConcept } from "./write-concept.ts";

/** The plainest form of an entry the extract has no table for: a coded entry where it has a concept, else free text. */
export function writePlain(placed: PlacedEntry, writing: ExtractWriting): void {
  if (placed.entry.concept) writePlainCode(placed, writing);
  else writePlainText(placed, writing);
}

/** A coded entry that says of itself what it is. */
function writePlainCode(placed: PlacedEntry, writing: ExtractWriting): void {
  const { section, entry } = placed;
  const row = writing.start(placed, "SRCode");
  const standInFor = isNotDone(section, entry) ? "no-place" : reasonForStandIn(entry);
  const shown = writeConcept(row, codeColumns, placed, writing, { standInFor });
  writing.putFlag(row, "IsNumeric", false);
  writing.codes.set(entry.id, row);
  const { rows, text } = writeWords(row, entry, writing, { hasPlace: true });
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }), ...shown, isPlain: true });
}

/** Free text that says of itself what it is; beside the row it is about where one is given. */
export function writePlainText(
  placed: PlacedEntry,
  writing: ExtractWriting,
  about?: { readonly row: RowDraft; readonly question: string },
): void {
  const { entry, section } = placed;
  const row = narrativeRow(placed, writing);
  if (about) {
    writing.put(row, "SRTable", about.row.table);
    writing.put(row, "IDSRTable", about.row.cells["RowIdentifier"]);
    writing.put(row, "Question", about.question);
  }
  const own = entry.texts.find(({ role }) => role === "note")?.text;
  writing.place(placed, {
    rows: [row],
    text: { row, column: "FreeText", own },
    isPlain: section !== "narratives",
  });
}

function narrativeRow({ entry }: PlacedEntry, writing: ExtractWriting): RowDraft {
  const event = writing.events.get(entry.consultation ?? "")?.cells["RowIdentifier"];
  const row = addFreeTextRow(writing.rows, "", event);
  writing.put(row, "RowIdentifier", writing.numbers.of("SRFreeText", entry));
  if (entry.effective?.kind === "point") writing.putDate(row, "EventDate", entry.effective.at);
  return row;
}
