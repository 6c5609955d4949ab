import type { TestReport } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { codeCategories } from "../../wire/observation-types.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { writeQualifierCell } from "../observations/qualifiers.ts";
import { placeObservation, writeObservationRow } from "../observations/write-row.ts";

/** The head of a report, under which its results stand. */
export function writeTestReport(placed: PlacedEntry, writing: EmisWriting): void {
  const { kind, abnormal, concept } = placed.entry as TestReport;
  const isRadiology = kind === "radiology";
  const written = writeObservationRow(
    placed,
    { form: "report", ...(isRadiology && { category: codeCategories.radiology }) },
    writing,
  );
  if (abnormal !== undefined) writing.putBoolean(written.row, "Abnormal", abnormal);
  writing.put(written.row, "Qualifiers", writeQualifierCell([], concept?.qualifiers ?? []));
  placeObservation(placed, written, {}, writing);
}
