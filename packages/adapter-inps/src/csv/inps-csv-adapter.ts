import type { SupplierAdapterV1 } from "@gp2gp/core";
import { readTabular, writeTabular } from "@gp2gp/tabular";
import { detectInpsCsv } from "./detect-inps-csv.ts";
import { inpsCsvCoverage } from "./inps-csv-coverage.ts";
import { inpsCsvFormat } from "./inps-csv-format.ts";
import { formatId } from "./inps-systems.ts";

/** The CSV extract of INPS Vision, version 0.18: files without header rows, of one or many patients. */
export const inpsCsvAdapter = {
  specificationVersion: "v1",
  id: formatId,
  supplier: "inps",
  format: {
    name: "INPS Vision extract CSV",
    versions: ["0.18"],
    mediaTypes: ["text/csv"],
    patients: "many",
    codeSystems: ["read-v2", "vision", "gemscript", "snomed", "bnf"],
  },
  coverage: inpsCsvCoverage,
  detect: detectInpsCsv,
  readEach: (source, context) => readTabular(inpsCsvFormat, source, context),
  write: (record, context) => writeTabular(inpsCsvFormat, record, context),
} as const satisfies SupplierAdapterV1;
