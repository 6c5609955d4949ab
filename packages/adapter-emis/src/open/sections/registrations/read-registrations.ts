import type { Registration } from "@gp2gp/core";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { readIntegerCode } from "../../codecs/integer-code.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Reading } from "../../reading/reading.ts";
import type {
  WireCurrentStatus,
  WireRegistration,
  WireRegistrationStatus,
} from "../../wire/registration-types.ts";
import { readDate } from "../coded-items/read-coded-item.ts";

export const registrationStatusSystem = emisSystems.registrationStatus;
export const patientTypeSystem = emisSystems.patientType;

/** The stretches of registration, the statuses they went through, and the current one. */
export function readRegistrations(
  wire: WireRegistrationStatus | undefined,
  registration: WireRegistration | undefined,
  reading: Reading,
): void {
  if (registration) readOwnDates(registration, reading);
  if (!wire) return;
  for (const history of wire.RegistrationHistoryList?.RegistrationHistory ?? []) {
    const id = reading.freshId("emis-open:registration-history");
    const start = readDate(history.DateRegistered, reading, history);
    const end = readDate(history.DateDeregistered, reading, history);
    const type = readIntegerCode(history.PatientType, patientTypeSystem);
    put(reading, "RegistrationHistory", {
      wire: history,
      entry: {
        ...reading.base(id, history, {}),
        ...(type && { type }),
        ...(start !== undefined && { start }),
        ...(end !== undefined && { end }),
      },
    });
  }
  for (const status of wire.StatusHistoryList?.StatusHistory ?? [])
    readStatus(status, "StatusHistory", reading);
  if (wire.CurrentStatus) readStatus(wire.CurrentStatus, "CurrentStatus", reading);
}

/** Dates of registration the registration itself has: of other than regular patients, and of leaving. */
function readOwnDates(wire: WireRegistration, reading: Reading): void {
  const start = readDate(wire.DateAdded, reading, wire);
  const end = readDate(wire.DeductedDate, reading, wire);
  if (start === undefined && end === undefined) return;
  const entry = {
    ...reading.base(reading.freshId("emis-open:registration"), wire, {}),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
  reading.put("registrations", withEmisData(entry, { form: "Registration" }));
}

function readStatus(wire: WireCurrentStatus, form: string, reading: Reading): void {
  const at = readDate(wire.StatusDate, reading, wire);
  const status = readIntegerCode(wire.Code, registrationStatusSystem);
  const type = readIntegerCode(wire.PatientType, patientTypeSystem);
  put(reading, form, {
    wire,
    entry: {
      ...reading.base(reading.entryId(wire, "registration-status"), wire, {}),
      ...(status && { status }),
      ...(type && { type }),
      ...(at !== undefined && { effective: { kind: "point", at } }),
    },
  });
}

function put(
  reading: Reading,
  form: string,
  { entry, wire }: { entry: Registration; wire: object },
): void {
  reading.put("registrations", withEmisData(entry, { form }), { form, wire });
}
