import type { SupplierAdapterV1 } from "@gp2gp/core";
import { acmeRecordsCoverage } from "./acme-records-coverage.ts";
import { readAcmeRecords } from "./read-acme-records.ts";
import { firstLine } from "./wire/acme-records-wire.ts";
import { writeAcmeRecords } from "./write-acme-records.ts";

/** ACME records: one patient a file. */
export const acmeRecordsAdapter = {
  specificationVersion: "v1",
  id: "acme-records",
  supplier: "acme",
  format: {
    name: "ACME records",
    versions: ["1"],
    mediaTypes: ["text/plain"],
    extension: ".txt",
    patients: "one",
    codeSystems: ["snomed"],
  },
  coverage: acmeRecordsCoverage,
  detect: ({ parts }) =>
    parts.some(({ head }) => new TextDecoder().decode(head).startsWith(firstLine)) ? "yes" : "no",
  read: readAcmeRecords,
  write: writeAcmeRecords,
} as const satisfies SupplierAdapterV1;
