import type { Coded, Group } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";
import { readCoded, wordsFor, writeCoded, writeStandIn } from "../../values/coded.ts";
import { hasKnownCode, namedBy, snomed } from "../shared/named-codes.ts";
import type { Named } from "../shared/named-codes.ts";

// gp2gp-messages 2.4: the headings of real EMIS and Vision messages
const headings: readonly Named[] = [
  { code: "15621000000105", displayName: "History", words: ["history"] },
  { code: "394831002", displayName: "Examination", words: ["examination"] },
  { code: "394617004", displayName: "Result", words: ["result", "results", "lab results"] },
  { code: "308273005", displayName: "Follow up", words: ["follow up", "follow-up"] },
  { code: "160476009", displayName: "Social", words: ["social", "social history"] },
  { code: "1502831000006106", displayName: "Family History", words: ["family history"] },
  { code: "394830001", displayName: "Additional", words: ["additional"] },
  { code: "394841004", displayName: "Comment", words: ["comment"] },
  { code: "3457005", displayName: "Referral", words: ["referral"] },
  { code: "25721000000107", displayName: "Template entry", words: ["template entry", "template"] },
  { code: "394837003", displayName: "Protocol entry", words: ["protocol entry", "protocols"] },
  { code: "1542631000006104", displayName: "Document", words: ["document"] },
  { code: "15611000000104", displayName: "Diagnosis", words: ["diagnosis"] },
  { code: "225334002", displayName: "Intervention", words: ["intervention"] },
  { code: "19019007", displayName: "Symptom", words: ["symptom", "symptoms"] },
];

/** What real messages call a heading that is none of the vocabulary; alone it says nothing. */
export const otherHeading = snomed("394841004", "Other category");
/** What real messages call a topic that is no problem (spelt so); alone it says nothing. */
const noProblem: CD = {
  code: "Z....00",
  codeSystem: "2.16.840.1.113883.2.1.6.2",
  displayName: "UnspecifiedCondtions",
};
const standInCodes: ReadonlySet<string | undefined> = new Set([
  otherHeading.code,
  noProblem.code,
  ...headings.map(({ code }) => code),
]);

/** The code of a topic or a heading: its own; for words alone the code of the vocabulary for them, with the words. */
export function writeGroupCode({ kind, concept }: Pick<Group, "kind" | "concept">): CD {
  if (kind !== "topic" && kind !== "category") return writeCoded(concept);
  const plain = kind === "topic" ? noProblem : otherHeading;
  if (!concept) return plain;
  if (hasKnownCode(concept) || concept.absent !== undefined) return writeCoded(concept);
  const named = kind === "category" ? namedBy(headings, wordsFor(concept)) : undefined;
  return writeStandIn(concept, named ?? plain);
}

/** What a group is called; undefined where it only says that it is a group. */
export function readGroupCode(kind: Group["kind"], code: CD | undefined): Coded | undefined {
  const plain = kind === "topic" ? noProblem : kind === "category" ? otherHeading : undefined;
  if (plain && code && isExactly(code, plain)) return undefined;
  return readCoded(code, (one) => standInCodes.has(one.code));
}

/** Whether a code says just what another does. */
export const isExactly = (code: CD, plain: CD): boolean =>
  code.code === plain.code &&
  code.codeSystem === plain.codeSystem &&
  code.displayName === plain.displayName &&
  code.originalText === undefined &&
  code.translation === undefined &&
  code.qualifier === undefined;
