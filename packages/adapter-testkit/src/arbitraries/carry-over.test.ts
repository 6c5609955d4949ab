import {
  carryOver,
  EntryFacts,
  entrySections,
  factsOf,
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
          const text = withCarriedText(
            undefined,
            lines.map(({ line }) => line),
          );
          const { facts } = readCarriedText(text);
          const restored = restoreEntry(section, held, facts);
          expect(restored && factLines(restored)).toEqual(factLines(own));
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
