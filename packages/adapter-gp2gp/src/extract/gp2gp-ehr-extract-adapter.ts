import type { SupplierAdapterV1 } from "@gp2gp/core";
import { formatId } from "./format.ts";
import { gp2gpEhrExtractCoverage } from "./gp2gp-ehr-extract-coverage.ts";
import { detectExtract } from "./read/extract-source.ts";
import { readExtractSource } from "./read/read-source.ts";
import { writeExtractRecord } from "./write/write-record.ts";

/** The adapter for the GP2GP EHR Extract (RCMR_IN030000UK06 and UK07). */
export const gp2gpEhrExtract: SupplierAdapterV1 = {
  specificationVersion: "v1",
  id: formatId,
  supplier: "gp2gp",
  format: {
    name: "GP2GP EHR Extract",
    versions: ["UK06", "UK07"],
    mediaTypes: ["application/xml", "text/xml"],
    extension: ".xml",
    patients: "one",
    codeSystems: [
      "snomed",
      "read-v2",
      "ctv3",
      "emis",
      "emis-drug",
      "multilex",
      "gemscript",
      "vision",
    ],
  },
  coverage: gp2gpEhrExtractCoverage,
  detect: detectExtract,
  read: readExtractSource,
  write: writeExtractRecord,
};
