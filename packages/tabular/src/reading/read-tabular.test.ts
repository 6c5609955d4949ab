import { testContext } from "@gp2gp/adapter-testkit";
import type { PatientReading, Source } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { bindByHeader } from "../bundle/bound-part.ts";
import { SharedRows } from "../bundle/shared-rows.ts";
import type { TableSpec } from "../table-spec.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { ledgerFormat } from "../testing/testkit-ledger-adapter.ts";
import { readTabular } from "./read-tabular.ts";
import type { MemoryLimits } from "./read-tabular.ts";

/** So many patients, whose notes lie in turn, so that no patient's rows stand together. */
function ledgerOf(patients: number, notes: number): Source {
  const keys = Array.from({ length: patients }, (_, at) => String(at + 1));
  const part = (name: string, lines: readonly string[]) => {
    const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
    return {
      name,
      async *open(range?: { readonly start: number; readonly end?: number }) {
        yield await Promise.resolve(bytes.subarray(range?.start, range?.end));
      },
    };
  };
  const noted = Array.from({ length: notes }, (_, at) =>
    keys.map((key) => `${key}-${at},${key},v${key},1999,H33..,Asthma,${at},,Note ${at} of ${key}`),
  );
  return {
    parts: [
      part("patients.csv", [
        "Patient,NhsNumber,Surname,Born,Remark",
        ...keys.map((key) => `${key},${9_990_000_000 + Number(key)},Name ${key},1950,`),
      ]),
      part("visits.csv", [
        "Visit,Patient,Date,SeenBy",
        ...keys.map((key) => `v${key},${key},1999,`),
      ]),
      part("notes.csv", [
        "Note,Patient,Visit,Date,Code,Term,Value,Unit,Words",
        ...noted.flat(),
        "too short,1",
      ]),
    ],
  };
}

function readAll(source: Source, limits?: Partial<MemoryLimits>): Promise<PatientReading[]> {
  const all = { keepBytes: 1e6, batchBytes: 1e6, patientBytes: 1e6, ...limits };
  return Array.fromAsync(readTabular(ledgerFormat, source, testContext(), all));
}

describe("a source of many patients", () => {
  it("is read a few patients at a time as it is read at once", async () => {
    const source = ledgerOf(30, 10);
    const atOnce = await readAll(source);
    expect(atOnce).toHaveLength(30);
    const codes = atOnce[0]?.result.issues.map(({ code }) => code);
    expect(codes?.filter((code) => code === "row-length-wrong")).toHaveLength(1);
    expect(await readAll(source, { keepBytes: 0, batchBytes: 2_000 })).toEqual(atOnce);
    expect(await readAll(source, { keepBytes: 0, batchBytes: 1 })).toEqual(atOnce);
  });

  it("does not stop at a patient who is too large or not in the patient file", async () => {
    const source = ledgerOf(3, 5);
    const parts = source.parts.map((part) =>
      part.name === "visits.csv"
        ? {
            ...part,
            async *open(range?: { readonly start: number; readonly end?: number }) {
              yield* part.open(range);
              if (!range) yield new TextEncoder().encode("v9,9,1999,\n");
            },
          }
        : part,
    );
    const readings = await readAll({ parts });
    expect(readings.map(({ result }) => result.ok)).toEqual([false, true, true, true]);
    expect(readings[0]?.result.issues.at(-1)?.code).toBe("patient-row-missing");
    const tooLarge = await readAll(source, { patientBytes: 10 });
    expect(tooLarge.map(({ result }) => result.issues.at(-1)?.code)).toEqual([
      "patient-too-large",
      "patient-too-large",
      "patient-too-large",
    ]);
  });
});

/** The ledger with more said of its tables. */
function ledgerWith(more: Readonly<Record<string, Partial<TableSpec>>>): TabularFormat {
  return {
    ...ledgerFormat,
    tables: ledgerFormat.tables.map((table) => ({ ...table, ...more[table.name] })),
    async bind(part, options) {
      const bound = await ledgerFormat.bind(part, options);
      return [bound ?? []]
        .flat()
        .map((one) => ({ ...one, table: { ...one.table, ...more[one.table.name] } }));
    },
  };
}

function partOf(name: string, ...lines: readonly string[]) {
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  return {
    name,
    async *open(range?: { readonly start: number; readonly end?: number }) {
      yield await Promise.resolve(bytes.subarray(range?.start, range?.end));
    },
  };
}

describe("rows that stand for others, or for nobody", () => {
  const patients = partOf("patients.csv", "Patient,NhsNumber,Surname,Born,Remark", "1,,Ann,1950,");
  const notes = "Note,Patient,Visit,Date,Code,Term,Value,Unit,Words";

  it("takes the later of two rows with one key, wherever it stands, and keeps the earlier", async () => {
    const format = ledgerWith({
      notes: {
        supersedes: (row, other) => Number(row.cells["Value"]) > Number(other.cells["Value"]),
      },
    });
    const rows = ["a,1,,1999,,,7,,second", "b,1,,1999,,,5,,other", "a,1,,1999,,,6,,first"];
    for (const lines of [rows, rows.toReversed()]) {
      const parts = [patients, partOf("notes.csv", notes, ...lines)];
      const [reading] = await Array.fromAsync(readTabular(format, { parts }, testContext()));
      if (reading?.result.ok !== true) return expect.fail("not read");
      const { record, issues } = reading.result;
      const words = record.narratives.map(({ texts }) => texts[0]?.text).toSorted();
      expect(words).toEqual(["other", "second"]);
      expect(record.residue.map(({ kind }) => kind)).toEqual(["technical"]);
      expect(issues.map(({ code }) => code)).toEqual(["row-superseded"]);
    }
  });

  it("holds rows of shared tables that say the same once, and others all", () => {
    const [, , , staff] = ledgerFormat.tables;
    const shared = new SharedRows();
    for (const Name of ["Dr A", "Dr B", "Dr A"])
      if (staff) shared.add({ table: "staff", cells: { Staff: "1", Name }, source: {} }, staff);
    expect(shared.of("staff").map(({ cells }) => cells["Name"])).toEqual(["Dr A", "Dr B"]);
    expect(shared.findAll("staff", "1")).toHaveLength(2);
  });

  it("makes no patient of rows that outlive theirs", async () => {
    const format = ledgerWith({ visits: { outlivesPatient: true } });
    const visits = partOf("visits.csv", "Visit,Patient,Date,SeenBy", "v,1,1999,", "w,9,1999,");
    const parts = [patients, visits, partOf("notes.csv", notes)];
    const readings = await Array.fromAsync(readTabular(format, { parts }, testContext()));
    expect(readings.map(({ result }) => result.ok)).toEqual([true]);
    expect(readings[0]?.result.issues.map(({ code, detail }) => [code, detail])).toEqual([
      ["patient-departed", { patients: 1 }],
    ]);
  });

  it("refuses the patient a format refuses, and says what it says of the source", async () => {
    const format: TabularFormat = {
      ...ledgerFormat,
      describe: (bound) => ({ formatVersion: String(bound.length) }),
      refuse: ({ cells }) => (cells["Surname"] === "Gone" ? "patient-deleted" : undefined),
    };
    const two = partOf(
      "patients.csv",
      "Patient,NhsNumber,Surname,Born,Remark",
      "1,,Gone,,",
      "2,,B,,",
    );
    const [gone, there] = await Array.fromAsync(
      readTabular(format, { parts: [two] }, testContext()),
    );
    expect(gone?.result.issues.at(-1)?.code).toBe("patient-deleted");
    expect(there?.result.ok === true && there.result.record.extraction).toEqual({
      format: ledgerFormat.id,
      formatVersion: "1",
    });
  });

  it("knows a column by another spelling of it", async () => {
    const table: TableSpec = {
      name: "notes",
      label: "note",
      columns: ["Note", "Clinician"],
      spellings: { Clinican: "Clinician" },
    };
    const dialect = { delimiter: ",", quote: '"', quotesAll: false } as const;
    const bound = await bindByHeader(partOf("notes.csv", "Note,Clinican", "1,x"), table, {
      ...dialect,
      newline: "\n",
      charset: "utf-8",
    });
    expect([bound.columns, bound.issues]).toEqual([["Note", "Clinician"], []]);
  });
});
