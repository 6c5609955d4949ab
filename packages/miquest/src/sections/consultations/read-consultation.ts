import type { Consultation } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { commentsOf, startEntry } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { locations, sessions } from "../../wire/code-tables.ts";
import { parseLinks } from "../../wire/links.ts";
import { codedAs, miquestSystems } from "../../wire/systems.ts";

/** Reads an encounter, and remembers what journal entries and referrals call it. */
export function readConsultation(row: Row, own: MiquestReading): void {
  const { SESSION, LOCATION, DURATION, LINKS } = row.cells;
  const { encounter, unknown } = parseLinks(LINKS);
  if (unknown.length > 0) own.report("reference-unresolved", { source: row.source });
  const id = own.idOf("ENCOUNTERS", row, { name: encounter });
  if (encounter !== undefined && !own.encounters.has(encounter)) own.encounters.set(encounter, id);
  const { shape, said } = startEntry(row, own, { id, kind: "consultations" });
  own.checkLetter(sessions, SESSION, row);
  own.checkLetter(locations, LOCATION, row);
  const location = own.agentOf("location", LOCATION, row);
  const { consultation: _, ...entry } = shape;
  const consultation: Consultation = {
    ...entry,
    texts: commentsOf(said),
    ...(SESSION !== undefined && { concept: codedAs(miquestSystems.session, SESSION, sessions) }),
    ...(location !== undefined && { location }),
    ...(DURATION !== undefined && { durationMinutes: DURATION }),
  };
  own.rows.add("consultations", consultation, { rows: [row] });
}
