import { roleCoded } from "@gp2gp/core";
import type { AppointmentOrTask, Coded, Participant } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { bareKey } from "../../reading/live-rows.ts";
import type { EmisReading } from "../../reading/reading.ts";
import { shownConcept, wordsQualifier } from "../../reading/shown-concept.ts";
import { isTrue, readMoment } from "../../wire/cells.ts";

/** The session a slot is of. */
export const sessionSystem = "emis:appointment-session";

/** Columns that say something of an appointment that the record has no member for. */
export const slotQualifiers = [
  ["BookingMethod", "Booking method"],
  ["ModeOfContact", "Mode of contact"],
  ["ContextType", "Context type"],
  ["ServiceSetting", "Service setting"],
  ["SendInTime", "Sent in"],
  ["LeftTime", "Left"],
] as const;
/** Columns that are flags of an appointment, and their words. */
export const slotFlags = [
  ["DidNotAttend", "Did not attend"],
  ["IsBookableOnline", "Bookable online"],
  ["IsBlocked", "Blocked"],
] as const;

/** A slot the patient has booked, with what its session says: where, and with whom. */
export function readAppointment(row: Row, reading: EmisReading): void {
  const { cells } = row;
  const { SessionGuid, PlannedDurationInMinutes, SlotStatus, SlotType } = cells;
  const { directory } = reading;
  const when = reading.known(
    row,
    readMoment(cells["AppointmentDate"], cells["AppointmentStartTime"]),
  );
  const recorded = reading.known(row, readMoment(cells["BookedDate"], cells["BookedTime"]));
  const session = SessionGuid === undefined ? undefined : directory.find(sessions, SessionGuid);
  const users = SessionGuid === undefined ? [] : directory.findAll(sessionUsers, SessionGuid);
  const staff = users.flatMap((user) => directory.user(user, "UserInRoleGuid") ?? []);
  const [holder, ...others] = staff;
  if (session) directory.mention("Admin_Location", session, "LocationGuid");
  const place = session?.cells["LocationGuid"];
  const site =
    place === undefined
      ? undefined
      : directory.find("Admin_Location", place)?.cells["LocationName"];
  const flags = slotFlags.flatMap(([column, words]) => (isTrue(cells[column]) ? [words] : []));
  const { concept: reason } = reading.codes.clinical(row, "DnaReasonCodeId");
  const entry: AppointmentOrTask = {
    ...reading.base(row),
    identifiers:
      SessionGuid === undefined ? [] : [{ system: sessionSystem, value: bareKey(SessionGuid) }],
    kind: "appointment",
    ...(reason && { status: reason }),
    ...(recorded !== undefined && { recorded }),
    // Slots begin on the minute; the column has seconds for every time.
    ...(when !== undefined && { when: when.replace(/(T\d{2}:\d{2}):00$/, "$1") }),
    ...(PlannedDurationInMinutes !== undefined && { durationMinutes: PlannedDurationInMinutes }),
    ...(SlotStatus !== undefined && { state: SlotStatus }),
    ...(SlotType !== undefined && { type: SlotType }),
    ...(site !== undefined && { site }),
    ...(holder !== undefined && { holder }),
    participants: others.map((agent): Participant => ({
      role: roleCoded("secondary-performer"),
      agent,
    })),
    ...(flags.length > 0 && { flags }),
    ...categoryOf(row),
  };
  const rows = [row, ...(session ? [session] : []), ...users];
  reading.rows.add("appointmentsAndTasks", entry, { rows });
}

const sessions = "Appointment_Session";
const sessionUsers = "Appointment_SessionUser";

/** The national category of a slot, in words. */
function categoryOf({ cells }: Row): { readonly concept?: Coded } {
  const { NationalSlotCategoryName } = cells;
  const qualifiers = slotQualifiers.flatMap(([column, name]) => {
    const value = cells[column];
    return value === undefined ? [] : [wordsQualifier(name, value)];
  });
  return shownConcept(undefined, NationalSlotCategoryName, qualifiers);
}
