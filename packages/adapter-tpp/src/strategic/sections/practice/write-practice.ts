import type { AppointmentOrTask } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writePlain } from "../write-plain.ts";
import { minutesAfter } from "./minutes.ts";
import { noteTables } from "./note-tables.ts";
import { recordStatus } from "./read-practice.ts";

/** Writes appointments, visits, and the notes the extract has tables for; tasks and activities stand in words. */
export function writePractice(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "appointmentsAndTasks");
  const noteTable = noteTables.find(([, type]) => type === entry.type)?.[0];
  if (entry.kind === "appointment") writeAppointment(placed, entry, writing);
  else if (entry.kind === "visit") writeVisit(placed, entry, writing);
  else if (entry.kind === "note" && entry.type === recordStatus)
    writeStatus(placed, entry, writing);
  else if (entry.kind === "note" && noteTable !== undefined)
    place(placed, { row: writing.start(placed, noteTable), rows: [] }, writing);
  else writePlain(placed, writing);
}

function writeAppointment(
  placed: PlacedEntry,
  entry: AppointmentOrTask,
  writing: ExtractWriting,
): void {
  const row = writing.start(placed, "SRAppointment");
  writing.links.set(entry.id, row);
  writing.putDate(row, "DateStart", entry.when);
  writing.put(row, "DateEnd", minutesAfter(row.cells["DateStart"], entry.durationMinutes));
  writing.putDate(row, "DateAppointmentBooked", entry.recorded);
  writing.put(row, "AppointmentStatus", entry.state);
  writing.put(row, "RotaLocation", entry.site);
  writing.put(row, "RotaType", entry.type);
  const profile = writing.agents.profile(entry.holder);
  if (profile === undefined) writing.put(row, "IDClinician", writing.agents.staff(entry.holder));
  else writing.put(row, "IDProfileClinician", profile);
  writing.put(row, "IDReferralIn", writing.referralNumber(entry.referral));
  const rows = (entry.flags ?? []).map((flag, place) => {
    const own = writing.add("SRAppointmentFlags");
    writing.put(own, "RowIdentifier", writing.make(`flag ${entry.id} ${place}`));
    writing.put(own, "IDAppointment", row.cells["RowIdentifier"]);
    writing.put(own, "Flag", flag);
    return own;
  });
  place(placed, { row, rows }, writing);
}

function writeVisit(placed: PlacedEntry, entry: AppointmentOrTask, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRVisit");
  writing.links.set(entry.id, row);
  writing.putDate(row, "DateBooked", entry.when);
  writing.put(row, "Duration", entry.durationMinutes);
  writing.putListed(row, "CurrentStatus", entry.state);
  writing.put(row, "IDProfileAssigned", writing.agents.profile(entry.holder));
  writing.put(row, "IDReferralIn", writing.referralNumber(entry.referral));
  place(placed, { row, rows: [] }, writing);
}

function writeStatus(placed: PlacedEntry, entry: AppointmentOrTask, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRRecordStatus");
  writing.putListed(row, "MedicalRecordStatus", entry.state);
  place(placed, { row, rows: [] }, writing);
}

function place(
  placed: PlacedEntry,
  { row, rows }: { readonly row: RowDraft; readonly rows: readonly RowDraft[] },
  writing: ExtractWriting,
): void {
  const words = writeWords(row, placed.entry, writing);
  writing.place(placed, {
    rows: [row, ...rows, ...words.rows],
    ...(words.text && { text: words.text }),
  });
}
