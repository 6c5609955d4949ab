import type { SupplierAdapterV1 } from "@gp2gp/core";
import { detectEmisOpen } from "./detect-emis-open.ts";
import { formatId } from "./emis-data.ts";
import { emisOpenCoverage } from "./emis-open-coverage.ts";
import { readEmisOpen } from "./reading/read-emis-open.ts";
import { writeEmisOpen } from "./writing/write-emis-open.ts";

/** EMIS Open MedicalRecord, schema 3.8: one patient's whole record, in and out of EMIS LV, PCS, GV and Web. */
export const emisOpenAdapter: SupplierAdapterV1 = {
  specificationVersion: "v1",
  id: formatId,
  supplier: "emis",
  format: {
    name: "EMIS Open MedicalRecord",
    versions: ["3.8"],
    mediaTypes: ["application/xml", "text/xml"],
    extension: ".xml",
    patients: "one",
    codeSystems: ["read-v2", "emis", "read-4byte", "snomed", "emis-drug"],
  },
  coverage: emisOpenCoverage,
  detect: detectEmisOpen,
  read: readEmisOpen,
  write: writeEmisOpen,
};
