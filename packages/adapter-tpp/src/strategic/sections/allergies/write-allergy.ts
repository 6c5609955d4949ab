import type { Allergy, Coded } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { rowSystem } from "../../wire/row-numbers.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writePlain } from "../write-plain.ts";

/**
 * Writes an allergy to one drug or drug group that has a Multilex code as a sensitivity, which prescribing
 * is checked against; any other is a coded entry, as the system itself has them.
 */
export function writeAllergy(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "allergies");
  const product = onlyCode(entry, "drug", "multilex");
  const action = onlyCode(entry, "drug-group", tppSystems.multilexAction);
  if (product === undefined && action === undefined && !isEmptySensitivity(entry)) {
    writePlain(placed, writing);
    return;
  }
  const row = writing.start(placed, "SRDrugSensitivity");
  writing.put(row, "IDDrugCode", product);
  writing.put(row, "IDMultiLexAction", action);
  writing.putDate(row, "DateEnded", entry.ended);
  if (entry.formulationSpecific !== undefined)
    writing.putFlag(row, "FormulationSpecific", entry.formulationSpecific);
  if (product !== undefined) nameProduct(product, entry.substances[0], writing);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}

function onlyCode(
  { kind, substances }: Allergy,
  wanted: Allergy["kind"],
  wantedSystem: string,
): string | undefined {
  const [substance, ...others] = substances;
  const coding = substance?.codings.find(
    ({ system, asserted }) => system === wantedSystem && asserted === "source",
  );
  const isWanted = kind === wanted && others.length === 0 && coding?.code !== "-1";
  return isWanted ? coding?.code : undefined;
}

/** A sensitivity of the extract that does not say to what. */
function isEmptySensitivity({ kind, substances, concept, identifiers }: Allergy): boolean {
  return (
    kind === "unspecified" &&
    substances.length === 0 &&
    concept === undefined &&
    identifiers.some(({ system }) => system === rowSystem("SRDrugSensitivity"))
  );
}

/** The extract names a product in its dictionary of drugs alone. */
function nameProduct(product: string, substance: Coded | undefined, writing: ExtractWriting): void {
  const codings = substance?.codings ?? [];
  const own = codings.find(({ system }) => system === "multilex");
  const ctv3 = codings
    .slice(codings.findIndex((coding) => coding === own) + 1)
    .find(({ system, asserted }) => system === "ctv3" && asserted === "source");
  const name = own?.display ?? substance?.text;
  if (name === undefined) return;
  writing.lists.idOf("SRMedicationReadCodeDetails", {
    IDMultiLexProduct: product,
    DrugReadCode: ctv3?.code,
    DrugReadCodeDesc: name,
  });
}
