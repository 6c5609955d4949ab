import { tabularIssueKinds } from "@gp2gp/tabular";
import { issuesOf } from "@gp2gp/core";

/** Kinds of issue of this format, beside those formats of tables share. */
const kinds = {
  ...tabularIssueKinds,
  "table-unread": {
    severity: "information",
    message:
      "A file of the extract is a dictionary that is about no patient; it was not read. Code dictionaries can be built into a terminology pack.",
  },
  "table-unknown": {
    severity: "warning",
    message:
      "A file of the extract is of a table whose columns are not published; its rows are kept as residue.",
  },
  "patient-is-test": {
    severity: "warning",
    message: "The source marks the patient as a test patient.",
  },
  "extract-is-delta": {
    severity: "warning",
    message:
      "A file of the extract holds only what changed since the one before; the record is not whole.",
  },
} as const;

export const issue = issuesOf(kinds);
