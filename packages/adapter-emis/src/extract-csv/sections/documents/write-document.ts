import type { Document } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { guidOfId, isGuidId } from "../../../shared/guid.ts";
import { bareKey } from "../../reading/live-rows.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { writeQualifierCell } from "../observations/qualifiers.ts";
import { placeObservation, writeObservationRow } from "../observations/write-row.ts";

/** A document: a coded entry that names it. Its bytes are a file of that name. */
export function writeDocument(placed: PlacedEntry, writing: EmisWriting): void {
  const filing = { form: "attachment", marker: "document" } as const;
  const written = writeObservationRow(placed, filing, writing);
  const qualifiers = writeQualifierCell([], placed.entry.concept?.qualifiers ?? []);
  writing.put(written.row, "Qualifiers", qualifiers);
  writeContent(written.row, placed, writing);
  placeObservation(placed, written, {}, writing);
}

/** A document that stands in the row of the entry it belongs to. */
export function writeAttachedDocument(placed: PlacedEntry, writing: EmisWriting): void {
  const { within } = placed.entry;
  const row = within === undefined ? undefined : writing.rowsById.get(within);
  if (!row) throw new TypeError("the entry of a document has no row");
  writeContent(row, placed, writing);
  writing.rows.place(placed, { rows: [row] });
}

function writeContent(
  row: RowDraft,
  { section, index, entry }: PlacedEntry,
  writing: EmisWriting,
): void {
  const { identifiers, content } = entry as Document;
  const own = identifiers.find(({ system }) => system === emisSystems.documentStore)?.value;
  const key =
    own !== undefined && isGuidId(own) ? own : bareKey(row.cells["ObservationGuid"] ?? "");
  const stored = content.state === "stored" ? content : undefined;
  const file = stored && writing.rows.files.fileOf(stored, key);
  if (stored && !file)
    writing.rows.report("content-missing-in-store", { record: `/${section}/${index}` });
  writing.put(row, "DocumentGuid", guidOfId(file?.reference ?? key));
}
