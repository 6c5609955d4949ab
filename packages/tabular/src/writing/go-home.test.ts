import { readFileSync, readdirSync } from "node:fs";
import { testContext } from "@gp2gp/adapter-testkit";
import { bytesOf } from "@gp2gp/core";
import type { Artefact, PatientRecord, Source } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { readTabular } from "../reading/read-tabular.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { ledgerFormat } from "../testing/testkit-ledger-adapter.ts";
import { writeTabular } from "./write-tabular.ts";

const folder = new URL("../testing/__fixtures__/two-patients/source/", import.meta.url);

function sourceOf(texts: ReadonlyMap<string, string>): Source {
  return {
    parts: [...texts].map(([name, text]) => ({
      name,
      async *open(range?: { readonly start: number; readonly end?: number }) {
        const bytes = new TextEncoder().encode(text);
        yield await Promise.resolve(bytes.subarray(range?.start, range?.end));
      },
    })),
  };
}

const twoPatients = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const),
);

async function firstOf(source: Source, format: TabularFormat = ledgerFormat) {
  for await (const { result } of readTabular(format, source, testContext()))
    if (result.ok) return result;
  throw new Error("nothing was read");
}

async function written(record: PatientRecord, format: TabularFormat = ledgerFormat) {
  const result = await writeTabular(format, record, testContext());
  if (!result.ok) throw new Error("not written");
  return result;
}

async function textOf({ parts }: Artefact, name: string): Promise<string> {
  const part = parts.find((one) => one.name === name);
  return part ? new TextDecoder().decode(await bytesOf(part)) : "";
}

describe("what only the format knows", () => {
  it("goes home to places the writing leaves empty while the record says what it said", async () => {
    const { record } = await firstOf(sourceOf(twoPatients));
    const { artefact, losses } = await written(record);
    expect(await textOf(artefact, "notes.csv")).toContain(",about 70,kg");
    expect(losses).toEqual([]);
  });

  it("goes home where text says more than rows can, which is none of its making", async () => {
    const notes = [
      "Note,Patient,Visit,Date,Code,Term,Value,Unit,Words",
      'n1,1,,1999-03-04,22A..,Weight,about 70,kg,"Clothed\n[Carried from the sending system]\n[Effective / at: 1999-03-04T09:30]"',
      "",
    ].join("\n");
    const { record } = await firstOf(sourceOf(new Map([...twoPatients, ["notes.csv", notes]])));
    expect(record.observations[0]?.effective).toEqual({ kind: "point", at: "1999-03-04T09:30" });
    const { artefact } = await written(record);
    expect(await textOf(artefact, "notes.csv")).toBe(notes);
  });

  it("stays away where a corrected fact would be shown as it was", async () => {
    const { record } = await firstOf(sourceOf(twoPatients));
    const observations = record.observations.map((one) =>
      one.value?.kind === "text"
        ? { ...one, value: { kind: "text", text: "lost 2" } as const }
        : one,
    );
    const { artefact } = await written({ ...record, observations });
    const notes = await textOf(artefact, "notes.csv");
    expect(notes).not.toContain("about 70");
    expect(notes).toContain('[Value: ""lost 2""]');
  });
});

describe("a row that takes the place of an earlier one", () => {
  const format: TabularFormat = {
    ...ledgerFormat,
    tables: ledgerFormat.tables.map((table) => ({
      ...table,
      supersedes: ({ cells }, other) =>
        cells["Code"] === "H30.." && other.cells["Code"] === "H33..",
    })),
  };
  const notes = [
    "Note,Patient,Visit,Date,Code,Term,Value,Unit,Words",
    "n1,1,,1999,H33..,Asthma,,,",
    "n1,1,,1999,H30..,Bronchitis,,,",
    "n1,1,,1999,H31..,Chronic bronchitis,,,",
    "",
  ].join("\n");
  const source = sourceOf(new Map([...twoPatients, ["notes.csv", notes]]));

  it("is the fact, and the earlier one is kept and named", async () => {
    const { record, issues } = await firstOf(source, format);
    expect(record.observations.map(({ concept }) => concept?.codings[0]?.code)).toEqual(["H30.."]);
    expect(issues.map(({ code }) => code)).toEqual(["row-repeated", "row-superseded"]);
    expect(record.residue.map(({ kind }) => kind)).toEqual(["technical", "clinical"]);
  });

  it("goes home behind it, so that it is the fact there too", async () => {
    const { record } = await firstOf(source, format);
    const { artefact } = await written(record, format);
    expect(await textOf(artefact, "notes.csv")).toBe(notes);
  });
});
