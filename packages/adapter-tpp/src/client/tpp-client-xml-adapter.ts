import type { SupplierAdapterV1 } from "@gp2gp/core";
import { detectClientXml } from "./detect-client-xml.ts";
import { formatId } from "./native-data.ts";
import { readClientXml } from "./read-client-xml.ts";
import { tppClientXmlCoverage } from "./tpp-client-xml-coverage.ts";
import { versions } from "./wire/field.ts";
import { writeClientXml } from "./write-client-xml.ts";

/** TPP SystmOne record XML: the published PatientRecord schema, and the GetPatientRecord response of the client interface. */
export const tppClientXmlAdapter = {
  specificationVersion: "v1",
  id: formatId,
  supplier: "tpp",
  format: {
    name: "TPP SystmOne record XML",
    versions,
    mediaTypes: ["application/xml", "text/xml"],
    extension: ".xml",
    patients: "one",
    codeSystems: ["ctv3", "snomed", "multilex"],
  },
  coverage: tppClientXmlCoverage,
  detect: detectClientXml,
  read: readClientXml,
  write: writeClientXml,
} as const satisfies SupplierAdapterV1;
