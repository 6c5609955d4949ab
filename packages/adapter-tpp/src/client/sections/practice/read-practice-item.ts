import { newEntry, roleCoded } from "@gp2gp/core";
import type { AppointmentOrTask, CarriedText, Participant } from "@gp2gp/core";
import { nativeData } from "../../native-data.ts";
import type { ClientReading } from "../../reading/client-reading.ts";
import { dateFromWire } from "../../wire/lexical.ts";
import type { ReadsText, WireNode } from "../../wire/wire-node.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** What an appointment, visit or task starts from. */
export interface PracticeItemStart {
  readonly order: number;
  /** Its place among those of its name, for the id of one without a uid. */
  readonly number: number;
  readonly carried: CarriedText;
}

type ReadPracticeItem<Name extends "Appointment" | "Visit" | "Task"> = (
  node: WireNode<Name>,
  start: PracticeItemStart,
  reading: ClientReading,
) => AppointmentOrTask;

export const readAppointment: ReadPracticeItem<"Appointment"> = (node, start, reading) => {
  const clinician = node.text("Clinician");
  const site = node.text("Site");
  const type = node.text("ClinicType");
  const flags = node.texts("Flag").filter((flag) => flag.trim() !== "");
  return {
    ...practiceItem(node, start, reading, {
      kind: "appointment",
      uid: node.text("AppointmentUID"),
      system: tppSystems.appointment,
    }),
    ...bookingOf(node, reading),
    ...(clinician !== undefined && { participants: [performerNamed(clinician)] }),
    ...(site !== undefined && { site }),
    ...(type !== undefined && { type }),
    ...(flags.length > 0 && { flags }),
    ...nativeData({
      ...node.oddities,
      blank: [...node.blanks],
      referral: node.text("LinkedReferralUID"),
    }),
  };
};

export const readVisit: ReadPracticeItem<"Visit"> = (node, start, reading) => ({
  ...practiceItem(node, start, reading, {
    kind: "visit",
    uid: node.text("VisitUID"),
    system: tppSystems.visit,
  }),
  ...bookingOf(node, reading),
  ...nativeData({
    ...node.oddities,
    blank: [...node.blanks],
    referral: node.text("LinkedReferralUID"),
  }),
});

export const readTask: ReadPracticeItem<"Task"> = (node, start, reading) => {
  const type = node.text("TaskType");
  const due = node.text("Due");
  const userName = node.text("UserNameAssigned");
  const assignedTo = node.text("GroupNameAssigned");
  return {
    ...practiceItem(node, start, reading, {
      kind: "task",
      uid: node.text("TaskUID"),
      system: tppSystems.task,
    }),
    ...(type !== undefined && { type }),
    ...(due !== undefined && { due: dateFromWire(due, "dateTime") ?? due }),
    ...(userName !== undefined && { holder: reading.agents.user(userName, node.location) }),
    ...(assignedTo !== undefined && { assignedTo }),
    ...nativeData({ ...node.oddities, blank: [...node.blanks] }),
  };
};

/** A participant named in words. */
export function performerNamed(name: string): Participant {
  return { role: roleCoded("performer"), person: { names: [{ text: name }] } };
}

function practiceItem(
  { location }: Pick<WireNode<"Task">, "location">,
  { order, number, carried }: PracticeItemStart,
  reading: ClientReading,
  about: {
    readonly kind: AppointmentOrTask["kind"];
    readonly uid: string | undefined;
    readonly system: string;
  },
): AppointmentOrTask {
  const id = reading.ids.of(`${about.kind} ${about.uid ?? number}`);
  return {
    ...newEntry(id, order, location),
    kind: about.kind,
    ...(about.uid !== undefined && { identifiers: [{ system: about.system, value: about.uid }] }),
    texts: carried.text === "" ? [] : [{ text: carried.text, role: "note" }],
  };
}

function bookingOf(
  node: ReadsText<"DateTime" | "Duration" | "UserName" | "LinkedReferralUID" | "Status">,
  reading: ClientReading,
): Partial<AppointmentOrTask> {
  const when = node.text("DateTime");
  const durationMinutes = node.text("Duration");
  const userName = node.text("UserName");
  const referral = node.text("LinkedReferralUID");
  const state = node.text("Status");
  if (referral !== undefined) reading.report("reference-unresolved", { source: node.location });
  return {
    ...(when !== undefined && { when: dateFromWire(when, "dateTime") ?? when }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...(userName !== undefined && { holder: reading.agents.user(userName, node.location) }),
    ...(state !== undefined && { state }),
    ...(referral !== undefined && { referral: reading.ids.referral(referral) }),
  };
}
