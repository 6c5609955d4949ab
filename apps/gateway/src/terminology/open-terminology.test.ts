import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TranslationRequest } from "@gp2gp/core";
import { openPack, packBytesOf, parsePolicy, smallPackUrl } from "@gp2gp/terminology";
import { afterAll, describe, expect, it } from "vitest";
import { createLogger } from "../create-logger.ts";
import { openTerminology } from "./open-terminology.ts";
import type { TerminologySettings } from "./open-terminology.ts";

const folder = mkdtempSync(join(tmpdir(), "gp2gp-maps-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = readFileSync(smallPackUrl);

/** The small pack as a file, with a byte of every so many changed from a place on. */
function packFile(name: string, damagedFrom = Infinity, every = 1_024): string {
  const bytes = Buffer.from(small);
  for (let at = damagedFrom; at < bytes.length; at += every) bytes[at] = (bytes[at] ?? 0) ^ 1;
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function open(settings: TerminologySettings) {
  const said: { readonly level: number; readonly msg: string }[] = [];
  const logger = createLogger("info", { write: (line) => void said.push(JSON.parse(line)) });
  return { said, ...openTerminology(settings, logger) };
}

const smoker: TranslationRequest = {
  coded: { codings: [{ system: "ctv3", code: "XE0oh", asserted: "source" }] },
  targets: ["read-v2"],
  kind: "record-entry",
};
const asAllergy: TranslationRequest = { ...smoker, kind: "drug-allergy" };

describe("the code maps of a gateway", () => {
  it("are the small pack where none is named, which is said once", async () => {
    const { terminology, said, close } = open({});
    for (let times = 0; times < 2; times += 1)
      expect(terminology.translate(smoker)).toMatchObject({ coding: { code: "1371.00" } });
    expect(terminology.translate(asAllergy)).toMatchObject({ reason: "unassured-policy" });
    expect(said).toMatchObject([{ level: 40, msg: expect.stringContaining("small pack") }]);
    await close();
  });

  it("are a named pack's, used as the operator's policy says", async () => {
    const policy = parsePolicy("unknown");
    if (!policy) throw new Error("no policy");
    const { terminology, said, close } = open({ pack: packFile("whole.gpt1"), policy });
    expect(terminology.translate(asAllergy)).toMatchObject({ coding: { code: "1371.00" } });
    expect(said).toMatchObject([{ level: 30, pack: "small pack", sets: expect.any(Array) }]);
    await close();
  });

  it("are none where the operator wants none: codes are degraded, which is said once", () => {
    const { terminology, said } = open({ pack: "none" });
    for (let times = 0; times < 2; times += 1)
      expect(terminology.translate(smoker)).toEqual({ outcome: "no-map", reason: "no-map" });
    expect(said).toMatchObject([{ level: 40, msg: expect.stringContaining("stand-in") }]);
  });

  it.each([
    ["that is damaged", packFile("damaged.gpt1", 20_000), /damaged\.gpt1: .*damaged or cut short/],
    ["that is none", import.meta.filename, /\.ts: The file is no terminology pack/],
    ["that is not there", join(folder, "nowhere.gpt1"), /nowhere\.gpt1: There is no such file/],
  ])("end the start with a sentence for a pack %s", (_, pack, sentence) => {
    expect(() => open({ pack })).toThrow(sentence);
    expect(() => open({ pack })).toThrow(
      expect.objectContaining({ advice: expect.stringContaining("GP2GP_PACK") }),
    );
  });

  it("are given up where the pack proves damaged in use, which is said once", async () => {
    const { hotBytes, bodyBytes } = openPack(packBytesOf(small)).header;
    const pack = packFile("later.gpt1", small.length - bodyBytes + hotBytes);
    const { terminology, said, close } = open({ pack });
    for (let times = 0; times < 2; times += 1)
      expect(terminology.translate(smoker)).toEqual({ outcome: "no-map", reason: "no-map" });
    expect(said).toMatchObject([{ level: 30 }, { level: 50, err: { code: "pack-damaged" } }]);
    await close();
  });
});
