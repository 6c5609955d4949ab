import { decimalSchema } from "@gp2gp/core";
import type { Coded, Immunisation } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { quantityFromText } from "../../../shared/quantity-text.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { readEntryConcept } from "../read-concept.ts";
import type { ConceptColumns } from "../read-concept.ts";

export const immunisationColumns: ConceptColumns = {
  ctv3: "ImmsReadCode",
  snomed: "ImmsSNOMEDCode",
};

/** Reads vaccinations given, and what was refused or consented to. */
export function readImmunisations(extract: ExtractReading): void {
  for (const row of extract.of("SRImmunisation")) readImmunisation(row, extract);
  for (const row of extract.of("SRImmunisationConsent")) readConsent(row, extract);
}

function readImmunisation(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const { VaccBatchNumber: batchNumber, Dose: dose } = row.cells;
  const content = extract.sharedNamed("SRImmunisationContent", row, "IDImmunisationContent");
  const concept = readEntryConcept(row, immunisationColumns, start.origin.text?.carried, extract);
  const expires = extract.date(row, "DateExpiry");
  const part = extract.words(row, "VaccPart");
  const site = extract.words(row, "Location");
  const method = extract.words(row, "Method");
  const status = extract.words(row, "VaccinationStatus");
  const entry: Immunisation = {
    ...start.shape,
    ...start.dated,
    outcome: outcomeOf(status),
    ...(concept && { concept }),
    ...vaccineOf(content?.cells["Name"], content?.cells["Content"]),
    ...(part !== undefined && { part }),
    ...(batchNumber !== undefined && { batchNumber }),
    ...(expires !== undefined && { expires }),
    ...(site !== undefined && { site: words(site) }),
    ...(method !== undefined && { method: words(method) }),
    ...(dose !== undefined && doseOf(dose)),
    ...(status !== undefined && { status: codedAs(tppSystems.vaccinationStatus, status) }),
  };
  extract.add("immunisations", entry, start.origin);
}

/** A row is of a vaccination given. The words of a status are not published: one that does not say so leaves it open. */
function outcomeOf(status: string | undefined): Immunisation["outcome"] {
  const isGiven = status === undefined || (/\bgiven\b/i.test(status) && !/\bnot\b/i.test(status));
  return isGiven ? "given" : "not-stated";
}

const words = (text: string): Coded => ({ text, codings: [] });

function vaccineOf(
  name: string | undefined,
  content: string | undefined,
): Pick<Immunisation, "contents" | "vaccine"> {
  return {
    ...(name !== undefined && { vaccine: words(name) }),
    ...(content !== undefined && { contents: [content] }),
  };
}

/** A dose in words, as a quantity where it says just number and unit. */
function doseOf(text: string): Pick<Immunisation, "dose" | "doseText"> {
  const { quantity } = quantityFromText(text);
  const isWhole = quantity?.unit !== undefined && `${quantity.value} ${quantity.unit}` === text;
  return isWhole && decimalSchema.safeParse(quantity.value).success
    ? { dose: quantity }
    : { doseText: text };
}

/** A refusal is a vaccination that was refused; a consent by itself says nothing of one. */
function readConsent(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const entry: Immunisation = {
    ...start.shape,
    ...start.dated,
    outcome: extract.flag(row, "ConsentedToVacc") === false ? "refused" : "not-stated",
    ...vaccineOf(row.cells["VaccName"], row.cells["VaccContent"]),
  };
  extract.add("immunisations", entry, start.origin);
}
