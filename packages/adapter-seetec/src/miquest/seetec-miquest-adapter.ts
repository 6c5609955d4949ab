import type { SupplierAdapterV1 } from "@gp2gp/core";
import { createMiquestAdapter } from "@gp2gp/miquest";
import { seetecMiquestCoverage } from "./seetec-miquest-coverage.ts";

/**
 * Seetec-style responses (GP Enterprise): the attributes every system must have, and of the optional ones
 * the term, the episode and links, in Read version 3. The choice of attributes is this project's.
 */
export const seetecMiquestAdapter: SupplierAdapterV1 = createMiquestAdapter({
  id: "seetec-miquest",
  supplier: "seetec",
  name: "Seetec-style MIQUEST responses",
  codeSet: "9999R3",
  columns: {
    PATIENTS: [
      "NHS_NUMBER",
      "REFERENCE",
      "SURNAME",
      "FORENAME",
      "TITLE",
      "DATE_OF_BIRTH",
      "SEX",
      "MARITAL_STATUS",
      "ADDRESS",
      "POSTCODE",
      "GP",
      "GP_USUAL",
      "ACTIVE",
      "REGISTERED_DATE",
      "REMOVED_DATE",
      "HA",
      "PCG",
      "SURGERY",
      "MILEAGE",
      "DISPENSING",
    ],
    JOURNALS: [
      "NHS_NUMBER",
      "REFERENCE",
      "DATE",
      "RECORD_DATE",
      "HCP",
      "HCP_TYPE",
      "EPISODE",
      "CODE",
      "RUBRIC",
      "VALUE1",
      "VALUE2",
      "GMS",
      "LINKS",
      "TEXT",
    ],
    ENCOUNTERS: [
      "NHS_NUMBER",
      "REFERENCE",
      "DATE",
      "HCP",
      "HCP_TYPE",
      "SESSION",
      "LOCATION",
      "LINKS",
    ],
    REFERRALS: [
      "NHS_NUMBER",
      "REFERENCE",
      "DATE",
      "HCP",
      "HCP_TYPE",
      "TO_HCP",
      "SPECIALITY",
      "UNIT",
      "TYPE",
      "LINKS",
    ],
  },
  set: { name: "ENTPR", title: "Record of a patient" },
  comments: ["Mandatory attributes with terms, episodes and links, Read Version 3"],
  coverage: seetecMiquestCoverage,
});
