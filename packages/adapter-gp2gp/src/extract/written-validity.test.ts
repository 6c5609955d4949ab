import {
  arbitraryRecord,
  canonicalRecords,
  generateRecord,
  storeArbitraryDocuments,
  storeGeneratedDocuments,
  testContext,
} from "@gp2gp/adapter-testkit";
import { sourceOfArtefact } from "@gp2gp/core";
import type { PatientRecord, WriteContext } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";
import { validateExtractSource } from "../validate/index.ts";

// What the tests give no options for: the ids of the exchange.
const ofExchange = new Set(["request-id-malformed"]);

/** The errors our own validator finds in what is written of a record, with their places. */
async function errorsOf(record: PatientRecord, context: WriteContext): Promise<readonly string[]> {
  const written = await gp2gpEhrExtract.write?.(record, context);
  if (!written?.ok) throw new Error("every record is written");
  const checked = await validateExtractSource(sourceOfArtefact(written.artefact));
  if (!checked) throw new Error("every message is an extract");
  return checked.validation.findings
    .filter(({ rule, severity }) => severity === "error" && !ofExchange.has(rule))
    .map(({ rule, place }) => `${rule} ${place.path}`);
}

describe.each(["UK06", "UK07"] as const)(
  "what is written as %s is valid to ourselves",
  (version) => {
    const context = testContext({ formatVersion: version, confidential: "carry" });

    it("of canonical records", async () => {
      const found = [];
      for (const { name, record } of canonicalRecords)
        found.push(...(await errorsOf(record, context)).map((error) => `${name}: ${error}`));
      expect(found).toEqual([]);
    });

    it("of whole lives", async () => {
      for (const seed of [1, 2, 3]) {
        const record = generateRecord({ seed, years: 30 });
        await storeGeneratedDocuments(record, context.content);
        expect(await errorsOf(record, context)).toEqual([]);
      }
    });

    it("of arbitrary records", async () => {
      await storeArbitraryDocuments(context.content);
      const found = [];
      for (const record of fc.sample(arbitraryRecord(), { numRuns: 40, seed: 21 }))
        found.push(...(await errorsOf(record, context)));
      expect(found).toEqual([]);
    });
  },
);
