import type { Coded } from "@gp2gp/core";

/** Not to be disclosed to the patient: the confidentiality code NOPAT of GP2GP (schema version UK05). */
export const noPatientAccess: Coded = {
  codings: [{ system: "urn:oid:2.16.840.1.113883.4.642.3.47", code: "NOPAT", asserted: "source" }],
};
