import { decimalSchema } from "@gp2gp/core";
import type { Quantity, Supply } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { isDecimal } from "../../wire/cells.ts";
import { drugEpisodes } from "../../wire/code-tables.ts";
import { addJournalRow, precisionReasons } from "../journal/add-journal-row.ts";
import { qualifierOf } from "../journal/entry-row.ts";
import { writeConcept } from "../journal/write-concept.ts";
import { writePlain } from "../journal/write-plain.ts";

export function writeAuthorisation(placed: PlacedEntry<"authorisations">, inps: InpsWriting): void {
  const subset = inps.supplies.subsetOf(placed.entry);
  if (!subset) return writePlain(placed, inps);
  const row = writeSupply(placed, subset, inps);
  inps.writing.set(row, "END_DATE", inps.supplies.endOf(placed.entry));
}

export function writeIssue(placed: PlacedEntry<"issues">, inps: InpsWriting): void {
  const subset = inps.supplies.subsetOfIssue(placed.entry);
  if (subset) writeSupply(placed, subset, inps);
  else writePlain(placed, inps);
}

/** A row of medication: the drug, its dosage as the words of the row, its quantity. */
function writeSupply(
  placed: PlacedEntry<"authorisations"> | PlacedEntry<"issues">,
  subset: "A" | "R" | "S",
  inps: InpsWriting,
): RowDraft {
  const { writing } = inps;
  const { section, entry } = placed;
  const row = addJournalRow(subset, placed, inps);
  const said = writeConcept(row, placed, inps, { isDrug: true });
  writing.set(row, "EPISODE", drugEpisodes[subset]);
  writeQuantity(row, entry, inps);
  const own = entry.dosages.length === 0 ? undefined : entry.dosages.join("\n");
  writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own },
    // An acute prescription is read as the authorisation of a course.
    isPlain: section === "issues" && subset === "A",
    ...said,
    reasons: { ...precisionReasons, ...said.reasons },
  });
  return row;
}

/** Of a quantity in words the number it begins with, `28 tablet(s)`. */
const countedWords = /^(\d+(?:\.\d+)?)\s+(\S[^\n]*)$/;

function writeQuantity(row: RowDraft, supply: Supply, { writing }: InpsWriting): void {
  const { value, unit, comparator } = supply.quantity ?? quantityIn(supply.quantityText) ?? {};
  if (value === undefined || comparator !== undefined || !isDecimal(value)) return;
  writing.set(row, "VALUE1_NAME", "QUANTITY");
  writing.set(row, "VALUE1", value);
  const hasPack = qualifierOf(supply.concept, "Pack size") !== undefined;
  writing.set(row, hasPack ? "VALUE1_UNITS" : "DRUG_PACKSIZE", unit);
}

function quantityIn(words: string | undefined): Quantity | undefined {
  const [, value = "", unit] = countedWords.exec(words ?? "") ?? [];
  return decimalSchema.safeParse(value).success ? { value, ...(unit && { unit }) } : undefined;
}
