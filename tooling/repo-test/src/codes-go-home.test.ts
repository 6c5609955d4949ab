import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { testContext } from "@gp2gp/adapter-testkit";
import { tppClientXmlAdapter } from "@gp2gp/adapter-tpp";
import {
  bytesOf,
  diffRecords,
  emptyRecord,
  newEntry,
  noMaps,
  sourceOfArtefact,
  writeRecord,
} from "@gp2gp/core";
import type {
  Artefact,
  Coded,
  Loss,
  PatientRecord,
  SupplierAdapterV1,
  TerminologyV1,
  WriteContext,
} from "@gp2gp/core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { harvestedPairs, hasPairs, pairFiles } from "./testing/harvested-pairs.ts";
import { smallTerminology, terminologyOfPairs } from "./testing/pair-packs.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Home {
  readonly adapter: SupplierAdapterV1;
  /** The code systems its own records are coded in. */
  readonly systems: readonly string[];
  readonly formatVersion?: string;
  /** What an artefact says of itself: when it was made, and its rows numbered. */
  readonly envelope: RegExp;
}

const tpp: Home = {
  adapter: tppClientXmlAdapter,
  systems: ["ctv3", "multilex"],
  formatVersion: "client-integration",
  envelope: /<ResponseUID>.*?<\/ResponseUID>/gs,
};
const emis: Home = {
  adapter: emisOpenAdapter,
  systems: ["read-v2", "emis", "emis-drug"],
  envelope: /<MessageInformation(?:\/>|>.*?<\/MessageInformation>)|<RefID>\d+<\/RefID>/gs,
};
const extract: Home = {
  adapter: gp2gpEhrExtract,
  systems: ["ctv3", "read-v2", "emis", "emis-drug", "multilex", "gemscript", "microtest-5"],
  envelope: /^$/g,
};
const ways: readonly (readonly [home: Home, by: readonly SupplierAdapterV1[]])[] = [
  [tpp, [emisOpenAdapter]],
  [tpp, [gp2gpEhrExtract, emisOpenAdapter, gp2gpEhrExtract]],
  [emis, [tppClientXmlAdapter]],
  [emis, [gp2gpEhrExtract, tppClientXmlAdapter, gp2gpEhrExtract]],
  [extract, [tppClientXmlAdapter]],
  [extract, [emisOpenAdapter]],
];
const packs = ["full", "small", "empty"] as const;
const drugSystems = new Set(["multilex", "emis-drug", "gemscript", "microtest-5"]);

const idOf = (kind: string, number: number): string =>
  `0E00000${kind}-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Every code that was harvested and is of one of the systems, in entries of several kinds. */
function recordOfCodes({ systems, adapter }: Home): PatientRecord {
  const record = emptyRecord(
    { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
    { format: adapter.id },
  );
  const effective = { kind: "point", at: "2011-03-14T10:00:00" } as const;
  const consultation = idOf("0", 1);
  record.consultations.push({ ...newEntry(consultation, 0, {}), effective });
  const sources = new Map(
    pairFiles
      .flatMap(harvestedPairs)
      .map(({ source }) => [`${source.system} ${source.code}`, source]),
  );
  let order = 0;
  for (const [at, { system, code, display }] of [...sources.values()].entries()) {
    if (!systems.includes(system)) continue;
    const shown = display === "" ? {} : { display };
    const concept: Coded = { codings: [{ system, code, ...shown, asserted: "source" }] };
    const entry = (kind: string) => ({
      ...newEntry(idOf(kind, at + 1), order++, {}),
      ...{ consultation, effective, concept },
    });
    if (drugSystems.has(system)) {
      record.issues.push({
        ...entry("1"),
        effective: { kind: "period", start: "2011-03-14", end: "2011-04-11" },
        statement: idOf("1", at + 1),
        dosages: ["One daily"],
        quantity: { value: "28", unit: "tablet" },
        type: {
          codings: [{ system: "tpp:medication-type", code: "NHS medication", asserted: "source" }],
        },
      });
      continue;
    }
    record.observations.push(entry("2"));
    record.allergies.push({
      ...entry("3"),
      kind: at % 2 === 0 ? "drug" : "non-drug",
      substances: [],
    });
    if (at % 3 === 0) record.plans.push({ ...entry("4"), kind: "diary" });
    if (at % 3 === 1) record.referrals.push(entry("5"));
  }
  return record;
}

async function written(
  adapter: SupplierAdapterV1,
  record: PatientRecord,
  context: WriteContext,
): Promise<{ readonly artefact: Artefact; readonly losses: readonly Loss[] }> {
  const result = await writeRecord(adapter, record, context);
  if (!result.ok) throw new Error("not written");
  return result;
}

async function readFrom(
  adapter: SupplierAdapterV1,
  artefact: Artefact,
  context: WriteContext,
): Promise<PatientRecord> {
  const result = await adapter.read?.(sourceOfArtefact(artefact), context);
  if (!result?.ok) throw new Error("not read");
  return result.record;
}

async function textOf({ parts: [part] }: Artefact, { envelope }: Home): Promise<string> {
  if (!part) throw new Error("nothing was written");
  return Buffer.from(await bytesOf(part))
    .toString("utf8")
    .replaceAll(envelope, "");
}

describe.skipIf(!hasPairs)("every harvested code (skipped where the shared data is absent)", () => {
  const terminologies = new Map<string, TerminologyV1>([["empty", noMaps]]);
  beforeAll(async () => {
    terminologies.set("small", smallTerminology());
    terminologies.set("full", await terminologyOfPairs(pairFiles.flatMap(harvestedPairs)));
  });

  it("has a home", () => {
    const systems = new Set(
      pairFiles.flatMap(harvestedPairs).map(({ source: { system } }) => system),
    );
    expect(systems).toEqual(new Set(extract.systems));
  });

  describe.each(
    ways.map(
      ([home, by]) =>
        [`${home.adapter.id} by way of ${by.map(({ id }) => id).join(", ")}`, home, by] as const,
    ),
  )("goes home to %s", (_, home, by) => {
    it.each(packs)("as it came, with a pack that is %s", async (pack) => {
      const terminology = terminologies.get(pack) ?? noMaps;
      const abroad = testContext({ confidential: "carry", terminology });
      const { formatVersion } = home;
      const atHome = { ...abroad, ...(formatVersion !== undefined && { formatVersion }) };
      const first = await written(home.adapter, recordOfCodes(home), {
        ...atHome,
        terminology: noMaps,
      });
      const origin = await readFrom(home.adapter, first.artefact, atHome);
      let record = origin;
      let translated = 0;
      for (const adapter of by) {
        const { artefact, losses } = await written(adapter, record, abroad);
        translated += losses.filter(({ type }) => type === "translated").length;
        record = await readFrom(adapter, artefact, abroad);
        expect(diffRecords(origin, record).slice(0, 3)).toEqual([]);
      }
      const last = await written(home.adapter, record, atHome);
      expect((await textOf(last.artefact, home)) === (await textOf(first.artefact, home))).toBe(
        true,
      );
      // What a pack knows is translated on the way into another system; an extract keeps the codes it is given.
      const isForeign = by.some(({ id }) => id !== gp2gpEhrExtract.id);
      expect(translated > 0).toBe(pack !== "empty" && isForeign);
    });
  });
});
