import { testContext } from "@gp2gp/adapter-testkit";
import type { PatientReading, Source } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
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
