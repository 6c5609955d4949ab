import { testContext } from "@gp2gp/adapter-testkit";
import { diffRecords, emptyRecord, newEntry, readRecords, sourceOfArtefact } from "@gp2gp/core";
import type { PatientRecord, TerminologyV1 } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { ledgerAdapter } from "./testkit-ledger-adapter.ts";

const map = { set: "rctctv3map", release: "2020", method: "direct", assured: true };
const terminology: TerminologyV1 = {
  specificationVersion: "v1",
  translate: () => ({
    outcome: "mapped",
    coding: { system: "ctv3", code: "H33..", display: "Asthma", asserted: "mapped", map },
  }),
};

describe("a code that a map finds", () => {
  const record: PatientRecord = {
    ...emptyRecord(
      { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
      {
        format: "testkit-other",
      },
    ),
    observations: [
      {
        ...newEntry("F908C31F-71D7-5BF8-8655-DF36354985BF", 0, {}),
        concept: { codings: [{ system: "read-v2", code: "H33..00", asserted: "source" }] },
      },
    ],
  };

  it("is shown, said to be mapped, and none of the record's own when read back", async () => {
    const context = testContext({ terminology });
    const written = await ledgerAdapter.write?.(record, context);
    if (written?.ok !== true) throw new Error("not written");
    expect(written.losses.map(({ type, reason }) => [type, reason])).toEqual([
      ["translated", "code-translated"],
      ["degraded", "code-translated"],
    ]);
    const source = sourceOfArtefact(written.artefact);
    const [notes] = source.parts.filter(({ name }) => name === "notes.csv");
    const text = Buffer.concat(await Array.fromAsync(notes?.open() ?? [])).toString();
    expect(text).toContain("H33..,Asthma");
    expect(text).toContain("[Code mapped: assured, by rctctv3map 2020]");
    for await (const { result } of readRecords(ledgerAdapter, source, context))
      expect(result.ok && diffRecords(record, result.record)).toEqual([]);
  });
});
