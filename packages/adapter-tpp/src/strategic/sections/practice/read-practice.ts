import type { AppointmentOrTask } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { minutesBetween } from "./minutes.ts";
import { noteTables } from "./note-tables.ts";

/** Reads appointments, visits, and what is noted of the patient beside the clinical record. */
export function readPractice(extract: ExtractReading): void {
  for (const row of extract.of("SRAppointment")) readAppointment(row, extract);
  for (const row of extract.of("SRVisit")) readVisit(row, extract);
  for (const row of extract.of("SRRecordStatus")) readStatus(row, extract);
  for (const [table, type] of noteTables)
    for (const row of extract.of(table)) readNote(row, type, extract);
}

function readAppointment(row: Row, extract: ExtractReading): void {
  const number = row.cells["RowIdentifier"];
  const flagRows = extract.rows.rows.shared.findAll("SRAppointmentFlags", number);
  const start = extract.start(row, flagRows);
  const { AppointmentStatus: state, RotaLocation: site, RotaType: type } = row.cells;
  const when = extract.date(row, "DateStart");
  const recorded = extract.date(row, "DateAppointmentBooked");
  const holder =
    extract.agents.find("SRStaffMemberProfile", row.cells["IDProfileClinician"], row) ??
    extract.agents.find("SRStaffMember", row.cells["IDClinician"], row);
  const referral = extract.entryNamed("SRReferralIn", row, "IDReferralIn");
  const flags = flagRows.flatMap(({ cells }) => cells["Flag"] ?? []);
  const durationMinutes = minutesBetween(row.cells["DateStart"], row.cells["DateEnd"]);
  const entry: AppointmentOrTask = {
    ...start.shape,
    kind: "appointment",
    ...(when !== undefined && { when }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...(recorded !== undefined && { recorded }),
    ...(state !== undefined && { state }),
    ...(site !== undefined && { site }),
    ...(type !== undefined && { type }),
    ...(holder !== undefined && { holder }),
    ...(flags.length > 0 && { flags }),
    ...(referral !== undefined && { referral }),
  };
  extract.add("appointmentsAndTasks", entry, start.origin);
}

function readVisit(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const { Duration: durationMinutes } = row.cells;
  const state = extract.words(row, "CurrentStatus");
  const when = extract.date(row, "DateBooked");
  const holder = extract.agents.find("SRStaffMemberProfile", row.cells["IDProfileAssigned"], row);
  const referral = extract.entryNamed("SRReferralIn", row, "IDReferralIn");
  const entry: AppointmentOrTask = {
    ...start.shape,
    kind: "visit",
    ...(when !== undefined && { when }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...(state !== undefined && { state }),
    ...(holder !== undefined && { holder }),
    ...(referral !== undefined && { referral }),
  };
  extract.add("appointmentsAndTasks", entry, start.origin);
}

/** What a status of the record is called among the notes. */
export const recordStatus = "Record status";

function readStatus(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const state = extract.words(row, "MedicalRecordStatus");
  const entry: AppointmentOrTask = {
    ...start.shape,
    ...start.dated,
    kind: "note",
    type: recordStatus,
    ...(state !== undefined && { state }),
  };
  extract.add("appointmentsAndTasks", entry, start.origin);
}

function readNote(row: Row, type: string, extract: ExtractReading): void {
  const start = extract.start(row);
  const entry: AppointmentOrTask = { ...start.shape, ...start.dated, kind: "note", type };
  extract.add("appointmentsAndTasks", entry, start.origin);
}
