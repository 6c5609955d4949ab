import type { EntryOf } from "@gp2gp/core";
import { emisDataOf } from "../emis-data.ts";
import { writeMessage } from "../sections/alerts/write-alert.ts";
import { writeMedicationReview } from "../sections/plans/write-plan.ts";
import {
  writeHistory,
  writeOwnDates,
  writeStatus,
} from "../sections/registrations/write-registrations.ts";
import type {
  WireCurrentStatus,
  WireRegistration,
  WireRegistrationHistory,
  WireRegistrationStatus,
} from "../wire/registration-types.ts";
import type { Assembly } from "./assembly.ts";
import { formOf } from "./entry-form.ts";
import { workOn } from "./entry-work.ts";
import type { EntryWork } from "./entry-work.ts";
import type { IndexedEntry } from "./record-index.ts";
import { writeItem } from "./write-item.ts";

export interface RegistrationMade {
  /** Members of the registration that entries of the record fill. */
  readonly registration: WireRegistration;
  readonly status: WireRegistrationStatus | undefined;
  readonly medicationMessage: string | undefined;
}

/** The entries EMIS keeps in and beside the registration. */
export function assembleRegistration(
  entries: readonly IndexedEntry[],
  { writing, lists }: Assembly,
): RegistrationMade {
  let registration: WireRegistration = {};
  let medicationMessage: string | undefined;
  let current: WireCurrentStatus | undefined;
  const statuses: WireCurrentStatus[] = [];
  const histories: WireRegistrationHistory[] = [];
  for (const { section, index, entry } of entries) {
    const work: EntryWork = workOn(section, index, { entry, position: {} });
    const asEvent = (): void =>
      void lists.EventList.push(
        ...writeItem({ section, index, entry }, { form: "Event", position: {}, writing }),
      );
    const form = formOf(section, entry);
    switch (form) {
      case "Registration":
        registration = {
          ...registration,
          ...writeOwnDates(work as EntryWork<"registrations">, writing),
        };
        break;
      case "ScreenMessage": {
        const alert = work as EntryWork<"alerts">;
        if (registration.ScreenMessage !== undefined) asEvent();
        else registration = { ...registration, ScreenMessage: writeMessage(alert, form, writing) };
        break;
      }
      case "MedicationMessage":
        if (medicationMessage !== undefined) asEvent();
        else medicationMessage = writeMessage(work as EntryWork<"alerts">, form, writing);
        break;
      case "MedicationReviewDate": {
        const plan = work as EntryWork<"plans">;
        if (registration.MedicationReviewDate !== undefined) asEvent();
        else
          registration = {
            ...registration,
            MedicationReviewDate: writeMedicationReview(plan, writing),
          };
        break;
      }
      case "CurrentStatus":
        if (current !== undefined) asEvent();
        else current = writeStatus(work as EntryWork<"registrations">, form, writing);
        break;
      case "StatusHistory":
        statuses.push(writeStatus(work as EntryWork<"registrations">, form, writing));
        break;
      default:
        if (isHistory(entry as EntryOf<"registrations">))
          histories.push(writeHistory(work as EntryWork<"registrations">, writing));
        else asEvent();
    }
  }
  const status: WireRegistrationStatus = {
    CurrentStatus: current,
    StatusHistoryList: statuses.length > 0 ? { StatusHistory: statuses } : undefined,
    RegistrationHistoryList: histories.length > 0 ? { RegistrationHistory: histories } : undefined,
  };
  const none = current === undefined && statuses.length === 0 && histories.length === 0;
  return { registration, status: none ? undefined : status, medicationMessage };
}

const historyMembers = new Set(["id", "order", "source", "supplierData", "start", "end", "type"]);

/** Whether a registration says nothing but when and of what type, which is all a history entry has room for. */
function isHistory(entry: EntryOf<"registrations">): boolean {
  if (emisDataOf(entry)?.form === "RegistrationHistory") return true;
  const more = Object.entries(entry).filter(
    ([key, value]) => !historyMembers.has(key) && !(Array.isArray(value) && value.length === 0),
  );
  if (more.length > 0) return false;
  const { type } = entry;
  const [coding, ...others] = type?.codings ?? [];
  if (type === undefined) return true;
  if (coding === undefined) return type.text !== undefined;
  return others.length === 0 && type.text === undefined && coding.system === "emis:patient-type";
}
