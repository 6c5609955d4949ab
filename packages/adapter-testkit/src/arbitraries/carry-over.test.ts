import {
  carryOver,
  EntryFacts,
  entrySections,
  factsOf,
  newEntry,
  pointerOf,
  readCarriedText,
  restoreEntry,
  withCarriedText,
} from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryEntry } from "./arbitrary-record.ts";

const factLines = (entry: AnyEntry): string[] =>
  factsOf(entry)
    .map(({ path, value }) => `${pointerOf(...path)}=${JSON.stringify(value)}`)
    .toSorted();

/** An entry with some of its members taken from another: what a poorer or contrary system would show of it. */
const heldOf = (own: AnyEntry, other: AnyEntry, keep: readonly boolean[]): AnyEntry => {
  const keys = [...new Set([...Object.keys(own), ...Object.keys(other)])].toSorted();
  const from = (key: string, at: number) => (keep[at % keep.length] ? own : other)[key as "id"];
  return Object.fromEntries(
    keys.map((key, at) => [key, from(key, at)] as const).filter(([, value]) => value !== undefined),
  ) as unknown as AnyEntry;
};

/** A line as a character set of Latin letters has it. */
const escaped = (line: string): string =>
  line.replaceAll(
    /[^\0-\x7F\u00A0-\u00FF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

describe.each(entrySections)("what is carried of %s", (section) => {
  it("makes the entry again of whatever a target shows in its stead", () => {
    fc.assert(
      fc.property(
        arbitraryEntry(section),
        arbitraryEntry(section),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        (own, other, keep) => {
          const held = heldOf(own, other, keep);
          const lines = carryOver(new EntryFacts(section, 0, own), held);
          for (const shape of ["lines", "one-line"] as const) {
            const said = lines.map(({ line }) => escaped(line));
            const text = withCarriedText(undefined, said, undefined, shape);
            const restored = restoreEntry(section, held, readCarriedText(text, shape).facts);
            expect(restored && factLines(restored)).toEqual(factLines(own));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is nothing where the target shows the entry", () => {
    fc.assert(
      fc.property(arbitraryEntry(section), (own) => {
        expect(carryOver(new EntryFacts(section, 0, own), own)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

it("carries nothing of a measurement that says nothing but which it is", () => {
  const own = { ...newEntry("O", 0, {}), components: [newEntry("C", 0, {})] };
  expect(carryOver(new EntryFacts("observations", 0, own), own)).toEqual([]);
});

describe("a Read v2 code without its term code", () => {
  const coded = (code: string, display: string): AnyEntry => ({
    ...newEntry("A1", 0, {}),
    concept: { codings: [{ system: "read-v2", code, display, asserted: "source" }] },
  });

  it("is the code it begins, whose term code alone is carried", () => {
    const facts = new EntryFacts("observations", 0, coded("H33..00", "Asthma"));
    expect(carryOver(facts, coded("H33..", "Asthma")).map(({ line }) => line)).toEqual([
      '[Concept / codings 1* / code: "H33..00"]',
    ]);
  });

  it("is another where its term is another", () => {
    const facts = new EntryFacts("observations", 0, coded("G65..11", "Drop attack"));
    expect(carryOver(facts, coded("G65..", "TCI")).map(({ line }) => line)).toEqual([
      "[Code shown: stand-in]",
      '[Code 1: Read v2 G65..11 "Drop attack"]',
    ]);
  });
});
