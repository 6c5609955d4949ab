import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readDemographics } from "./read-demographics.ts";

const of = (value: string) => ({ identifiers: [{ system: "nhs-number", value }] });
const mary = { ...of("9990000018"), birthDate: "1960-05-12", sex: "female" };

async function fileOf(json: unknown): Promise<string> {
  const path = join(await temporaryFolder(), "demographics.json");
  await writeFile(path, typeof json === "string" ? json : JSON.stringify(json));
  return path;
}

it("reads one patient for every record, or an array to choose from", async () => {
  expect((await readDemographics(await fileOf(mary)))(of("9990000026"))).toEqual(mary);
  const choose = await readDemographics(await fileOf([of("9990000026"), mary]));
  expect(choose(of("9990000018"))).toEqual(mary);
  expect(choose(of("9990000034"))).toBeUndefined();
});

it("says where a file is wrong, and nothing that stands there", async () => {
  for (const [json, said] of [
    ["Smith", /cannot be read as JSON/],
    [[mary, { ...mary, sex: "Smith" }], /at \/1\/sex/],
    [{ ...mary, surname: "Smith" }, /at its top: unrecognized_keys/],
  ] as const) {
    const reading = readDemographics(await fileOf(json));
    await expect(reading).rejects.toThrow(said);
    await expect(reading).rejects.not.toThrow(/Smith/);
  }
});
