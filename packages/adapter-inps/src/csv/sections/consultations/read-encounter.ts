import type { Consultation } from "@gp2gp/core";
import { locations, sessions } from "../../wire/code-tables.ts";
import { withQualifier } from "../journal/entry-row.ts";
import type { EntryRow } from "../journal/entry-row.ts";

export const locationQualifier = "Location";

/** An encounter: its kind of session and of place, how long it took, by whom. */
export function readEncounter(entry: EntryRow): void {
  const { row, inps, cells } = entry;
  const { consultation: _, ...start } = entry.start("author");
  const session = entry.letter("SESSION", sessions);
  const place = entry.letter("LOCATION", locations);
  const concept = place ? withQualifier(session, locationQualifier, place) : session;
  const consultation: Consultation = {
    ...start,
    ...(concept && { concept }),
    ...(cells["DURATION"] !== undefined && { durationMinutes: cells["DURATION"] }),
    texts: entry.texts(undefined),
  };
  inps.reading.add("consultations", consultation, { rows: [row] });
}
