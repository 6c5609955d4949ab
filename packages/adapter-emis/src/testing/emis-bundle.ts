import { memoryContent, testContext } from "@gp2gp/adapter-testkit";
import { sourceOfArtefact } from "@gp2gp/core";
import type { Issue, PatientRecord, ReadContext, Source, WriteContext } from "@gp2gp/core";
import { emisCsvAdapter } from "../extract-csv/emis-csv-adapter.ts";
import { tableOfName } from "../extract-csv/wire/tables.ts";

/** Rows of tables by their names, of which only the cells that matter are given. */
export type BundleRows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** A GUID as the extract writes it, from a short number. */
export const guid = (number: number): string =>
  `{00000000-0000-4000-8000-${String(number).padStart(12, "0")}}`;

/** The id of an entry that has such a GUID. */
export const id = (number: number): string => guid(number).slice(1, -1);

const patient = guid(1);
const practice = guid(2);

/** A bundle of files called by their tables. The rows of the patient and the practice are there unless they are given; rows are the patient's unless they say another. */
export function bundleOf(rows: BundleRows, others: Readonly<Record<string, string>> = {}): Source {
  const all: BundleRows = {
    Admin_Patient: [{ NhsNumber: "9990004803", Surname: "Testperson" }],
    Admin_Organisation: [{ OrganisationName: "Specimen Street Surgery" }],
    ...rows,
  };
  const files = Object.entries(all).map(
    ([name, own]) => [`${name}.csv`, textOf(name, own)] as const,
  );
  return { parts: [...files, ...Object.entries(others)].map(([name, text]) => partOf(name, text)) };
}

function textOf(name: string, rows: BundleRows[string]): string {
  const { columns } = tableOfName(name);
  const defaults: Readonly<Record<string, string>> = {
    PatientGuid: patient,
    OrganisationGuid: practice,
    Deleted: "false",
    EffectiveDatePrecision: "YMD",
    ProcessingId: "1",
  };
  const further = new Set(rows.flatMap((row) => Object.keys(row)));
  const all = [...columns, ...[...further].filter((column) => !columns.includes(column))];
  const lines = rows.map((row) => all.map((column) => row[column] ?? defaults[column] ?? ""));
  return [all, ...lines]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()}\r\n`)
    .join("");
}

export function partOf(name: string, text: string): Source["parts"][number] {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    async *open(range) {
      yield await Promise.resolve(bytes.subarray(range?.start, range?.end));
    },
  };
}

export interface BundleReading {
  readonly record: PatientRecord;
  readonly issues: readonly Issue[];
  readonly codes: readonly string[];
}

/** The record of a bundle of one patient, with its issues. */
export async function readBundle(
  source: Source,
  context: Partial<ReadContext> = {},
): Promise<BundleReading> {
  const readings = await Array.fromAsync(
    emisCsvAdapter.readEach(source, testContext({ confidential: "carry", ...context })),
  );
  const [first] = readings;
  if (readings.length !== 1 || first?.result.ok !== true)
    throw new Error(`not one record: ${JSON.stringify(readings)}`);
  const { record, issues } = first.result;
  return { record, issues, codes: issues.map(({ code }) => code) };
}

/** A record written as a bundle and what it says by table: rows as cells by column. */
export async function writeBundle(record: PatientRecord, context: Partial<WriteContext> = {}) {
  const content = context.content ?? memoryContent();
  const written = await emisCsvAdapter.write(
    record,
    testContext({ confidential: "carry", ...context, content }),
  );
  if (!written.ok) throw new Error("not written");
  return { ...written, source: sourceOfArtefact(written.artefact), content };
}
