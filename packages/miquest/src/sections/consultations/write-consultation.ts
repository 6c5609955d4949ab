import type { PlacedEntry } from "@gp2gp/tabular";
import { codeIn, miquestSystems } from "../../wire/systems.ts";
import { fillRow, putSaid } from "../../writing/fill-row.ts";
import type { MiquestWriting } from "../../writing/miquest-writing.ts";

/** Writes a consultation as an encounter. Where it was held has a letter only where the format gave it one. */
export function writeConsultation(placed: PlacedEntry<"consultations">, own: MiquestWriting): void {
  const { entry } = placed;
  const row = own.addRow("ENCOUNTERS");
  fillRow(row, entry, own);
  own.put(row, "SESSION", codeIn(miquestSystems.session, entry.concept));
  const location = own.agents.nameOf(entry.location, "location");
  if (location?.derived) own.put(row, "LOCATION", location.cell);
  own.put(row, "DURATION", entry.durationMinutes);
  putSaid(row, entry, "consultations", own);
  own.nameRow(row, entry, { mark: "encounter" });
  if (own.prints("ENCOUNTERS", "LINKS")) own.encounters.add(entry.id);
  own.rows.place(placed, { rows: [row] });
}
