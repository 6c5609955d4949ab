import type { PlacedEntry } from "@gp2gp/tabular";
import { writeMoment } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { statusWords } from "./read-registrations.ts";
import { wordsOfCoded } from "./words-of-coded.ts";

/** A status the registration went through. */
export function writeStatus(placed: PlacedEntry, writing: EmisWriting): void {
  const { effective, status } = placed.entry;
  const row = writing.row("Admin_PatientHistory");
  const { date, time } = writeMoment(effective?.kind === "point" ? effective.at : undefined);
  writing.put(row, "HistoryDate", date);
  writing.put(row, "HistoryTime", time);
  writing.put(row, "StatusDescription", wordsOfCoded(status, statusWords));
  writing.rows.place(placed, { rows: [row] });
}
