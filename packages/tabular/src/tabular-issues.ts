import { issuesOf, sharedIssueKinds } from "@gp2gp/core";
import type { IssueKinds } from "@gp2gp/core";

/** Kinds of issue every format of tables can raise, beside those all formats share. */
export const tabularIssueKinds = {
  ...sharedIssueKinds,
  "charset-wrong": {
    severity: "error",
    message:
      "A file holds bytes that are not of the character set of the format. Export it again, or name its character set in the options.",
  },
  "quotes-unbalanced": {
    severity: "error",
    message: "A quotation mark in a file is not closed, or stands within a value. Export it again.",
  },
  "table-missing": {
    severity: "error",
    message: "A file the format cannot do without is not in the input. Nothing was read.",
  },
  "file-encrypted": {
    severity: "error",
    message:
      "A file is encrypted. Decrypt it with the key of the sharing agreement and read the result. Nothing was read.",
  },
  "table-repeated": {
    severity: "information",
    message: "Two files of the input hold rows of one table; both were read.",
  },
  "column-missing": {
    severity: "error",
    message: "A file lacks a column without which its rows mean nothing. Nothing was read.",
  },
  "column-absent": {
    severity: "warning",
    message: "A file lacks a column of the format; what it would say is not known.",
  },
  "column-unknown": {
    severity: "information",
    message: "A file has a column the format does not know; its values are kept as they came.",
  },
  "row-length-wrong": {
    severity: "warning",
    message: "A row has more or fewer values than its file has columns; it is kept as residue.",
  },
  "shared-row-length-wrong": {
    severity: "warning",
    message:
      "A row that is about no patient has more or fewer values than its file has columns; it was not read.",
  },
  "file-open": {
    severity: "warning",
    message: "The last line of a file does not end: the file may have been cut short.",
  },
  "row-unmapped": {
    severity: "warning",
    message: "A row has no place in the record; it is kept as residue.",
  },
  "row-repeated": {
    severity: "warning",
    message: "Two rows of a table have one key; the second is kept as residue.",
  },
  "row-superseded": {
    severity: "information",
    message: "A row was replaced by a later one with the same key; it is kept as residue.",
  },
  "row-without-patient": {
    severity: "warning",
    message: "A row does not say whose it is; it is in no record.",
  },
  "patient-row-missing": {
    severity: "error",
    message: "There are rows of a patient who is not in the patient file. They were not read.",
  },
  "patient-departed": {
    severity: "information",
    message:
      "There are rows of practice business of patients who are not in the patient file. They are in no record.",
  },
  "patient-deleted": {
    severity: "error",
    message: "The source marks a patient as deleted. The rows of the patient were not read.",
  },
  "patient-too-large": {
    severity: "error",
    message: "The rows of one patient go beyond a limit of the reader. They were not read.",
  },
  "part-unread": {
    severity: "information",
    message: "A file of the input is none of the format and no row refers to it.",
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
} as const satisfies IssueKinds;

export const issue = issuesOf(tabularIssueKinds);
export type TabularIssueCode = keyof typeof tabularIssueKinds;
