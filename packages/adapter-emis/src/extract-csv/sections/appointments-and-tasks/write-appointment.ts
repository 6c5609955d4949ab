import { roleOf } from "@gp2gp/core";
import type { AppointmentOrTask } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { guidOfId, isGuidId } from "../../../shared/guid.ts";
import { qualifierText } from "../../reading/shown-concept.ts";
import { writeMoment, writeWhole } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { sessionSystem, slotFlags, slotQualifiers } from "./read-appointment.ts";

/** An appointment: a slot, and the session it is of with who holds it, once for all its slots. */
export function writeAppointment(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as AppointmentOrTask;
  const { when, recorded, durationMinutes, state, type, flags = [], concept } = entry;
  const row = writing.rowOf(placed, "Appointment_Slot");
  const start = writeMoment(when);
  writing.put(row, "AppointmentDate", start.date);
  writing.put(row, "AppointmentStartTime", start.time ?? minuteOf(when));
  writing.put(row, "PlannedDurationInMinutes", writeWhole(durationMinutes));
  const booked = writeMoment(recorded);
  writing.put(row, "BookedDate", booked.date);
  writing.put(row, "BookedTime", booked.time);
  writing.put(row, "SlotStatus", state);
  writing.put(row, "SlotType", type);
  writing.put(row, "NationalSlotCategoryName", concept?.text);
  for (const [column, name] of slotQualifiers)
    writing.put(row, column, qualifierText(concept, name));
  for (const [column, words] of slotFlags) writing.putFlag(row, column, flags.includes(words));
  writing.put(row, "DnaReasonCodeId", writing.codes.own(entry.status));
  writing.rows.place(placed, { rows: [row, ...writeSession(row, entry, writing)] });
}

/** The start of a slot is a time of day in minutes, for which the column has seconds. */
function minuteOf(when: string | undefined): string | undefined {
  const minute = /^.{10}T(\d{2}:\d{2})/.exec(when ?? "")?.[1];
  return minute === undefined ? undefined : `${minute}:00`;
}

/** The session of a slot, with those who hold it; rows only for the first of its slots. */
function writeSession(slot: RowDraft, entry: AppointmentOrTask, writing: EmisWriting): RowDraft[] {
  const own = entry.identifiers.find(({ system }) => system === sessionSystem)?.value;
  const staff = [
    entry.holder,
    ...entry.participants.flatMap(({ role, agent }) =>
      roleOf(role) === "secondary-performer" ? [agent] : [],
    ),
  ].flatMap((id) => writing.directory.keyOf("Admin_UserInRole", id) ?? []);
  const isKnown = own !== undefined && isGuidId(own);
  if (!isKnown && staff.length === 0) return [];
  const key = guidOfId(isKnown ? own : writing.newId(`session of ${entry.id}`));
  writing.put(slot, "SessionGuid", key);
  if (writing.sessions.has(key)) return [];
  writing.sessions.add(key);
  const session = writing.row("Appointment_Session");
  writing.put(session, "AppointmentSessionGuid", key);
  writing.put(session, "OrganisationGuid", writing.keys.practice);
  writing.put(session, "StartDate", slot.cells["AppointmentDate"]);
  const users = staff.map((user) => {
    const row = writing.row("Appointment_SessionUser");
    writing.put(row, "SessionGuid", key);
    writing.put(row, "UserInRoleGuid", user);
    return row;
  });
  return [session, ...users];
}
