import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roleCoded } from "../record/roles.ts";
import { newEntry } from "../record/new-entry.ts";
import type { Observation } from "../record/observations.ts";
import { arbitraryObservation, arbitraryTaken } from "../testing/arbitrary-observation.ts";
import { carriedLines } from "./carried-lines.ts";
import { codeMappedLine, readCarriedText, withCarriedText } from "./carried-text.ts";
import type { TextShape } from "./carried-text.ts";
import { EntryFacts } from "./facts.ts";
import { restoreEntry } from "./restore-entry.ts";

const observation: Observation = {
  ...newEntry("A1", 0, {}),
  concept: {
    text: "Asthma",
    codings: [
      { system: "ctv3", code: "H33..", display: "Asthma", asserted: "source" },
      { system: "snomed", code: "195967001", display: "Asthma", asserted: "mapped" },
    ],
  },
  effective: { kind: "point", at: "1999-05" },
  priority: { codings: [{ system: "read-v2", code: "9b...00", asserted: "source" }] },
  texts: [{ text: "Seen in clinic.", role: "note" }],
};

const shapes: readonly TextShape[] = ["lines", "one-line"];

function linesLeft(entry: Observation, ...taken: (string | number)[][]): string[] {
  const facts = new EntryFacts("observations", 0, entry);
  for (const path of taken) facts.take(...path);
  return carriedLines(facts).map(({ line }) => line);
}

/** What a target would hold of an entry: the taken facts and nothing else. */
function heldBy(entry: Observation, taken: readonly (string | number)[][]): object {
  const facts = new EntryFacts("observations", 0, entry);
  for (const path of taken) facts.take(...path);
  const left = new Set(facts.rest().map(({ path }) => path.join("/")));
  const keep = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return left.has(path) ? undefined : value;
    if (Array.isArray(value)) {
      const items = value
        .map((item, index) => keep(item, `${path}/${index}`))
        .filter((item) => item !== undefined);
      return items.length === 0 && value.length > 0 ? undefined : items;
    }
    const members = Object.entries(value).map(
      ([key, item]) => [key, keep(item, path === "" ? key : `${path}/${key}`)] as const,
    );
    const held = members.filter(([, item]) => item !== undefined);
    return held.length === 0 && path !== "" ? undefined : Object.fromEntries(held);
  };
  return keep(entry, "") as object;
}

describe("carried text", () => {
  it("is a readable line a fact, and a whole coding on one line", () => {
    expect(
      linesLeft(observation, ["id"], ["texts"], ["concept", "text"], ["concept", "codings", 0]),
    ).toEqual([
      '[Code 2: SNOMED CT 195967001 "Asthma" (mapped)]',
      "[Effective: 1999-05]",
      "[Priority / codings 1: Read v2 9b...00]",
    ]);
  });

  it("says a code of several words as one", () => {
    const codings = [
      { system: "tpp:severity", code: "Minor Episode", asserted: "source" },
    ] as const;
    const entry = { ...observation, priority: { codings: [...codings] } };
    const [line = ""] = linesLeft(entry, ["id"], ["texts"], ["concept"], ["effective"]);
    expect(line).toBe("[Priority / codings 1: tpp:severity {Minor Episode}]");
    const { facts } = readCarriedText(withCarriedText("", [line]));
    const restored = restoreEntry("observations", newEntry("A1", 0, {}), facts);
    expect(restored?.priority).toEqual({ codings });
  });

  it("names an agent for people, and reads back the id alone", () => {
    const author = { role: roleCoded("author"), agent: "E93841BE", time: { start: "1999-05" } };
    const facts = new EntryFacts("observations", 0, { ...observation, participants: [author] });
    for (const member of ["id", "concept", "effective", "priority", "texts"]) facts.take(member);
    const [carried] = carriedLines(facts, () => "Smith, Jane (Dr)");
    expect(carried).toEqual({
      path: ["participants", 0],
      line: "[Participants 1: Smith, Jane (Dr), author {E93841BE} at 1999-05]",
    });
    const read = readCarriedText(withCarriedText("", [carried?.line ?? ""]));
    expect(restoreEntry("observations", observation, read.facts)?.participants).toEqual([author]);
  });

  it("names what an id refers to, and reads back the id alone", () => {
    const names = new Map([["E93841BE", 'Riverside {Surgery} "A"']]);
    const facts = new EntryFacts("observations", 0, { ...observation, within: "E93841BE" });
    for (const member of ["id", "concept", "effective", "priority", "texts"]) facts.take(member);
    const [carried] = carriedLines(facts, (id) => names.get(id));
    expect(carried?.line).toBe("[Within: Riverside Surgery A {E93841BE}]");
    const read = readCarriedText(withCarriedText("", [carried?.line ?? ""]));
    expect(restoreEntry("observations", observation, read.facts)?.within).toBe("E93841BE");
  });

  it("reads back as the text its author wrote and the facts", () => {
    const text = withCarriedText("Seen in clinic.", ['[Code 2: CTV3 XaXYZ "Wheeze"]'], "referrals");
    expect(text.split("\n")).toEqual([
      "Seen in clinic.",
      "[Carried from the sending system]",
      "[Recorded as: referrals]",
      '[Code 2: CTV3 XaXYZ "Wheeze"]',
    ]);
    const carried = readCarriedText(text);
    expect(carried.text).toBe("Seen in clinic.");
    expect(carried.recordedAs).toBe("referrals");
    expect(carried.facts).toEqual([
      {
        path: [{ key: "concept" }, { key: "codings" }, { index: 1, into: false }],
        value: { system: "ctv3", code: "XaXYZ", display: "Wheeze", asserted: "source" },
      },
    ]);
  });

  it("reads well in one line, without line breaks and quotation marks", () => {
    const lines = [
      '[Code 2: CTV3 XaXYZ "Crohn\'s disease"]',
      '[Texts 1: note "Said \\"no\\".\\nLeft [early] [he said]"]',
      "[Quantity: 5 mm[Hg] `a` ~] [b]",
    ];
    const text = withCarriedText("Seen in clinic.", lines, "referrals", "one-line");
    expect(text).toBe(
      "Seen in clinic. [Carried from the sending system] [Recorded as: referrals] " +
        "[Code 2: CTV3 XaXYZ `Crohn\'s disease`] " +
        "[Texts 1: note `Said \\`no\\`.\\nLeft [early~] [he said]`] " +
        "[Quantity: 5 mm[Hg] ~`a~` ~~~] [b]",
    );
    const carried = readCarriedText(text, "one-line");
    expect(carried).toMatchObject({ text: "Seen in clinic.", recordedAs: "referrals" });
    expect(carried.facts).toEqual(readCarriedText(withCarriedText("", lines)).facts);
  });

  it.each(shapes)("puts every fact back where it was, whatever a target holds (%s)", (shape) => {
    fc.assert(
      fc.property(arbitraryObservation, arbitraryTaken, (entry, taken) => {
        const text = withCarriedText(undefined, linesLeft(entry, ...taken), undefined, shape);
        if (shape === "one-line") expect(text).not.toMatch(/[\r\n"]/);
        const carried = readCarriedText(text, shape);
        expect(carried.text).toBe("");
        const base = { ...newEntry("", 0, {}), ...heldBy(entry, taken) };
        expect(restoreEntry("observations", base, carried.facts)).toEqual(entry);
      }),
      { numRuns: 500 },
    );
  });

  it.each(shapes)("gives any text back unchanged, even one that looks like it (%s)", (shape) => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "[Carried from the sending system]",
        "~[Carried from the sending system]",
        "[Abnormal: true]",
        " ",
        "~",
      ),
    );
    const between = shape === "lines" ? "\n" : "";
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.boolean(), (pieces, withFacts) => {
        const text = pieces.join(between);
        const lines = withFacts ? ["[Abnormal: true]"] : [];
        const whole = withCarriedText(text, lines, undefined, shape);
        expect(readCarriedText(whole, shape).text).toBe(text);
      }),
    );
  });

  it("says that a code was found by a map, how sure that is and by which", () => {
    const map = { set: "ctv3rctmap", release: "20200401", method: "code-only", assured: true };
    const line = codeMappedLine(map);
    expect(line).toBe("[Code mapped: assured, by ctv3rctmap 20200401]");
    expect(readCarriedText(withCarriedText("Note", [line]))).toEqual({
      text: "Note",
      facts: [],
      codeMapped: true,
    });
    const two = { ...map, set: "a>b c\n]", release: "1>2", assured: "unknown" as const };
    expect(codeMappedLine(two)).toBe("[Code mapped: assurance unknown, by a 1 and b c ] 2]");
    expect(codeMappedLine({ ...map, assured: false })).toContain("not assured");
    for (const one of [undefined, two])
      expect(readCarriedText(withCarriedText("", [codeMappedLine(one)])).codeMapped).toBe(true);
  });

  it("leaves a block that somebody edited in the text", () => {
    const text = "Note\n[Carried from the sending system]\n[Abnormal: true]\nphoned patient";
    expect(readCarriedText(text)).toEqual({ text, facts: [] });
    const line = "Note [Carried from the sending system] [Abnormal: true] phoned patient";
    expect(readCarriedText(line, "one-line")).toEqual({ text: line, facts: [] });
  });

  it("gives no entry where the facts no longer make one", () => {
    const carried = readCarriedText(withCarriedText("", ['[Abnormal: "perhaps"]']));
    expect(carried.facts).toHaveLength(1);
    expect(restoreEntry("observations", observation, carried.facts)).toBeUndefined();
  });
});
