import type { Coded, EntryText, MedicationIssue, Participant, Qualifier } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";
import { wordsQualifier } from "../../reading/shown-concept.ts";
import { isTrue } from "../../wire/cells.ts";
import { issueMethods } from "../../wire/value-tables.ts";
import { readSupply, withLegacyCode } from "./read-supply.ts";

/** Columns of words of an issue, and whom they are for. */
export const issueTexts = [
  ["PatientMessage", "patient"],
  ["PharmacyText", "pharmacy"],
  ["PharmacyMessage", "pharmacy"],
] as const satisfies readonly (readonly [string, EntryText["role"]])[];

/** Columns that refine an issue, as qualifiers of its drug. */
export const issueQualifiers = [
  ["Compliance", "Compliance"],
  ["AverageCompliance", "Average compliance"],
  ["ExpiryDate", "Expiry date of the prescription"],
  ["ReviewDate", "Review date"],
] as const;
export const contraceptiveWords = "Prescribed as contraceptive";
export const methodWords = "Issue method";
/** The part a pharmacy plays whose stamp a prescription has. */
export const pharmacyRole: Coded = { text: "Pharmacy", codings: [] };
/** `IsPrivatelyPrescribed`. */
export const privateType: Coded = { text: "Private prescription", codings: [] };

/** One issue. It may name its course, and some do not. */
export function readIssue(row: Row, reading: EmisReading): void {
  const { cells } = row;
  const { CourseDurationInDays, EmisCode, IssueMethodDescription } = cells;
  const base = reading.base(row);
  const course = reading.refer("Prescribing_DrugRecord", row, "DrugRecordGuid");
  const supply = readSupply(row, base.id, reading);
  const drug = withLegacyCode(supply.concept, EmisCode);
  const qualifiers = qualifiersOf(row);
  const concept = drug ?? (qualifiers.length > 0 ? { codings: [] } : undefined);
  const method = issueMethods.read(IssueMethodDescription);
  const entry: MedicationIssue = {
    ...base,
    ...reading.effective(row),
    participants: [...reading.participants(row, "authoriser"), ...pharmacyOf(row)],
    ...supply,
    ...(concept && {
      concept: { ...concept, ...(qualifiers.length > 0 && { qualifiers }) },
    }),
    ...(course !== undefined && { course: { id: course, link: "source" } }),
    ...(CourseDurationInDays !== undefined && {
      supply: { effective: durationOf(CourseDurationInDays) },
    }),
    ...(method && { method }),
    ...(isTrue(cells["IsPrivatelyPrescribed"]) && { type: privateType }),
    texts: issueTexts.flatMap(([column, role]): EntryText[] => {
      const text = cells[column];
      return text === undefined ? [] : [{ text, role }];
    }),
  };
  reading.rows.add("issues", entry, { rows: [row] });
  reading.linkProblem(row, "ProblemObservationGuid", { target: base.id, kind: "associated" });
}

/** How long an issue lasts, in days. */
function durationOf(value: string) {
  return { kind: "period" as const, width: { value, unit: "day", unitCode: "d" } };
}

function qualifiersOf({ cells }: Row): Qualifier[] {
  const { IssueMethodDescription: method } = cells;
  const isOther = method !== undefined && !issueMethods.read(method);
  return [
    ...issueQualifiers.flatMap(([column, name]) => {
      const value = cells[column];
      return value === undefined ? [] : [wordsQualifier(name, value)];
    }),
    ...(isTrue(cells["IsPrescribedAsContraceptive"])
      ? [{ name: { text: contraceptiveWords, codings: [] } }]
      : []),
    ...(isOther ? [wordsQualifier(methodWords, method)] : []),
  ];
}

function pharmacyOf({ cells }: Row): Participant[] {
  const { ScriptPharmacyStamp: stamp } = cells;
  return stamp === undefined ? [] : [{ role: pharmacyRole, person: { names: [{ text: stamp }] } }];
}
