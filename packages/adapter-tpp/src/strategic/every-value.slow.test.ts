import { loadCases, testContext } from "@gp2gp/adapter-testkit";
import { readRecords } from "@gp2gp/core";
import type { Source } from "@gp2gp/core";
import { expect, it } from "vitest";
import { leavesOfExtract } from "../testing/extract-leaves.ts";
import { tppSrCsvAdapter } from "./tpp-sr-csv-adapter.ts";

const cases = loadCases(new URL("./__fixtures__/", import.meta.url));

async function outcomeOf(source: Source): Promise<string> {
  const readings = await Array.fromAsync(readRecords(tppSrCsvAdapter, source, testContext()));
  return JSON.stringify(readings);
}

it("shows each value of the record of every column: another one in its place is read otherwise", async () => {
  const whole = cases.find(({ name }) => name === "whole-record");
  if (!whole) throw new Error("the case is not there");
  const before = await outcomeOf(whole.source);
  const vanished: string[] = [];
  for (const { where, changed } of await leavesOfExtract(whole.source))
    if ((await outcomeOf(changed())) === before) vanished.push(where);
  expect(vanished).toEqual([]);
}, 300_000);
