import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseCoding, noMaps } from "@gp2gp/core";
import type { Coded, Coding, SourcePart, TerminologyV1 } from "@gp2gp/core";
import { openSmallPack } from "./testing/open-small-pack.ts";
import { checkCode } from "./systems/check-code.ts";
import { createTerminology } from "./terminology.ts";
import type { PackTerminology } from "./terminology.ts";
import {
  harvestedPairs,
  hasShared,
  pairFiles,
  shared,
  skipReason,
} from "./testing/harvested-pairs.ts";
import type { Era, HarvestedPair } from "./testing/harvested-pairs.ts";
import { official, terminologyOf, textPart } from "./testing/official-tables.ts";

/** How many pairs a file has and what it is, so that no test passes on another or an empty file. */
const contents: Readonly<
  Record<(typeof pairFiles)[number], readonly [pairs: number, sha256: string]>
> = {
  "ctv3-read2": [291, "db8d2772f0071819a824ee0c93034191c16559136b51b8db05c6b1a6541d1cb5"],
  "ctv3-snomed": [361, "419289760b8a36184ee1b641930c006b752f600501af4273b914f23f78381666"],
  "read2-snomed": [936, "b6423e2b7a10e92fe87d643c0fbe58357110f74e2a0d57b26352d7ba048b205a"],
  "supplier-local-snomed": [
    376,
    "d0c61aab8e57eff319bdedc008252cf39609163a3ead2afdcb539694a1485f05",
  ],
};

/** Pairs of each era whose code has one counterpart in it, and those that are ambiguous or malformed. */
const reached: Readonly<Record<Era, { mapped: number; "no map": number }>> = {
  "2013pack": { mapped: 1417, "no map": 12 },
  "2020s": { mapped: 1036, "no map": 2 },
  synthetic: { mapped: 693, "no map": 27 },
};

const inTwo = (code: string) => [code.slice(0, 5), code.slice(5)] as const;

const codesOf = (pairs: readonly HarvestedPair[], end: "source" | "target") =>
  new Set(pairs.map((pair) => pair[end].code));

/** Some pairs of made-up messages give the id of a description for that of a concept. */
const isTranslatable = ({ system, code }: HarvestedPair["target"]) => {
  const check = checkCode(system, code);
  return check.ok && (system !== "snomed" || check.component === "concept");
};

/** Pairs as rows of the official tables, each a map of its own that is assured. */
function asTables(pairs: readonly HarvestedPair[]): SourcePart[] {
  const of = (from: string, to: string) =>
    pairs.filter(({ source, target }) => source.system === from && target.system === to);
  const local = pairs.filter(({ source }) => !["ctv3", "read-v2"].includes(source.system));
  return [
    official(
      "ctv3rctmap",
      of("ctv3", "read-v2").map(({ source, target }, at) => [
        ...[`{3R${at}}`, ...inTwo(target.code), "", "", source.code],
        ...["", "C", "B", 1, 20200401, 1],
      ]),
    ),
    official(
      "ctv3sctmap2",
      of("ctv3", "snomed").map(({ source, target }, at) => [
        ...[`{3S${at}}`, source.code, "", "", target.code, "", 1, 20200401, 1],
      ]),
    ),
    official(
      "rcsctmap2",
      of("read-v2", "snomed").map(({ source, target }, at) => [
        ...[`{2S${at}}`, ...inTwo(source.code), target.code, "", 1, 20200401, 1],
      ]),
    ),
    textPart(
      "supplier.map.tsv",
      ["from\tcode\tto\ttarget\tassured"]
        .concat(
          local.map(({ source, target }) =>
            [source.system, source.code, target.system, target.code, 1].join("\t"),
          ),
        )
        .join("\n"),
    ),
  ];
}

const translated = (terminology: PackTerminology, { source, target }: HarvestedPair) =>
  terminology.translateCode({ ...source, texts: [source.display], target: target.system });

describe("the harvested pairs", () => {
  if (!hasShared) {
    it("are not at hand", (context) => context.skip(skipReason));
    return;
  }

  it.each(pairFiles)("of %s are those the tests were written for", (file) => {
    const [pairs, sha256] = contents[file];
    expect(harvestedPairs(file)).toHaveLength(pairs);
    const bytes = readFileSync(join(shared, `terminology/${file}.tsv`));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  });

  it("from CTV3 to Read v2 translate, and back where a Read v2 code has one CTV3 source", async () => {
    const pairs = harvestedPairs("ctv3-read2");
    const terminology = await terminologyOf(asTables(pairs));
    const bySource = Map.groupBy(pairs, ({ source }) => source.code);
    const byTarget = Map.groupBy(pairs, ({ target }) => target.code);
    let [there, back] = [0, 0];
    for (const [code, group] of bySource) {
      if (codesOf(group, "target").size !== 1) continue;
      const [pair] = group;
      if (!pair) continue;
      expect(translated(terminology, pair), code).toMatchObject({
        outcome: "mapped",
        coding: {
          system: "read-v2",
          code: pair.target.code,
          map: { set: "ctv3rctmap", assured: true },
        },
      });
      there += 1;
      if (codesOf(byTarget.get(pair.target.code) ?? [], "source").size !== 1) continue;
      const returned = terminology.translateCode({ ...pair.target, target: "ctv3" });
      expect(returned, code).toMatchObject({
        outcome: "mapped",
        coding: { system: "ctv3", code, map: { method: "inverse", assured: false } },
      });
      back += 1;
    }
    expect([there, back]).toEqual([291, 289]);
  });

  it.each(["2013pack", "2020s", "synthetic"] as const)(
    "of the era %s translate by the tables of that era, or not at all, and never to another code that is assured",
    async (era: Era) => {
      const pairs = pairFiles.flatMap(harvestedPairs).filter(({ eras }) => eras.includes(era));
      const terminology = await terminologyOf(asTables(pairs));
      const counts = { mapped: 0, "no map": 0 };
      for (const [, group] of Map.groupBy(
        pairs,
        ({ source, target }) => `${source.system} ${source.code} ${target.system}`,
      )) {
        const [pair] = group;
        if (!pair) continue;
        const answer = translated(terminology, pair);
        if (answer.outcome === "mapped") {
          const possible = group.filter(({ target }) => isTranslatable(target));
          expect([...codesOf(possible, "target")]).toEqual([answer.coding.code]);
          counts.mapped += group.length;
        } else counts["no map"] += group.length;
      }
      expect(counts).toEqual(reached[era]);
    },
  );

  it("keep their bytes on a way to any system and home, with a full, a small and an empty pack", async () => {
    const pairs = pairFiles.flatMap(harvestedPairs);
    const small = openSmallPack();
    const terminologies: readonly TerminologyV1[] = [
      noMaps,
      createTerminology(small),
      await terminologyOf(asTables(pairs)),
    ];
    const sources = new Map(pairs.map(({ source }) => [`${source.system} ${source.code}`, source]));
    expect(sources.size).toBe(1516);
    const native = ["ctv3", "read-v2", "snomed", "emis", "multilex", "vision"];
    const changed: string[] = [];
    const ways = { source: 0, map: 0, degrade: 0, nothing: 0 };
    for (const [place, terminology] of terminologies.entries()) {
      for (const { system, code, display } of sources.values()) {
        const shown = display === "" ? {} : { display };
        const sent: Coded = { codings: [{ system, code, ...shown, asserted: "source" }] };
        for (const target of native) {
          for (const kind of ["record-entry", "drug-allergy"] as const) {
            const chosen = chooseCoding(sent, { targets: [target], kind, terminology });
            ways[chosen.by] += 1;
            const received = onTheWire(sent, chosen.by === "nothing" ? undefined : chosen.coding);
            for (const back of [noMaps, terminology]) {
              const home = chooseCoding(received, { targets: [system], kind, terminology: back });
              if (home.by !== "source" || home.coding.code !== code)
                changed.push(`${place} ${system} ${code} by way of ${target} as ${kind}`);
            }
          }
        }
      }
    }
    expect(changed).toEqual([]);
    expect(Object.values(ways).every((count) => count > 0)).toBe(true);
  });

  it("are never assured by the small pack, and never against what was harvested", () => {
    const small = openSmallPack();
    const terminology = createTerminology(small);
    const groups = Map.groupBy(
      pairFiles.flatMap(harvestedPairs),
      ({ source, target }) => `${source.system} ${source.code} ${target.system}`,
    );
    let mapped = 0;
    for (const group of groups.values()) {
      const [pair] = group;
      const answer = pair && translated(terminology, pair);
      if (answer?.outcome !== "mapped") continue;
      mapped += 1;
      expect(answer.assurance).not.toBe("assured");
      if (answer.hops.length === 1) expect(codesOf(group, "target")).toContain(answer.coding.code);
    }
    expect(mapped).toBeGreaterThan(500);
  });
});

/** What the next system reads: the code that was chosen first, and every code the source gave after it. */
function onTheWire({ codings }: Coded, chosen: Omit<Coding, "asserted"> | undefined): Coded {
  const read = (coding: Omit<Coding, "asserted">): Coding => {
    const { map: _, ...rest } = coding;
    return { ...rest, asserted: "source" };
  };
  const others = codings.filter(
    ({ system, code }) => system !== chosen?.system || code !== chosen?.code,
  );
  return { codings: [...(chosen ? [chosen] : []), ...others].map(read) };
}
