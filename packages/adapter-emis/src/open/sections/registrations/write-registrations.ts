import { writePlainDate } from "../../codecs/emis-date.ts";
import { writeIntegerCode } from "../../codecs/integer-code.ts";
import {
  currentStatusFields,
  registrationHistoryFields,
  statusFields,
} from "../../wire/registration-types.ts";
import type {
  WireCurrentStatus,
  WireRegistration,
  WireRegistrationHistory,
} from "../../wire/registration-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { patientTypeSystem, registrationStatusSystem } from "./read-registrations.ts";

type Work = EntryWork<"registrations">;

/** One status the registration went through. */
export function writeStatus(
  work: Work,
  form: "CurrentStatus" | "StatusHistory",
  writing: Writing,
): WireCurrentStatus {
  const { entry, facts } = work;
  const status = entry.status && writeIntegerCode(entry.status, registrationStatusSystem);
  for (const path of status?.taken ?? []) facts.take("status", ...path);
  const at = entry.effective?.kind === "point" ? writePlainDate(entry.effective.at) : undefined;
  if (at?.exact) facts.take("effective");
  const wire: WireCurrentStatus = {
    ...writing.head(work),
    Code: status?.wire,
    StatusDate: at?.text,
    PatientType: writeType(work),
  };
  const fields = form === "CurrentStatus" ? currentStatusFields : statusFields;
  const finished: WireCurrentStatus = writing.finish(fields, wire, work);
  writing.carryApart(work);
  return finished;
}

/** One stretch of registration. It has no id of its own: reading makes the same ones in the same order. */
export function writeHistory(work: Work, writing: Writing): WireRegistrationHistory {
  const { entry, facts } = work;
  const wire: WireRegistrationHistory = {
    DateRegistered: writeDate(entry.start, "start", work),
    DateDeregistered: writeDate(entry.end, "end", work),
    PatientType: writeType(work),
  };
  facts.take("id");
  const finished = writing.finish(registrationHistoryFields, wire, work);
  writing.carryApart(work);
  return finished;
}

/** Dates the registration itself holds. */
export function writeOwnDates(work: Work, writing: Writing): WireRegistration {
  work.facts.take("id");
  const wire: WireRegistration = {
    DateAdded: writeDate(work.entry.start, "start", work),
    DeductedDate: writeDate(work.entry.end, "end", work),
  };
  writing.carryApart(work);
  return wire;
}

function writeDate(
  at: string | undefined,
  member: "start" | "end",
  work: Work,
): string | undefined {
  const written = at === undefined ? undefined : writePlainDate(at);
  if (written?.exact) work.facts.take(member);
  return written?.text;
}

function writeType({ entry, facts }: Work): WireCurrentStatus["PatientType"] {
  const type = entry.type && writeIntegerCode(entry.type, patientTypeSystem);
  for (const path of type?.taken ?? []) facts.take("type", ...path);
  return type?.wire;
}
