import type { Authorisation, Coded, Coding, Quantity } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";
import { readDecimal } from "../../wire/cells.ts";

type SupplyFacts = Pick<
  Authorisation,
  "statement" | "dosages" | "quantity" | "quantityText" | "concept"
>;

/** What a course and an issue both say: the drug, the dose in words, and how much. */
export function readSupply(row: Row, id: string, reading: EmisReading): SupplyFacts {
  const { Dosage, Quantity: amount, QuantityUnit: unit } = row.cells;
  const value = readDecimal(amount);
  if (value.state === "malformed") reading.rows.report("value-malformed", { source: row.source });
  const quantity: Quantity = {
    ...(value.state === "known" && { value: value.value }),
    ...(unit !== undefined && { unit }),
  };
  const isWords = value.state === "malformed";
  const concept = reading.codes.drug(row, "CodeId");
  return {
    // The extract has no statements around its courses and issues: each is one.
    statement: id,
    ...(concept && { concept }),
    dosages: Dosage === undefined ? [] : [Dosage],
    ...(!isWords && Object.keys(quantity).length > 0 && { quantity }),
    ...(isWords && {
      quantityText: [amount, unit].filter((word) => word !== undefined).join(" "),
    }),
  };
}

/** A drug with the code the older systems had for it, which an issue has beside that of its dictionary. */
export function withLegacyCode(
  concept: Coded | undefined,
  code: string | undefined,
): Coded | undefined {
  if (code === undefined) return concept;
  const display = concept?.codings[0]?.display ?? concept?.text;
  const legacy: Coding = {
    system: "emis-drug",
    code,
    ...(display !== undefined && { display }),
    asserted: "source",
  };
  const { text: _, ...rest } = concept ?? {};
  return { ...rest, codings: [legacy, ...(concept?.codings ?? [])] };
}
