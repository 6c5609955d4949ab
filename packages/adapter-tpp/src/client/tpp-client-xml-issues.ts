import { issuesOf, sharedIssueKinds } from "@gp2gp/core";

/** Kinds of issue of this format, beside those all formats share. */
const kinds = {
  ...sharedIssueKinds,
  "record-not-found": {
    severity: "error",
    message:
      "The input is XML but holds no PatientRecord and no ClientIntegrationResponse with a record. Nothing was read.",
  },
  "records-several": {
    severity: "error",
    message:
      "The input holds more than one record of this format: expected one patient. Nothing was read.",
  },
  "part-unread": {
    severity: "information",
    message: "A part of the input is not the record and the record does not refer to it.",
  },
  "patient-not-wanted": {
    severity: "error",
    message: "The record is of another patient than the one asked for. Nothing was read.",
  },
  "encoding-odd": {
    severity: "information",
    message: "The encoding of the input is not as it declares; it was read by its bytes.",
  },
  "confidentiality-carried": {
    severity: "warning",
    message:
      "The target format cannot mark an entry as confidential; the restriction stands as text beside it.",
  },
  "content-missing-in-store": {
    severity: "warning",
    message:
      "The bytes of a document are no longer in the content store; the document is written without them.",
  },
} as const;

export const issue = issuesOf(kinds);
export type IssueCode = keyof typeof kinds;
