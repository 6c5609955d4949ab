import { createHash } from "node:crypto";
import { checkCode } from "@gp2gp/terminology";
import type { PackTerminology } from "@gp2gp/terminology";
import { describe, expect, it } from "vitest";
import { bytesOfPairs, harvestedPairs, hasPairs, pairFiles } from "./testing/harvested-pairs.ts";
import type { Era, HarvestedPair, PairFile } from "./testing/harvested-pairs.ts";
import { smallTerminology, terminologyOfPairs } from "./testing/pair-packs.ts";

/** How many pairs a file has and what it is, so that no test passes on another or an empty file. */
const contents: Readonly<Record<PairFile, readonly [pairs: number, sha256: string]>> = {
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

const codesOf = (pairs: readonly HarvestedPair[], end: "source" | "target") =>
  new Set(pairs.map((pair) => pair[end].code));

/** Some pairs of made-up messages give the id of a description for that of a concept. */
const isTranslatable = ({ system, code }: HarvestedPair["target"]) => {
  const check = checkCode(system, code);
  return check.ok && (system !== "snomed" || check.component === "concept");
};

const translated = (terminology: PackTerminology, { source, target }: HarvestedPair) =>
  terminology.translateCode({ ...source, texts: [source.display], target: target.system });

describe.skipIf(!hasPairs)("the harvested pairs (skipped where the shared data is absent)", () => {
  it.each(pairFiles)("of %s are those the tests were written for", (file) => {
    const [pairs, sha256] = contents[file];
    expect(harvestedPairs(file)).toHaveLength(pairs);
    expect(createHash("sha256").update(bytesOfPairs(file)).digest("hex")).toBe(sha256);
  });

  it("from CTV3 to Read v2 translate, and back where a Read v2 code has one CTV3 source", async () => {
    const pairs = harvestedPairs("ctv3-read2");
    const terminology = await terminologyOfPairs(pairs);
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
      const terminology = await terminologyOfPairs(pairs);
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

  it("are never assured by the small pack, and never against what was harvested", () => {
    const terminology = smallTerminology();
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
