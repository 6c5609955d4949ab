import type { SupplierAdapterV1 } from "@gp2gp/core";
import { readTabular, writeTabular } from "@gp2gp/tabular";
import { detectEmisCsv } from "./detect-emis-csv.ts";
import { emisCsvCoverage } from "./emis-csv-coverage.ts";
import { formatId } from "./emis-csv-data.ts";
import { emisCsvFormat } from "./emis-csv-format.ts";
import { emisCsvOptionsOf } from "./emis-csv-options.ts";
import { writtenVersions } from "./wire/layouts.ts";

/** The EMIS Extract Service, or IM1 bulk, bundle of CSV files: a practice's patients out of EMIS Web. */
export const emisCsvAdapter = {
  specificationVersion: "v1",
  id: formatId,
  supplier: "emis",
  format: {
    name: "EMIS Extract Service CSV",
    versions: writtenVersions,
    mediaTypes: ["text/csv"],
    patients: "many",
    codeSystems: ["read-v2", "emis", "snomed", "emis-drug"],
  },
  coverage: emisCsvCoverage,
  detect: detectEmisCsv,
  readEach(source, context) {
    emisCsvOptionsOf(context.options);
    return readTabular(emisCsvFormat, source, context);
  },
  write: (record, context) => writeTabular(emisCsvFormat, record, context),
} satisfies SupplierAdapterV1;
