import type { PlacedEntry } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { locations, sessions } from "../../wire/code-tables.ts";
import { precisionReasons } from "../journal/add-journal-row.ts";
import { qualifierOf } from "../journal/entry-row.ts";
import { locationQualifier } from "./read-encounter.ts";

const actors = ["author", "performer", "responsible", "primary-performer", "entered-by"] as const;

export function writeEncounter(placed: PlacedEntry<"consultations">, inps: InpsWriting): void {
  const { writing } = inps;
  const { entry } = placed;
  const row = inps.addEntryRow("encounter", placed, actors);
  const minutes = entry.durationMinutes;
  writing.set(row, "SESSION", sessions.write(entry.concept));
  writing.set(row, "LOCATION", locations.write(qualifierOf(entry.concept, locationQualifier)));
  writing.set(row, "DURATION", minutes);
  writing.set(row, "PRACT_NUMBER", inps.practiceNumber);
  writing.place(placed, { rows: [row], reasons: precisionReasons });
}
