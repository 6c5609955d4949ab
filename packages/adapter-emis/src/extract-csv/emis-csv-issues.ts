import { issuesOf } from "@gp2gp/core";

/** Kinds of issue this format raises beside those of all formats of tables. */
export const issue = issuesOf({
  "nhs-number-invalid": {
    severity: "warning",
    message: "The NHS number has a wrong check digit or form; it is kept as it came.",
  },
  "patient-is-test": {
    severity: "warning",
    message: "The source marks the patient as a test patient; an alert of the record says so.",
  },
});
