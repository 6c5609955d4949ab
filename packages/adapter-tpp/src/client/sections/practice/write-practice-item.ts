import type { AppointmentOrTask } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import { isWritable } from "../../writing/taking.ts";
import type { Taking } from "../../writing/taking.ts";
import { performerNamed } from "./read-practice-item.ts";
import { isSameFacts } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** An appointment, visit or task of which all the format demands is known. */
export function writePracticeItem(
  taking: Taking<AppointmentOrTask>,
  writing: ClientWriting,
): Form | undefined {
  switch (taking.entry.kind) {
    case "appointment":
      return writeAppointment(taking, writing);
    case "visit":
      return writeVisit(taking, writing);
    case "task":
      return writeTask(taking, writing);
    case "note":
    case "activity":
      return undefined;
  }
}

function writeAppointment(
  taking: Taking<AppointmentOrTask>,
  writing: ClientWriting,
): Form | undefined {
  const blank = blanksOf(taking);
  taking.take("kind");
  const fields: WireInput<"Appointment"> = {
    ...bookingFields(taking, writing),
    Clinician: clinicianOf(taking) ?? blank("Clinician"),
    Site: taking.words("site") ?? blank("Site"),
    ClinicType: taking.words("type") ?? blank("ClinicType"),
    AppointmentUID: uidOf(taking, tppSystems.appointment) ?? blank("AppointmentUID"),
    Flag: flagsOf(taking),
  };
  return wholeForm(taking, "Appointment", fields, { text: takeText(taking), dated: false });
}

function writeVisit(taking: Taking<AppointmentOrTask>, writing: ClientWriting): Form | undefined {
  taking.take("kind");
  const fields: WireInput<"Visit"> = {
    ...bookingFields(taking, writing),
    VisitUID: uidOf(taking, tppSystems.visit) ?? blanksOf(taking)("VisitUID"),
  };
  return wholeForm(taking, "Visit", fields, { text: takeText(taking), dated: false });
}

function writeTask(taking: Taking<AppointmentOrTask>, writing: ClientWriting): Form | undefined {
  const blank = blanksOf(taking);
  taking.take("kind");
  const fields: WireInput<"Task"> = {
    TaskType: taking.words("type") ?? blank("TaskType"),
    Due: taking.date("dateTime", "due"),
    UserNameAssigned: holderOf(taking, writing),
    GroupNameAssigned: taking.words("assignedTo"),
    TaskUID: uidOf(taking, tppSystems.task) ?? blank("TaskUID"),
  };
  return wholeForm(taking, "Task", fields, { text: takeText(taking), dated: false });
}

function blanksOf({ entry }: Taking<AppointmentOrTask>) {
  const { blank } = nativeDataOf(entry);
  return (element: string): string | undefined =>
    blank?.includes(element) === true ? "" : undefined;
}

function bookingFields(
  taking: Taking<AppointmentOrTask>,
  writing: ClientWriting,
): Pick<WireInput<"Visit">, "DateTime" | "Duration" | "LinkedReferralUID" | "Status" | "UserName"> {
  return {
    DateTime: taking.date("dateTime", "when"),
    Duration: taking.words("durationMinutes"),
    UserName: holderOf(taking, writing) ?? blanksOf(taking)("UserName"),
    LinkedReferralUID: referralOf(taking, writing),
    Status: taking.words("state"),
  };
}

function holderOf(taking: Taking<AppointmentOrTask>, writing: ClientWriting): string | undefined {
  const { holder } = taking.entry;
  const name = writing.userNameOf(holder);
  if (holder === undefined || name === undefined) return undefined;
  taking.take("holder");
  taking.onCommit(() => writing.named.add(holder));
  return name;
}

/** The uid a referral is known by, as long as the record still means that one. */
function referralOf(taking: Taking<AppointmentOrTask>, writing: ClientWriting): string | undefined {
  const uid = nativeDataOf(taking.entry).referral;
  if (uid === undefined || taking.entry.referral !== writing.ids.referral(uid)) return undefined;
  taking.take("referral");
  return uid;
}

function clinicianOf(taking: Taking<AppointmentOrTask>): string | undefined {
  const [participant] = taking.entry.participants;
  const name = participant?.person?.names?.[0]?.text;
  if (name === undefined || !isSameFacts(participant, performerNamed(name))) return undefined;
  const words = taking.words("participants", 0, "person", "names", 0, "text");
  if (words !== undefined) taking.take("participants", 0);
  return words;
}

function uidOf(taking: Taking<AppointmentOrTask>, system: string): string | undefined {
  const [identifier] = taking.entry.identifiers;
  if (identifier?.system !== system || identifier.assigner !== undefined) return undefined;
  const uid = taking.words("identifiers", 0, "value");
  if (uid !== undefined) taking.take("identifiers", 0);
  return uid;
}

function flagsOf(taking: Taking<AppointmentOrTask>): readonly string[] | undefined {
  const { flags } = taking.entry;
  if (!flags?.every((flag) => isWritable(flag))) return undefined;
  taking.take("flags");
  return flags;
}
