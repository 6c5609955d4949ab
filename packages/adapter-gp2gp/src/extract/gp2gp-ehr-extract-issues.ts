import { issuesOf, sharedIssueKinds } from "@gp2gp/core";

/** The kinds of issue this adapter raises. */
const issueKinds = {
  ...sharedIssueKinds,
  "detail-kept": {
    severity: "information",
    message:
      "A detail of a statement has no place in the record; it is kept with the entry and written where the extract goes home.",
  },
  "detail-invalid": {
    severity: "warning",
    message:
      "A part of a statement is not as the schema of the message demands; what the record does not say of it is kept as residue and not written.",
  },
  "envelope-invalid": {
    severity: "warning",
    message:
      "A part of the message around the record is not as its schema demands; it is kept as residue and not written.",
  },
  "id-repeated": {
    severity: "warning",
    message:
      "An id is used by more than one statement; the later ones are given ids of their own, and references go to the first.",
  },
  "medication-without-supply": {
    severity: "information",
    message:
      "A medication statement has no authorisation, prescription, dispense or stop; it is kept as a course of unspecified kind.",
  },
  "extract-repeated": {
    severity: "warning",
    message: "The input has more than one extract; the first is read and the others are not.",
  },
  "folder-merged": {
    severity: "warning",
    message:
      "The extract has more than one folder; the compositions of all are read as one record.",
  },
  "confidential-withheld": {
    severity: "warning",
    message:
      "A confidential entry is left out, because this version of the message cannot mark it. Write version UK07, or choose to carry confidential entries.",
  },
  "confidential-carried": {
    severity: "warning",
    message:
      "A confidential entry is written to a message that cannot mark it; the restriction stands in its text only.",
  },
  "record-empty": {
    severity: "warning",
    message:
      "The record has no entries to write: the extract says so with one empty composition. Do not send it as a record.",
  },
} as const;

export const issue = issuesOf(issueKinds);
