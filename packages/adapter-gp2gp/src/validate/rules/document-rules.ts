import { fileNameOf } from "../../extract/sections/documents/content-uri.ts";
import { addressOf } from "../extract-facts.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";

/** NHS England's adaptors name a file so that could not be sent. */
const absentPrefix = "AbsentAttachment";

/** Documents: that they name a file, and that it is there. */
export const documentRules: readonly ExtractRule[] = [
  rule({
    rule: "document-address-absent",
    severity: "warning",
    message: "A document does not say where its content is.",
    expected: "A reference to a file that comes along.",
    at: ["referredToExternalDocument"],
    breaks: (document) => document.text !== undefined && (addressOf(document) ?? "") === "",
  }),
  rule({
    rule: "document-address-unusual",
    severity: "warning",
    message: "A text refers to its content by an address that receivers do not fetch.",
    expected: "A cid: or file: address.",
    at: ["text"],
    breaks: ({ reference }) =>
      (reference?.value ?? "") !== "" && !/^(?:cid:|file:)/iu.test(reference?.value ?? ""),
  }),
  rule({
    rule: "inline-part-absent",
    severity: "error",
    message: "A text refers to an inline part that did not come with the message.",
    expected: "A part of the message with that name.",
    at: ["text"],
    breaks: ({ reference }, _place, { partNames }) =>
      partNames !== undefined &&
      /^cid:/iu.test(reference?.value ?? "") &&
      !partNames.has(fileNameOf(reference?.value ?? "")),
  }),
  rule({
    rule: "file-absent",
    severity: "warning",
    message: "A text refers to a file that did not come with the message.",
    expected: "The file, by its name.",
    at: ["text"],
    breaks: ({ reference }, _place, { partNames }) => {
      const name = fileNameOf(reference?.value ?? "");
      return (
        partNames !== undefined &&
        /^file:/iu.test(reference?.value ?? "") &&
        !name.startsWith(absentPrefix) &&
        !partNames.has(name)
      );
    },
  }),
  rule({
    rule: "file-placeholder",
    severity: "information",
    message: "A document stands for one that its sender could not send.",
    expected: "The document itself.",
    at: ["text"],
    breaks: ({ reference }) => fileNameOf(reference?.value ?? "").startsWith(absentPrefix),
  }),
  rule({
    rule: "part-unreferenced",
    severity: "warning",
    message:
      "Files came with the message that nothing in it refers to; they are in no place of the record.",
    expected: "A reference to each file.",
    at: ["EhrExtract"],
    breaks: (_extract, _place, { parts, namedFiles }) =>
      parts.some((names) => !names.some((name) => namedFiles.has(name))),
  }),
];
