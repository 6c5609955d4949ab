import { labelOf } from "@gp2gp/core";
import type { Coded, Supply } from "@gp2gp/core";
import type { Placed, PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { writeDecimal } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";

const dmdCode = /^\d{6,18}$/;

/** What is to be said of a drug's codes. */
type SaidOfDrug = Pick<Placed, "reasons" | "mapped">;

/** The columns of a drug, its dose and quantity; answers why the drug's codes do not stand there. */
export function writeSupply(row: RowDraft, placed: PlacedEntry, writing: EmisWriting): SaidOfDrug {
  const { concept, dosages, quantity } = placed.entry as Supply;
  // A dose in two lines is not half a dose: together they are read.
  writing.put(row, "Dosage", dosages.length > 0 ? dosages.join("; ") : undefined);
  const value = writeDecimal(quantity?.value);
  if (quantity?.comparator === undefined && value !== undefined) {
    const holdsUnit =
      quantity?.unit === undefined || writing.put(row, "QuantityUnit", quantity.unit);
    if (holdsUnit) writing.put(row, "Quantity", value);
  }
  if (!concept) return {};
  const { codeId, ...said } = drugOf(concept, placed, writing);
  writing.put(row, "CodeId", codeId);
  return said;
}

/** A drug is known by its dm+d code; one without is known by its name, so that it is never a stand-in. */
function drugOf(
  concept: Coded,
  { section, index }: PlacedEntry,
  writing: EmisWriting,
): SaidOfDrug & { readonly codeId: string | undefined } {
  const { codings } = concept;
  const source = codings.filter(({ asserted }) => asserted === "source");
  const dmd = source.find(({ system, code }) => system === "snomed" && dmdCode.test(code));
  const term = dmd ? dmd.display : labelOf(concept);
  const known = writing.codes.knownDrug(source, term);
  if (known !== undefined) return { codeId: known };
  const about = (name: string | undefined) => (name === undefined ? {} : { Term: name });
  if (dmd) return { codeId: writing.codes.drug({ ...about(term), DmdProductCodeId: dmd.code }) };
  if (codings.length === 0)
    return { codeId: term === undefined ? undefined : writing.codes.drug(about(term)) };
  const shown = writing.rows.codeFor(concept, {
    targets: ["snomed"],
    kind: "medication",
    at: { section, index },
  });
  const isFound = shown?.by === "map" && dmdCode.test(shown.coding.code);
  const { reasons, mapped } = isFound ? shown : { reasons: { concept: "no-code-map" } as const };
  // Under the name it was prescribed by, whatever a map found.
  const drug = { ...about(term), ...(isFound && { DmdProductCodeId: shown.coding.code }) };
  const codeId = Object.keys(drug).length > 0 ? writing.codes.drug(drug) : undefined;
  return { codeId, ...(reasons && { reasons }), ...(mapped !== undefined && { mapped }) };
}
