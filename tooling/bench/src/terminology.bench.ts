import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Coded, DegradeKind } from "@gp2gp/core";
import { openFileBytes } from "@gp2gp/files";
import { buildPack, createTerminology, openPack } from "@gp2gp/terminology";
import type { PackTerminology } from "@gp2gp/terminology";

import type { Measurement } from "./measurement.ts";
import { lookups, officialSizeTables } from "./terminology-tables.ts";

const million = 1e6;
const noCode = 0xffff_ffff;

/** Synthetic map tables of the official size: made into a pack, opened, looked up and translated. */
export async function benchTerminology(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "gp2gp-bench-"));
  const path = join(folder, "official.gpt1");
  try {
    const built = buildElsewhere(path);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    using file = openFileBytes(path);
    const pack = openPack(file);
    const opened: Measurement = {
      what: "official-size pack opened",
      value: performance.now() - start,
      unit: "ms",
      peakMegabytes: (process.memoryUsage().rss - before) / million,
      budget: { atMost: 200, peakMegabytes: 64 },
    };
    const terminology = createTerminology(pack);
    return [
      built,
      opened,
      rate(
        "codes found with the codes they lead to",
        2 * million,
        () => findCodes(terminology),
        million,
      ),
      rate(
        "translations, of 3,000 codes said often",
        million,
        () => translateOften(terminology),
        million,
      ),
      rate("translations, each of another code", 200_000, () => translateOnce(terminology)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A pack is built in a process of its own, whose memory is not that of a process that opens it. */
function buildElsewhere(path: string): Measurement {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, path],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error("The pack of official size was not built.");
  return JSON.parse(stdout) as Measurement;
}

async function buildHere(path: string): Promise<Measurement> {
  const start = performance.now();
  const { pieces, tables } = await buildPack([
    { name: "synthetic_20200401000001", source: officialSizeTables() },
  ]);
  writeFileSync(path, Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    what: `${rows.toLocaleString("en-GB")} rows of tables made into a pack`,
    value: (performance.now() - start) / 1000,
    unit: "s",
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** The best of three rounds of work that goes through so many codes. */
function rate(what: string, codes: number, work: () => number, atLeast?: number): Measurement {
  const before = process.memoryUsage().rss;
  let best = 0;
  let peak = before;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    if (work() === 0) throw new Error(`Nothing came of it: ${what}.`);
    best = Math.max(best, codes / ((performance.now() - start) / 1000));
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return {
    what,
    value: best,
    unit: "/s",
    peakMegabytes: (peak - before) / million,
    ...(atLeast !== undefined && { budget: { atLeast } }),
  };
}

/** A prime step goes through all codes in an order no cache knows. */
function nth(codes: readonly string[], index: number): string {
  return codes[(index * 7_919) % codes.length] ?? "";
}

function findCodes({ pack }: PackTerminology): number {
  const [from, to] = [pack.system("ctv3"), pack.system("read-v2")];
  const relation = pack.relation("ctv3", "read-v2");
  if (!from || !to || !relation) return 0;
  let found = 0;
  for (let index = 0; index < 2 * million; index += 1) {
    const [start, end] = relation.rowsOf(from.codes.find(nth(lookups.ctv3, index)));
    const target = relation.target[start] ?? noCode;
    if (start < end && target !== noCode) found += to.codes.code(target).length;
  }
  return found;
}

const kind: DegradeKind = "record-entry";
const targets = ["read-v2", "emis", "snomed"];

function concept(code: string): Coded {
  return { codings: [{ system: "ctv3", code, display: "Synthetic term", asserted: "source" }] };
}

function translateOften(terminology: PackTerminology): number {
  let mapped = 0;
  for (let index = 0; index < million; index += 1) {
    const coded = concept(lookups.ctv3[(index * 7_919) % 3_000] ?? "");
    if (terminology.translate({ coded, targets, kind }).outcome === "mapped") mapped += 1;
  }
  return mapped;
}

function translateOnce(terminology: PackTerminology): number {
  let mapped = 0;
  for (let index = 0; index < 200_000; index += 1) {
    const coded = concept(nth(lookups.ctv3, index));
    if (terminology.translate({ coded, targets, kind }).outcome === "mapped") mapped += 1;
  }
  return mapped;
}

if (import.meta.main) console.log(JSON.stringify(await buildHere(process.argv[2] ?? "")));
