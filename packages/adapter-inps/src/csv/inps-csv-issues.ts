import { issuesOf } from "@gp2gp/core";
import { tabularIssueKinds } from "@gp2gp/tabular";

/** Kinds of issue of this format, beside those all formats of tables share. */
const kinds = {
  ...tabularIssueKinds,
  "layout-unknown": {
    severity: "error",
    message:
      "The rows of a file have no number of columns of the extract, live or test pack. Nothing was read.",
  },
  "file-ignored": {
    severity: "information",
    message: "A file of the extract holds nothing of a record; it was not read.",
  },
  "entity-contrary": {
    severity: "warning",
    message:
      "An immunisation or allergy stands under a measurement with a value; which it is cannot be told, and it is kept as residue.",
  },
  "context-not-actual": {
    severity: "warning",
    message:
      "An entry is marked as of another context than the actual patient; it is kept as residue.",
  },
  "patient-deleted": {
    severity: "warning",
    message: "The source marks a patient as deleted; the record is read all the same.",
  },
  "subset-unknown": {
    severity: "warning",
    message: "An entry does not say what kind of entry it is; it is kept as residue.",
  },
} as const;

export const issue = issuesOf(kinds);
export type InpsIssueCode = keyof typeof kinds;
