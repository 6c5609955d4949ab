import { tabularIssueKinds } from "@gp2gp/tabular";
import { issuesOf } from "@gp2gp/core";
import type { IssueKinds } from "@gp2gp/core";

/** Kinds of issue a MIQUEST response set can raise, beside those of all formats of tables. */
export const miquestIssueKinds = {
  ...tabularIssueKinds,
  "response-refused": {
    severity: "error",
    message:
      "The practice system refused a query or failed in answering it. Nothing was read. Ask again for the whole set.",
  },
  "response-too-many-rows": {
    severity: "error",
    message:
      "The practice system left out an answer because it had too many rows. Nothing was read. Ask for fewer patients at a time.",
  },
  "response-incomplete": {
    severity: "error",
    message:
      "A response ends before its rows begin, or does not say which data it holds. Export it again.",
  },
  "response-heads-differ": {
    severity: "error",
    message: "A response names its columns twice and otherwise the second time. Export it again.",
  },
  "responses-joined": {
    severity: "information",
    message:
      "A file holds several answers; their rows were read, and the head of the first is kept.",
  },
  "practices-differ": {
    severity: "error",
    message:
      "The responses of the set come from two practices. Nothing was read. Give the responses of one.",
  },
  "category-missing": {
    severity: "warning",
    message: "The set has no response of one data category; what it would say is not known.",
  },
  "code-set-unknown": {
    severity: "warning",
    message:
      "A response names a code set that is not a known one; its codes are kept under the name it gives.",
  },
  "line-unknown": {
    severity: "warning",
    message: "A line of a response is none of the format; it is kept as it came.",
  },
  "value-quotes-unescaped": {
    severity: "warning",
    message:
      "Quotation marks stand within a value; it was read up to the mark that ends before a comma or the line.",
  },
  "row-of-other-patient": {
    severity: "error",
    message:
      "A row has the reference of the patient and the NHS number of another; it is in no record.",
  },
  "row-in-two-responses": {
    severity: "information",
    message: "The same row stands in two responses of the set; it was read once.",
  },
  "context-unknown": {
    severity: "warning",
    message:
      "A journal entry is not one of something that was so (CONTEXT); it is kept as residue and is no entry.",
  },
} as const satisfies IssueKinds;

export const issue = issuesOf(miquestIssueKinds);
export type MiquestIssueCode = keyof typeof miquestIssueKinds;
