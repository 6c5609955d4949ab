import type { SupplierAdapterV1 } from "@gp2gp/core";
import { readTabular, writeTabular } from "@gp2gp/tabular";
import { detectExtract } from "./detect-extract.ts";
import { tppSrCsvCoverage } from "./tpp-sr-csv-coverage.ts";
import { tppSrCsvFormat } from "./tpp-sr-csv-format.ts";
import { formatId } from "./tpp-sr-csv-options.ts";

/** TPP SystmOne Strategic Reporting extract: a folder of delimited files, of one or many patients. */
export const tppSrCsvAdapter = {
  specificationVersion: "v1",
  id: formatId,
  supplier: "tpp",
  format: {
    name: "TPP SystmOne Strategic Reporting CSV",
    versions: ["93"],
    mediaTypes: ["text/csv"],
    patients: "many",
    codeSystems: ["ctv3", "snomed", "multilex"],
  },
  coverage: tppSrCsvCoverage,
  detect: detectExtract,
  readEach: (source, context) => readTabular(tppSrCsvFormat, source, context),
  write: (record, context) => writeTabular(tppSrCsvFormat, record, context),
} as const satisfies SupplierAdapterV1;
