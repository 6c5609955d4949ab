import { spawnSync } from "node:child_process";

import type { Measurement } from "./measurement.ts";
import { suites } from "./suites.ts";

/**
 * Without arguments runs every suite, with names those: each in a process of its own, so that one's memory is not another's.
 * Ends with 1 where a budget is missed.
 */
async function main(given: readonly string[]): Promise<number> {
  const [first, name] = given;
  if (first === "--suite") return measure(name ?? "");

  const wanted = given.length === 0 ? Object.keys(suites) : given;
  const unknown = wanted.filter((one) => suites[one] === undefined);
  if (unknown.length > 0) {
    console.error(
      `There is no suite ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}.`,
    );
    return 2;
  }
  const failed = wanted.filter((one) => {
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, import.meta.filename, "--suite", one],
      { stdio: "inherit" },
    );
    return status !== 0;
  });
  return failed.length === 0 ? 0 : 1;
}

async function measure(name: string): Promise<number> {
  const suite = suites[name];
  if (suite === undefined) return 2;
  console.log(name);
  const measurements = await suite();
  for (const one of measurements) console.log(`  ${rowOf(one)}`);
  return measurements.every(keepsBudget) ? 0 : 1;
}

function rowOf(measurement: Measurement): string {
  const { what, megabytesPerSecond, peakMegabytes, budget = {} } = measurement;
  const wanted = [
    budget.megabytesPerSecond === undefined ? [] : `at least ${budget.megabytesPerSecond} MB/s`,
    budget.peakMegabytes === undefined ? [] : `at most ${budget.peakMegabytes} MB`,
  ].flat();
  const verdict =
    wanted.length === 0
      ? ""
      : `  ${keepsBudget(measurement) ? "kept" : "MISSED"}: ${wanted.join(", ")}`;
  return `${what.padEnd(44)} ${megabytesPerSecond.toFixed(1).padStart(7)} MB/s ${`+${peakMegabytes.toFixed(0)}`.padStart(6)} MB${verdict}`;
}

function keepsBudget({ megabytesPerSecond, peakMegabytes, budget = {} }: Measurement): boolean {
  return (
    megabytesPerSecond >= (budget.megabytesPerSecond ?? 0) &&
    peakMegabytes <= (budget.peakMegabytes ?? Infinity)
  );
}

process.exitCode = await main(process.argv.slice(2));
