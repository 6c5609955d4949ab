import { labelOfSystem } from "@gp2gp/core";
import type { CodeCheck, CodeFault } from "./code-check.ts";
import { checkCtv3, checkRead4Byte, checkReadShaped, checkReadV2, checkTpp } from "./read-code.ts";
import { checkSnomed } from "./snomed-code.ts";
import { checkGemscript, checkMultilex, checkOpaque } from "./supplier-code.ts";

interface Form {
  readonly check: (text: string) => CodeCheck;
  /** What a code of the system looks like, for people. */
  readonly expected: string;
}

const opaque: Form = { check: checkOpaque, expected: "1 to 64 printable characters" };
const readShaped: Form = {
  check: checkReadShaped,
  expected: "5 letters or digits ended by full stops, and a 2-character term code",
};

const forms: Readonly<Record<string, Form>> = {
  "read-v2": {
    check: checkReadV2,
    expected: "5 letters or digits ended by full stops, with or without a 2-character term code",
  },
  "read-4byte": { check: checkRead4Byte, expected: "4 letters or digits ended by full stops" },
  ctv3: { check: checkCtv3, expected: "5 letters or digits ended by full stops" },
  tpp: { check: checkTpp, expected: "5 characters of which the first is Y" },
  snomed: {
    check: checkSnomed,
    expected: "6 to 18 digits, no zero first, with a partition and a check digit that are right",
  },
  emis: opaque,
  "emis-drug": opaque,
  multilex: { check: checkMultilex, expected: "8 digits" },
  gemscript: { check: checkGemscript, expected: "8 digits ended by 020" },
  vision: readShaped,
  "microtest-5": opaque,
  "microtest-9": opaque,
  "microtest-17": opaque,
};

/** What is wrong with a code, as the end of a sentence. */
export const codeFaults: Readonly<Record<CodeFault, string>> = {
  length: "its length is wrong",
  characters: "it holds a character that no such code has",
  padding: "a full stop stands before a letter or digit",
  "leading-zero": "it begins with a zero",
  "check-digit": "its check digit is wrong",
  partition: "its last digits but one name no concept, description or relationship",
};

/**
 * Whether a code has the form of its code system, case and dots taken as they are; and the form
 * tables are keyed by. Systems without rules of their own hold any printable text.
 */
export function checkCode(system: string, text: string): CodeCheck {
  return formOf(system).check(text);
}

/** One sentence on what is wrong with a code of a system, without the code. */
export function describeCodeFault(system: string, fault: CodeFault): string {
  return `This is no code of ${labelOfSystem(system)}: ${codeFaults[fault]}. Expected are ${formOf(system).expected}.`;
}

function formOf(system: string): Form {
  const form = Object.hasOwn(forms, system) ? forms[system] : undefined;
  return form ?? (system.startsWith("microtest-") ? readShaped : opaque);
}
