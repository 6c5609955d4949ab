import { writeEmisDate } from "../../codecs/emis-date.ts";
import { decimalSchema } from "@gp2gp/core";
import { appointmentFields, noteFields } from "../../wire/registration-types.ts";
import type { WireAppointment, WireNote } from "../../wire/registration-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { isPerson, personSlot, writePeople } from "../coded-items/write-participants.ts";
import { noteUrgencySystem } from "./read-appointments.ts";

type Work = EntryWork<"appointmentsAndTasks">;

function writeWhen({ entry, facts }: Work): { AssignedDate?: string; Time?: string } {
  if (entry.when === undefined) return {};
  const { date, part, time, exact } = writeEmisDate(entry.when);
  if (exact && (part === "0" || part === "4") && time !== "00:00:00") facts.take("when");
  return { AssignedDate: date, ...(time !== undefined && { Time: time }) };
}

function writeHolder(work: Work, writing: Writing): WireNote["OwnerID"] {
  const { holder } = work.entry;
  if (holder === undefined || !isPerson(holder, writing)) return undefined;
  work.facts.take("holder");
  return writing.idents.of(holder);
}

export function writeAppointment(work: Work, writing: Writing): WireAppointment {
  const { entry, facts } = work;
  facts.take("kind");
  const [reason] = entry.texts;
  if (reason?.role === "reason") {
    facts.take("texts", 0, "text");
    facts.take("texts", 0, "role");
  }
  const duration = decimalSchema.safeParse(entry.durationMinutes).data;
  if (duration !== undefined) facts.take("durationMinutes");
  if (entry.site !== undefined) facts.take("site");
  const [flag, ...flags] = entry.flags ?? [];
  if (flags.length === 0) facts.take("flags");
  const wire: WireAppointment = {
    ...writing.head(work),
    SessionHolder: writeHolder(work, writing),
    ...writeWhen(work),
    Site: { Name: entry.site },
    Reason: reason?.role === "reason" ? reason.text : undefined,
    Duration: duration,
    RUB: flags.length === 0 ? flag : undefined,
  };
  const finished = writing.finish(appointmentFields, wire, work);
  writing.carryApart(work);
  return finished;
}

/** A note to a member of staff; tasks are notes to EMIS, and say in their text that they are tasks. */
export function writeNote(work: Work, writing: Writing): WireNote {
  const { entry, facts } = work;
  if (entry.kind === "note") facts.take("kind");
  const [note] = entry.texts;
  const words = note?.role === "note" ? note.text : undefined;
  if (words !== undefined) {
    facts.take("texts", 0, "text");
    facts.take("texts", 0, "role");
  }
  const { AuthorID } = writePeople(work, [personSlot("AuthorID", "author", writing)], writing);
  const due = entry.due === undefined ? undefined : writeEmisDate(entry.due);
  if (due?.exact && (due.part === "0" || due.part === "4")) facts.take("due");
  if (entry.state !== undefined) facts.take("state");
  const [urgency, ...more] = entry.priority?.codings ?? [];
  const urgent =
    urgency?.system === noteUrgencySystem && more.length === 0 && /^\d+$/.test(urgency.code);
  if (urgent) facts.take("priority");
  const wire: WireNote = {
    ...writing.head(work),
    ...writeWhen(work),
    Urgency: urgent ? urgency.code : undefined,
    OwnerID: writeHolder(work, writing),
    AuthorID: typeof AuthorID === "object" ? AuthorID : undefined,
    ActionBefore: due && (due.time === undefined ? due.date : `${due.date} ${due.time}`),
    Status: entry.state,
  };
  return writing.finish(noteFields, { ...wire, NoteText: writing.text(work, words) }, work);
}
