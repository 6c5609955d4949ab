import { describe, expect, it } from "vitest";
import { newEntry } from "../record/new-entry.ts";
import type { Problem } from "../record/problems.ts";
import { carryOver } from "./carry-over.ts";
import { EntryFacts } from "./facts.ts";

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
