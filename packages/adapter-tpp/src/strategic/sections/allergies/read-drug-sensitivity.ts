import type { Allergy, Coded } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { referenceIn } from "../../wire/cells.ts";

/** Reads the sensitivities to a product of Multilex or to an action group of it. Other allergies are coded entries. */
export function readDrugSensitivities(extract: ExtractReading): void {
  for (const row of extract.of("SRDrugSensitivity")) {
    const start = extract.start(row);
    const product = referenceIn(row.cells["IDDrugCode"]);
    const action = referenceIn(row.cells["IDMultiLexAction"]);
    const ended = extract.date(row, "DateEnded");
    const formulationSpecific = extract.flag(row, "FormulationSpecific");
    const entry: Allergy = {
      ...start.shape,
      ...start.dated,
      kind: product !== undefined ? "drug" : action !== undefined ? "drug-group" : "unspecified",
      substances: [
        ...(product === undefined ? [] : [productOf(product, row, extract)]),
        ...(action === undefined ? [] : [actionOf(action, row, extract)]),
      ],
      ...(ended !== undefined && { ended }),
      ...(formulationSpecific !== undefined && { formulationSpecific }),
    };
    extract.add("allergies", entry, start.origin);
  }
}

/** A product with the name and code the extract's own dictionary has for it. */
function productOf(product: string, row: Row, { rows }: ExtractReading): Coded {
  const { DrugReadCode: code, DrugReadCodeDesc: name } =
    rows.rows.shared.find("SRMedicationReadCodeDetails", product)?.cells ?? {};
  if (name === undefined)
    rows.issues.push(
      issue("value-unmapped", {
        source: row.source,
        detail: { column: "IDDrugCode", value: product },
      }),
    );
  const { codings } = codedAs("multilex", product, name);
  return {
    codings: [...codings, ...(code === undefined ? [] : codedAs("ctv3", code, name).codings)],
  };
}

/** An action group, of which the extract has no name. */
function actionOf(action: string, row: Row, { rows }: ExtractReading): Coded {
  rows.issues.push(
    issue("value-unmapped", {
      source: row.source,
      detail: { column: "IDMultiLexAction", value: action },
    }),
  );
  return codedAs(tppSystems.multilexAction, action);
}
