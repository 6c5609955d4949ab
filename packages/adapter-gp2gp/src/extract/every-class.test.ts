import { readFileSync } from "node:fs";
import { bytesOf, diffRecords, sourceOfArtefact, sourceOfBytes } from "@gp2gp/core";
import { testContext } from "@gp2gp/adapter-testkit";
import { parseXml } from "@gp2gp/xml";
import { XsdSchema } from "@gp2gp/xsd";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";
import { leavesOf, missingLeaves } from "../testing/leaves.ts";
import { isSharedAbsent, schemaOf } from "../testing/shared-extracts.ts";

const bytes = readFileSync(new URL("__fixtures__/every-class/source.xml", import.meta.url));

async function read(source = sourceOfBytes("source.xml", bytes), context = testContext()) {
  const result = await gp2gpEhrExtract.read?.(source, context);
  if (!result?.ok) throw new Error("the sample is read");
  return result;
}

async function write(formatVersion: "UK06" | "UK07", context = testContext({ formatVersion })) {
  const { record } = await read();
  const result = await gp2gpEhrExtract.write?.(record, context);
  if (!result?.ok) throw new Error("the sample is written");
  const [part] = result.artefact.parts;
  return { ...result, record, message: part ? await bytesOf(part) : new Uint8Array() };
}

describe("a message with every class and all their optional parts", () => {
  it("comes back leaf by leaf and says the same", async () => {
    const { record, artefact, message } = await write("UK07");
    const before = leavesOf((await parseXml(bytes)).root);
    const after = leavesOf((await parseXml(message)).root);
    expect(missingLeaves(before, after)).toEqual([]);
    expect(missingLeaves(after, before)).toEqual([]);
    const again = await read(sourceOfArtefact(artefact));
    expect(diffRecords(record, again.record)).toEqual([]);
  });

  it("leaves out what is confidential where the version cannot mark it, and says so", async () => {
    const { losses, issues, message } = await write("UK06");
    const text = new TextDecoder().decode(message);
    expect(text).not.toContain("NOPAT");
    // The consultation is confidential: nothing that stands in it is written.
    expect(text).not.toContain("Wheeze on exertion");
    expect(losses.filter(({ type }) => type === "withheld").length).toBeGreaterThan(5);
    expect(issues.some(({ code }) => code === "confidential-withheld")).toBe(true);
  });

  it("carries what is confidential where the operator chose so, with a warning, and reads it back", async () => {
    const { record, artefact, issues } = await write(
      "UK06",
      testContext({ formatVersion: "UK06", confidential: "carry" }),
    );
    expect(issues.some(({ code }) => code === "confidential-carried")).toBe(true);
    const again = await read(sourceOfArtefact(artefact));
    expect(diffRecords(record, again.record)).toEqual([]);
  });

  it.skipIf(isSharedAbsent)(
    "is valid in both versions (skipped where ../shared is absent)",
    async () => {
      for (const version of ["UK06", "UK07"] as const) {
        using schema = XsdSchema.load(schemaOf(version));
        if (version === "UK07") expect(schema.validate(bytes)).toEqual([]);
        expect(schema.validate((await write(version)).message)).toEqual([]);
      }
    },
  );
});
