import { diffRecords, renderDifferences } from "@gp2gp/core";
import type { AdapterCase } from "../cases/adapter-case.ts";
import { memoryContent } from "../context/memory-content.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";
import { homeVersion } from "./home-version.ts";
import { leavesOfCase } from "./nothing-vanishes.ts";

export const home: Law = {
  name: "home",
  holds: "what came from a system goes back to it as it came: codes, ids, dates, numbers, text.",
  checks: (bench) =>
    bench.suite.cases.flatMap((one) => [
      {
        title: `the record of ${one.name} is the same at home`,
        ...bench.unless(bench.reads && bench.writes, "read and write"),
        run: () => sameRecord(bench, one),
      },
      {
        title: `every value of ${one.name} is there at home`,
        ...bench.unless(bench.reads && bench.writes, "read and write"),
        run: () => sameValues(bench, one),
      },
    ]),
};

/** Home again, a record needs no loss: the format held all of it before. */
async function sameRecord(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const findings: Finding[] = [];
  const content = memoryContent();
  for (const { result } of await bench.readCase(one, content)) {
    if (!result.ok) continue;
    const written = await bench.write(result.record, {
      content,
      ...homeVersion(bench, result.record),
    });
    if (!written.ok) {
      findings.push({
        broken: "A record of this format cannot be written home.",
        found: written.issues.map(({ code }) => code),
        advice: "whatever the reader takes, the writer gives back.",
      });
      continue;
    }
    const [again] = await bench.read(written.source, { ...one.read, content });
    if (!again?.result.ok) {
      findings.push({
        broken: "What was written home cannot be read.",
        advice: "see the law round-trip.",
      });
      continue;
    }
    const differences = diffRecords(result.record, again.result.record);
    if (differences.length > 0)
      findings.push({
        broken: "The record is another one after going home.",
        found: renderDifferences(differences).split("\n"),
        advice:
          "a fact that came from a place of the format goes back to that place; keep what the record has no word for in supplierData and use it while it still says what the record says.",
      });
    const losses = written.losses.filter(({ type }) => type !== "translated");
    if (losses.length > 0)
      findings.push({
        broken: "Facts that came from this format are lost or only carried when they go home.",
        found: losses.map(({ type, record, reason }) => `${record} ${type} ${reason}`),
        advice: "the format had a place for them, for they came from it: write them there.",
      });
  }
  return findings;
}

/** The last two steps of a path: an envelope around the artefact, and its name, are not what goes home. */
function placeOf(where: string): string {
  return where
    .slice(where.indexOf(" ") + 1)
    .split("/")
    .slice(-2)
    .join("/");
}

/** Values of the source that are not among the values at the same places of the artefact written home. */
async function sameValues(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const content = memoryContent();
  const readings = await bench.readCase(one, content);
  const [first] = readings;
  if (readings.length !== 1 || !first?.result.ok) return [];
  const version = homeVersion(bench, first.result.record);
  const written = await bench.write(first.result.record, { content, ...version });
  if (!written.ok) return [];
  const meaningless = bench.suite.meaningless ?? [];
  const at = new Map<string, number>();
  for (const { where, value } of await leavesOfCase({ ...one, source: written.source })) {
    const key = `${placeOf(where)}: ${value}`;
    at.set(key, (at.get(key) ?? 0) + 1);
  }
  const missing: string[] = [];
  for (const { where, value } of await leavesOfCase(one)) {
    if (meaningless.some((place) => place.where.test(where))) continue;
    const key = `${placeOf(where)}: ${value}`;
    const left = at.get(key) ?? 0;
    if (left === 0) missing.push(key.slice(0, 200));
    else at.set(key, left - 1);
  }
  if (missing.length === 0) return [];
  return [
    {
      broken: "Values of the source are not at their places in what is written home.",
      found: missing,
      advice:
        "keep the digits, the case, the padding and the precision the source used. What means nothing to a record goes into `meaningless` of the suite, with the reason.",
    },
  ];
}
