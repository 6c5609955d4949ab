import { labelOf } from "@gp2gp/core";
import type { Immunisation } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import { rowSystem } from "../../wire/row-numbers.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writeConcept } from "../write-concept.ts";
import { writePlain } from "../write-plain.ts";
import { immunisationColumns } from "./read-immunisation.ts";

/** Writes a vaccination given, or one that was refused; one advised or not given is a stand-in with its words. */
export function writeImmunisation(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "immunisations");
  const isOf = (table: string) =>
    entry.identifiers.some(({ system }) => system === rowSystem(table));
  if (entry.outcome === "refused" || isOf("SRImmunisationConsent"))
    writeConsent(placed, entry, writing);
  else if (entry.outcome === "given" || isOf("SRImmunisation")) writeGiven(placed, entry, writing);
  else writePlain(placed, writing);
}

function writeGiven(placed: PlacedEntry, entry: Immunisation, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRImmunisation");
  const shown = entry.concept ? writeConcept(row, immunisationColumns, placed, writing) : {};
  writing.put(row, "IDImmunisationContent", contentOf(entry, writing));
  writing.putListed(row, "VaccPart", entry.part);
  writing.put(row, "VaccBatchNumber", entry.batchNumber);
  writing.putDate(row, "DateExpiry", entry.expires);
  writing.putListed(row, "Location", labelOf(entry.site));
  writing.putListed(row, "Method", labelOf(entry.method));
  writing.put(row, "Dose", entry.doseText ?? doseWords(entry));
  const status = onlyCodeIn(tppSystems.vaccinationStatus, entry.status);
  writing.putListed(row, "VaccinationStatus", status);
  placeWith(placed, { row, shown }, writing);
}

/** The vaccine and what it protects against; the codes of a row have no terms, so that its name is shown here. */
function contentOf(entry: Immunisation, writing: ExtractWriting): string | undefined {
  const name = labelOf(entry.vaccine) ?? labelOf(entry.concept);
  const content = entry.contents?.join(", ");
  return writing.lists.idOf("SRImmunisationContent", { Name: name, Content: content });
}

function doseWords({ dose }: Immunisation): string | undefined {
  if (dose?.value === undefined || dose.comparator !== undefined) return undefined;
  return [dose.value, dose.unit].filter((part) => part !== undefined).join(" ");
}

function writeConsent(placed: PlacedEntry, entry: Immunisation, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRImmunisationConsent");
  if (entry.outcome === "refused") writing.putFlag(row, "ConsentedToVacc", false);
  writing.put(row, "VaccName", labelOf(entry.vaccine) ?? labelOf(entry.concept));
  writing.put(row, "VaccContent", entry.contents?.join(", "));
  placeWith(placed, { row, shown: {} }, writing);
}

function placeWith(
  placed: PlacedEntry,
  { row, shown }: { readonly row: RowDraft; readonly shown: ReturnType<typeof writeConcept> },
  writing: ExtractWriting,
): void {
  const { rows, text } = writeWords(row, placed.entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }), ...shown });
}
