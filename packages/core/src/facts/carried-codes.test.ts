import { describe, expect, it } from "vitest";
import { newEntry } from "../record/new-entry.ts";
import type { Observation } from "../record/observations.ts";
import { carryOver, contradictions } from "./carry-over.ts";
import { EntryFacts } from "./facts.ts";

const asthma: Observation = {
  ...newEntry("A", 0, {}),
  concept: {
    codings: [
      { system: "read-v2", code: "H33..00", display: "Asthma", asserted: "source" },
      { system: "snomed", code: "195967001", display: "Asthma (disorder)", asserted: "source" },
    ],
  },
};

const linesOf = (entry: Observation, held: object) =>
  carryOver(new EntryFacts("observations", 0, entry), held).map(({ line }) => line);

describe("what is carried of a coded entry", () => {
  it("is a term where the code is the entry's and the term shown is another", () => {
    const [read, snomed] = asthma.concept?.codings ?? [];
    const shown = { ...asthma, concept: { codings: [read, { ...snomed, display: "Asthma" }] } };
    expect(linesOf(asthma, shown)).toEqual([
      '[Concept / codings 2* / display: "Asthma (disorder)"]',
    ]);
    const bare = { ...asthma, concept: { codings: [{ ...read, display: undefined }, snomed] } };
    expect(linesOf(bare as Observation, asthma)).toEqual([
      "[Concept / codings 1* / display: none]",
    ]);
  });

  it("is who asserted a code where the entry has it by a map", () => {
    const [read, snomed] = asthma.concept?.codings ?? [];
    const mapped = { ...asthma, concept: { codings: [{ ...read, asserted: "mapped" }, snomed] } };
    expect(linesOf(mapped as Observation, asthma)).toEqual([
      '[Concept / codings 1* / asserted: "mapped"]',
    ]);
  });

  it("is every code where one shown is none of the entry's", () => {
    const shown = {
      ...asthma,
      concept: { codings: [{ ...asthma.concept?.codings[0], code: "X" }] },
    };
    expect(linesOf(asthma, shown)).toEqual([
      "[Code shown: stand-in]",
      '[Code 1: Read v2 H33..00 "Asthma"]',
      '[Code 2: SNOMED CT 195967001 "Asthma (disorder)"]',
    ]);
  });
});

describe("a reading contradicts an entry", () => {
  const facts = () => new EntryFacts("observations", 0, asthma);
  const odd = { ...asthma, recorded: "2004" };

  it("where it says what the entry does not, or otherwise; not where it says less", () => {
    expect(contradictions(facts(), asthma)).toBe(0);
    expect(contradictions(facts(), newEntry("B", 7, {}))).toBe(0);
    expect(contradictions(facts(), odd)).toBe(1);
    const other = { ...odd, recorded: "2005" };
    expect(contradictions(new EntryFacts("observations", 0, other), odd)).toBe(1);
  });
});
