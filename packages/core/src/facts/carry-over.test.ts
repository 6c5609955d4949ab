import { describe, expect, it } from "vitest";
import { newEntry } from "../record/new-entry.ts";
import type { Narrative } from "../record/narratives-and-documents.ts";
import type { Observation } from "../record/observations.ts";
import type { Problem } from "../record/problems.ts";
import { parseCarriedLine } from "./carried-lines.ts";
import { carryOver } from "./carry-over.ts";
import { EntryFacts } from "./facts.ts";
import { restoreEntry } from "./restore-entry.ts";

const link = (target: string, kind: "associated" | "review" = "associated") => ({ target, kind });
const problem: Problem = {
  ...newEntry("P", 0, {}),
  links: [link("A"), link("B", "review"), link("C"), link("D")],
};

function carried(held: object, recordIdOf?: (id: string) => string | undefined): string[] {
  const lines = carryOver(
    new EntryFacts("problems", 0, problem),
    { id: "P", ...held },
    recordIdOf ? { recordIdOf } : {},
  );
  return lines.map(({ line }) => line);
}

describe("what is carried of a list without an order of meaning", () => {
  it("is nothing where the target shows its items in another order, under ids of its own", () => {
    const links = [link("D"), link("C"), link("B", "review"), link("A")];
    expect(carried({ links })).toEqual([]);
    const own = links.map(({ target, kind }) => link(target.toLowerCase(), kind));
    const ids = new Map(links.map(({ target }) => [target.toLowerCase(), target]));
    expect(carried({ links: own }, (id) => ids.get(id))).toEqual([]);
  });

  it("is what the target lacks, at its place", () => {
    expect(carried({ links: [link("D"), link("A")] })).toEqual([
      '[Links 2 / kind: "review"]',
      '[Links 2 / target: "B"]',
      '[Links 3 / kind: "associated"]',
      '[Links 3 / target: "C"]',
    ]);
  });

  it("is all of it where the target shows an item otherwise", () => {
    expect(carried({ links: [link("D"), link("A", "review")] })[0]).toBe("[Links: none]");
  });
});

describe("what is carried of the measurements of a whole", () => {
  const measurement = (id: string, at: string, value: string) => ({
    ...newEntry(id, 0, {}),
    effective: { kind: "point" as const, at },
    value: { kind: "quantity" as const, quantity: { value } },
  });
  const whole: Observation = {
    ...newEntry("O", 0, {}),
    components: [measurement("S", "2011-03-14T09:30", "140"), measurement("D", "2011-03-14", "90")],
  };

  it("is what the target shows otherwise of one it knows by its id", () => {
    const components = [
      measurement("S", "2011-03-14", "140"),
      measurement("D", "2011-03-14", "90"),
    ];
    const facts = new EntryFacts("observations", 0, whole);
    const lines = carryOver(facts, { id: "O", components });
    expect(lines.map(({ line }) => line)).toEqual([
      "[Components 1* / effective / at: 2011-03-14T09:30]",
    ]);
    const carried = lines.flatMap(({ line }) => parseCarriedLine(line) ?? []);
    const held = { ...newEntry("O", 0, {}), components };
    expect(restoreEntry("observations", held, carried)).toEqual(whole);
  });
});

describe("what is carried of words", () => {
  it("is what they are, where the target shows them as others", () => {
    const entry: Narrative = {
      ...newEntry("N", 0, {}),
      texts: [
        { text: "Haemolysed.", role: "comment", sequence: "1" },
        { text: "Seen", role: "note" },
      ],
    };
    const held = { ...entry, texts: [{ text: "Haemolysed.", role: "note" }] };
    const lines = carryOver(new EntryFacts("narratives", 0, entry), held);
    expect(lines.map(({ line }) => line)).toEqual([
      '[Texts 1* / role: "comment"]',
      '[Texts 1* / sequence: "1"]',
      '[Texts 2: note "Seen"]',
    ]);
    const carried = lines.flatMap(({ line }) => parseCarriedLine(line) ?? []);
    expect(restoreEntry("narratives", held, carried)).toEqual(entry);
  });
});
