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
  const { what, peakMegabytes } = measurement;
  const { value, unit, atLeast, atMost, peak } = figureOf(measurement);
  const wanted = [
    atLeast === undefined ? [] : `at least ${shown(atLeast)} ${unit}`,
    atMost === undefined ? [] : `at most ${shown(atMost)} ${unit}`,
    peak === undefined ? [] : `at most ${peak} MB`,
  ].flat();
  const verdict =
    wanted.length === 0
      ? ""
      : `  ${keepsBudget(measurement) ? "kept" : "MISSED"}: ${wanted.join(", ")}`;
  return `${what.padEnd(44)} ${shown(value).padStart(9)} ${unit} ${`+${peakMegabytes.toFixed(0)}`.padStart(6)} MB${verdict}`;
}

function figureOf(measurement: Measurement) {
  if ("unit" in measurement) {
    const { value, unit, budget = {} } = measurement;
    return { value, unit, ...budget, peak: budget.peakMegabytes };
  }
  const { megabytesPerSecond: value, budget = {} } = measurement;
  return {
    value,
    unit: "MB/s",
    atLeast: budget.megabytesPerSecond,
    atMost: undefined,
    peak: budget.peakMegabytes,
  };
}

function shown(value: number): string {
  return value >= 10_000 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(1);
}

function keepsBudget(measurement: Measurement): boolean {
  const { value, atLeast = 0, atMost = Infinity, peak = Infinity } = figureOf(measurement);
  return value >= atLeast && value <= atMost && measurement.peakMegabytes <= peak;
}

process.exitCode = await main(process.argv.slice(2));
