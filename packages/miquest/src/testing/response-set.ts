import { testContext } from "@gp2gp/adapter-testkit";
import { readRecords, sourceOfBytes } from "@gp2gp/core";
import type { PatientReading, PatientRecord, ReadContext, Source } from "@gp2gp/core";
import type { Category } from "../wire/attributes.ts";
import { testkitMiquestAdapter, testkitProfile } from "./testkit-miquest-adapter.ts";

/** What a response of a test has otherwise than the usual one. */
export interface ResponseOf {
  readonly category: Category;
  readonly columns: readonly string[];
  /** The lines behind the column heads, as they stand in the file. */
  readonly lines: readonly string[];
  readonly practice?: string;
  readonly codes?: string;
  readonly kind?: string;
  readonly name?: string;
}

/** The lines of a response. */
export function linesOfResponse(given: ResponseOf): string[] {
  const { category, columns, lines, practice = "Z99901", kind = "REPORT" } = given;
  const { codes = "0,9999R2,Read Version 2" } = given;
  return [
    `# ${testkitProfile.set.title}, ${testkitProfile.id}`,
    `*RSP_IDENT,${practice},`,
    "*RSP_RDATE,20111103,03/11/2011",
    `*QRY_CODES,${codes}`,
    "# End of Header",
    "REPORT",
    `PRINT ${columns.join()}`,
    `FROM ${category} (ALL FOR PATIENT)`,
    `&0,${kind}`,
    `&1,${columns.join()}`,
    ...lines,
  ];
}

/** A part of a text in a character set that has a byte for each of its characters. */
export function partOf(name: string, text: string): Source["parts"][number] {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const [part] = sourceOfBytes(name, bytes).parts;
  if (!part) throw new TypeError("a source of bytes has one part");
  return part;
}

/** A set of responses as a source: a patient 9990000018 unless a response of patients is among them. */
export function setOf(...responses: readonly ResponseOf[]): Source {
  const hasPatients = responses.some(({ category }) => category === "PATIENTS");
  const patients: ResponseOf = {
    category: "PATIENTS",
    columns: ["NHS_NUMBER", "REFERENCE", "DATE_OF_BIRTH", "SEX", "ACTIVE"],
    lines: ['$1,"9990000018","1","19500412","F","R"'],
  };
  return {
    parts: (hasPatients ? responses : [patients, ...responses]).map((response, at) =>
      partOf(
        response.name ?? `answer-${String(at)}.txt`,
        `${linesOfResponse(response).join("\r\n")}\r\n`,
      ),
    ),
  };
}

/** A response of journals of that patient. */
export function journal(columns: readonly string[], ...lines: readonly string[]): ResponseOf {
  return { category: "JOURNALS", columns: ["REFERENCE", ...columns], lines };
}

export async function readSet(
  source: Source,
  changes: Partial<ReadContext> = {},
): Promise<PatientReading[]> {
  return Array.fromAsync(readRecords(testkitMiquestAdapter, source, testContext(changes)));
}

/** The record of the one patient of a set. */
export async function recordOf(
  source: Source,
  changes: Partial<ReadContext> = {},
): Promise<{ readonly record: PatientRecord; readonly codes: readonly string[] }> {
  const [reading, ...others] = await readSet(source, changes);
  if (!reading?.result.ok || others.length > 0)
    throw new Error(`not read: ${reading?.result.issues.map(({ code }) => code).join() ?? ""}`);
  const { record, issues } = reading.result;
  return { record, codes: issues.map(({ code }) => code) };
}

/** The codes of the issues of a set that cannot be read. */
export async function refusalOf(source: Source): Promise<readonly string[]> {
  const readings = await readSet(source);
  return readings.flatMap(({ result }) =>
    result.ok ? ["read"] : result.issues.map(({ code }) => code),
  );
}
