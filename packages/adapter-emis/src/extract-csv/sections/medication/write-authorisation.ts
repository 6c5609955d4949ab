import type { Authorisation } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { writeDate, writeDateTime, writeWhole } from "../../wire/cells.ts";
import { prescriptionTypes } from "../../wire/value-tables.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { writeSupply } from "./write-supply.ts";

/** A course of a drug. */
export function writeAuthorisation(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as Authorisation;
  const { kind, state, effective, type, repeatNumber, issued, lapses } = entry;
  const row = writing.rowOf(placed, "Prescribing_DrugRecord");
  writing.putHead(row, entry, "authoriser");
  const said = writeSupply(row, placed, writing);
  writing.put(row, "PrescriptionType", prescriptionTypes.write(kind) ?? type?.text);
  if (state === "current" || state === "past")
    writing.putBoolean(row, "IsActive", state === "current");
  // Of a course that has not ended the date would be one left over.
  if (state === "past" && effective?.kind === "period")
    writing.put(row, "CancellationDate", writeDate(effective.end));
  writing.put(row, "NumberOfIssuesAuthorised", writeWhole(repeatNumber));
  writing.put(row, "NumberOfIssues", writeWhole(issued));
  writing.put(row, "ExpiryDate", writeDateTime(lapses));
  writing.rows.place(placed, { rows: [row], ...said });
}
