import type { AnyEntry, LossReason } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { inpsSystems } from "../../inps-systems.ts";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { writeDay, writeDocumentId } from "../../wire/cells.ts";
import type { Subset } from "../../wire/subset.ts";

const actors = [
  "performer",
  "primary-performer",
  "author",
  "responsible",
  "authoriser",
  "entered-by",
] as const;

/** A row of the journal with what every entry says. CONTEXT is A: of the actual patient. */
export function addJournalRow(subset: Subset, placed: PlacedEntry, inps: InpsWriting): RowDraft {
  const { writing } = inps;
  const { entry } = placed;
  const row = inps.addEntryRow("journal", placed, actors);
  const document = entry.identifiers.find(({ system }) => system === inpsSystems.document)?.value;
  writing.set(row, "RECORDED_DATE", writeDay(entry.recorded));
  writing.set(row, "DOCUMENT_ID", document && writeDocumentId(document));
  writing.set(row, "CONTEXT", "A");
  writing.set(row, "SUBSET", subset);
  return row;
}

/** The note of an entry. */
export function ownWords({ texts }: AnyEntry): string | undefined {
  return texts.find(({ role }) => role === "note")?.text;
}

/** Why a member of an entry does not stand in its row, where it is not for want of a column. */
export const precisionReasons: Readonly<Record<string, LossReason>> = {
  effective: "precision-not-representable",
  recorded: "precision-not-representable",
};
