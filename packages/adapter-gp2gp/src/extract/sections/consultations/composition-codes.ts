import type { Coded } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";
import { readCoded, wordsFor, writeCoded, writeStandIn } from "../../values/coded.ts";
import { namedBy, snomed } from "../shared/named-codes.ts";
import type { Named } from "../shared/named-codes.ts";

/** Composition names that real messages use, with the words their systems have for them (gp2gp-messages 2.4). */
const names: readonly Named[] = [
  {
    code: "25671000000102",
    displayName: "Surgery Consultation Note",
    words: ["surgery", "gp surgery", "g.p.surgery", "surgery consultation"],
  },
  { code: "25651000000106", displayName: "Home Visit Note", words: ["home visit"] },
  {
    code: "24681000000104",
    displayName: "Telephone Consultation",
    words: ["telephone", "telephone call", "telephone consultation"],
  },
  {
    code: "24631000000103",
    displayName: "Residential Home Visit Note",
    words: ["residential home visit"],
  },
  { code: "25761000000104", displayName: "Night Visit Note", words: ["night visit"] },
  { code: "37271000000108", displayName: "Twilight Visit Note", words: ["twilight visit"] },
  { code: "37351000000107", displayName: "Administration Note", words: ["administration"] },
  {
    code: "24641000000107",
    displayName: "Investigation Result",
    words: ["results recording", "path. lab."],
  },
  { code: "24611000000106", displayName: "Radiology Result", words: ["radiology"] },
  { code: "24661000000108", displayName: "Hospital Inpatient Report", words: [] },
  { code: "25571000000103", displayName: "Discharge Report", words: [] },
  { code: "25611000000107", displayName: "Referral Letter", words: [] },
  { code: "37291000000107", displayName: "Externally Entered", words: [] },
  { code: "24591000000103", displayName: "Other report", words: [] },
  { code: "109341000000100", displayName: "GP to GP communication transaction", words: [] },
  { code: "196391000000103", displayName: "Non-consultation medication data", words: [] },
  { code: "196401000000100", displayName: "Non-consultation data", words: [] },
].map((name) => ({ ...name, words: [name.displayName.toLowerCase(), ...name.words] }));
const codes: ReadonlySet<string | undefined> = new Set(names.map(({ code }) => code));

/** The name of a composition whose own is not in the vocabulary. */
const otherReport = snomed("24591000000103", "Other report");

/** Whether a code is a composition name of the vocabulary. */
export const isCompositionName = (code: string | undefined): boolean => codes.has(code);

/** The name of a composition: its own where it is in the vocabulary, else the one for its words, with its own beside it. */
export function writeCompositionName(concept: Coded | undefined): CD {
  const [first] = concept?.codings ?? [];
  const isName = first?.system === "snomed" && isCompositionName(first.code);
  if (isName || concept?.absent !== undefined) return writeCoded(concept);
  return writeStandIn(concept, namedBy(names, wordsFor(concept)) ?? otherReport);
}

export const readCompositionName = (code: CD | undefined): Coded | undefined =>
  readCoded(code, (one) => isCompositionName(one.code));
