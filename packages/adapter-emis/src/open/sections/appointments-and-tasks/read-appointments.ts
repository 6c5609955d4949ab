import { readCarriedText, roleCoded } from "@gp2gp/core";
import type { AppointmentOrTask } from "@gp2gp/core";
import { readEmisDate } from "../../codecs/emis-date.ts";
import { withEmisData } from "../../emis-data.ts";
import { restored } from "../../reading/restored.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireAppointment, WireNote } from "../../wire/registration-types.ts";
import { codedOf } from "../test-requests/read-test-request.ts";

export const noteUrgencySystem = "emis:note-urgency";

function readWhen(
  wire: { AssignedDate?: string | undefined; Time?: string | undefined },
  reading: Reading,
): string | undefined {
  const read = readEmisDate({ date: wire.AssignedDate, time: wire.Time });
  if (read.state === "malformed")
    reading.report("date-malformed", wire, {
      AssignedDate: wire.AssignedDate ?? null,
      Time: wire.Time ?? null,
    });
  return read.state === "known" ? read.at : undefined;
}

export function readAppointment(wire: WireAppointment, reading: Reading): void {
  const when = readWhen(wire, reading);
  const holder = reading.person(wire.SessionHolder);
  const reason = wire.Reason ?? "";
  const site = wire.Site?.Name ?? "";
  const duration = wire.Duration ?? "";
  const flag = wire.RUB ?? "";
  const entry: AppointmentOrTask = {
    ...reading.base(reading.entryId(wire, "appointment"), wire, {}),
    kind: "appointment",
    ...(when !== undefined && { when }),
    ...(duration !== "" && { durationMinutes: duration }),
    ...(site !== "" && { site }),
    ...(holder !== undefined && { holder }),
    ...(flag !== "" && { flags: [flag] }),
    texts: reason === "" ? [] : [{ text: reason, role: "reason" }],
  };
  const form = "Appointment";
  reading.put("appointmentsAndTasks", withEmisData(entry, { form }), { form, wire });
}

/** A note of one member of staff for another, about the patient. */
export function readNote(wire: WireNote, reading: Reading): void {
  const when = readWhen(wire, reading);
  const due = readEmisDate({ date: wire.ActionBefore });
  const holder = reading.person(wire.OwnerID);
  const author = reading.person(wire.AuthorID);
  const state = wire.Status ?? "";
  const priority = codedOf(wire.Urgency, noteUrgencySystem);
  const carried = readCarriedText(wire.NoteText ?? "");
  const base = {
    ...reading.base(reading.entryId(wire, "note"), wire, {}),
    kind: "note" as const,
    ...(priority && { priority }),
    ...(when !== undefined && { when }),
    ...(due.state === "known" && { due: due.at }),
    ...(state !== "" && { state }),
    ...(holder !== undefined && { holder }),
    participants: author === undefined ? [] : [{ role: roleCoded("author"), agent: author }],
  };
  const entryOf = (text: string): AppointmentOrTask =>
    withEmisData({ ...base, texts: text === "" ? [] : [{ text, role: "note" }] }, { form: "Note" });
  const entry = entryOf(carried.text);
  const whole = restored("appointmentsAndTasks", entry, carried);
  if (!whole) reading.report("carried-text-unreadable", wire);
  reading.put("appointmentsAndTasks", whole ?? entryOf(wire.NoteText ?? ""), {
    form: "Note",
    wire,
  });
}
