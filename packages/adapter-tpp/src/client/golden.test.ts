import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cases, fixtureUrl, sourceOfCase } from "./testing/cases.ts";
import { readOk, writeOk } from "./testing/read-and-write.ts";

const golden = (name: string, file: string): string => fileURLToPath(fixtureUrl(name, file));
const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

describe.each(cases)("%s", (name, formatVersion) => {
  it("is read into the record and the issues on file", async () => {
    const { record, issues } = await readOk(sourceOfCase(name));
    await expect(text(record)).toMatchFileSnapshot(golden(name, "record.json"));
    await expect(text(issues)).toMatchFileSnapshot(golden(name, "issues.json"));
  });

  it("is written with the losses on file", async () => {
    const { record } = await readOk(sourceOfCase(name));
    const { losses } = await writeOk(record, { formatVersion });
    await expect(text(losses)).toMatchFileSnapshot(golden(name, "losses.json"));
  });
});
