import { testContext } from "@gp2gp/adapter-testkit";
import { sourceOfArtefact, sourceOfBytes } from "@gp2gp/core";
import type { Source } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";
import { expectGolden } from "../testing/golden.ts";
import { isSharedAbsent, sharedExtracts } from "../testing/shared-extracts.ts";
import type { ExtractValidation } from "./extract-finding.ts";
import { validateExtractSource } from "./validate-extract-source.ts";

async function validated(source: Source): Promise<ExtractValidation> {
  const result = await validateExtractSource(source);
  if (!result) throw new Error("the source holds an extract");
  return result.validation;
}

describe.skipIf(isSharedAbsent)("the real extracts (skipped where ../shared is absent)", () => {
  const extracts = sharedExtracts();

  it("break the rules they broke", async () => {
    const counts: Record<string, Record<string, number>> = {};
    const errors: string[] = [];
    for (const { name, bytes } of extracts) {
      const { rules, valid } = await validated(sourceOfBytes(name, bytes));
      counts[name] = Object.fromEntries(
        rules.map(({ rule, severity, count }) => [`${severity} ${rule}`, count]),
      );
      if (!valid) errors.push(name);
    }
    expect(extracts).toHaveLength(21);
    // the two that are not valid by their schema either
    expect(errors).toEqual(["emis/PWTP10.xml", "microtest/43generalRC.xml"]);
    expectGolden(new URL("corpus-rules.json", import.meta.url), counts);
  });

  it.each(["UK06", "UK07"])("break no rule when written again as %s", async (formatVersion) => {
    const context = testContext({ formatVersion, confidential: "carry" });
    for (const { name, bytes } of extracts) {
      const read = await gp2gpEhrExtract.read?.(sourceOfBytes(name, bytes), context);
      if (!read?.ok) throw new Error("the extract is read");
      const written = await gp2gpEhrExtract.write?.(read.record, context);
      if (!written?.ok) throw new Error("the record is written");
      const { rules } = await validated(sourceOfArtefact(written.artefact));
      expect([name, rules.filter(({ severity }) => severity === "error")]).toEqual([name, []]);
    }
  });
});
