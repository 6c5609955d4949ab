import { issuesOf, sharedIssueKinds } from "@gp2gp/core";

/** The issues reading and writing EMIS Open raises. */
export const issue = issuesOf({
  ...sharedIssueKinds,
  "artefact-parts-unexpected": {
    severity: "error",
    message:
      "The input has more than one part that is an EMIS Open record, or none. Give the file of one patient.",
  },
  "records-several": {
    severity: "error",
    message:
      "The input holds more than one medical record. Give one patient's record at a time; nothing was read.",
  },
  "code-missing": {
    severity: "information",
    message: "An entry has a term and no code; it is kept in words.",
  },
  "nhs-number-invalid": {
    severity: "warning",
    message: "The NHS number has a wrong check digit or form; it is kept as it came.",
  },
  "entry-repeated": {
    severity: "information",
    message: "An entry stands twice in the input; it is kept once, and where it also stood.",
  },
  "consultation-too-many-pages": {
    severity: "warning",
    message:
      "A consultation has more problem pages than EMIS can number; the rest are not numbered.",
  },
});
