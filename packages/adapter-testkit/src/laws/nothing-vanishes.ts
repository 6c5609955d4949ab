import type { Source } from "@gp2gp/core";
import type { AdapterCase } from "../cases/adapter-case.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";
import { partsInMemory } from "../kit/source-of-parts.ts";
import { leavesOfParts } from "../leaves/leaves-of-source.ts";
import type { SourceLeaf } from "../leaves/source-leaf.ts";

/** How many values of a case are tried, and how many bytes are read for it, at most. */
const bounds = { leaves: 400, bytes: 40_000_000 };

export const nothingVanishes: Law = {
  name: "nothing-vanishes",
  holds:
    "every value of the source is in the record, its supplier data, its residue, or named by an issue.",
  checks: (bench) =>
    bench.suite.cases.map((one) => ({
      title: one.name,
      ...bench.unless(bench.reads, "read"),
      run: () => changedValuesShow(bench, one),
    })),
};

/** A value vanishes when another in its place makes no difference to what is read. */
async function changedValuesShow(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const unreadable = (await bench.readCase(one)).filter(({ result }) => !result.ok);
  if (unreadable.length > 0)
    return [{ broken: "The case cannot be read.", advice: "see the law golden first." }];
  const all = await leavesOfCase(one);
  if (all.length === 0)
    return [
      {
        broken: "The kit finds no values in the source of this case.",
        advice:
          "it looks into XML, JSON and delimited text in UTF-8; for other sources give the case `leaves`.",
      },
    ];
  const parts = await partsInMemory(one.source);
  const size = parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 1);
  const count = Math.max(20, Math.min(bounds.leaves, Math.floor(bounds.bytes / size)));
  const meaningless = bench.suite.meaningless ?? [];
  const leaves = all.filter(({ where }) => !meaningless.some((place) => place.where.test(where)));
  const before = await outcomeOf(bench, one, one.source);
  const vanished = new Map<string, number>();
  for (const leaf of spread(leaves, count)) {
    if ((await outcomeOf(bench, one, leaf.changed())) === before)
      vanished.set(leaf.where, (vanished.get(leaf.where) ?? 0) + 1);
  }
  if (vanished.size === 0) return [];
  return [
    {
      broken:
        "Values of the source can be changed without any difference in record, supplier data, residue or issues.",
      found: [...vanished].map(
        ([where, times]) => `${where}${times > 1 ? ` (${String(times)} times)` : ""}`,
      ),
      advice:
        "map them, keep them in supplierData or residue, or raise an issue at their place. A value fixed by the schema is to be checked. What means nothing to a record goes into `meaningless` of the suite, with the reason.",
    },
  ];
}

export async function leavesOfCase(one: AdapterCase): Promise<readonly SourceLeaf[]> {
  return one.leaves ? one.leaves(one.source) : leavesOfParts(await partsInMemory(one.source));
}

async function outcomeOf(bench: Bench, one: AdapterCase, source: Source): Promise<string> {
  try {
    return JSON.stringify(await bench.read(source, one.read));
  } catch {
    return "threw";
  }
}

/** So many items, evenly spread, with one of every place among them as far as they go. */
function spread(leaves: readonly SourceLeaf[], count: number): SourceLeaf[] {
  if (leaves.length <= count) return [...leaves];
  const firsts = [...new Map(leaves.map((leaf) => [leaf.where, leaf] as const)).values()];
  const chosen = new Set(firsts.slice(0, count));
  const step = leaves.length / count;
  for (let at = 0; chosen.size < count && at < leaves.length; at += step) {
    const leaf = leaves[Math.floor(at)];
    if (leaf) chosen.add(leaf);
  }
  return [...chosen];
}
