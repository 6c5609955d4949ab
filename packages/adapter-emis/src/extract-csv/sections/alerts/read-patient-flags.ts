import { newEntry } from "@gp2gp/core";
import type { EntryText } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";
import { isTrue } from "../../wire/cells.ts";

/** What the alert of the patient's flags is called. */
export const flagsWords = "Patient flags";

/** Columns of the patient that warn whoever opens the record, and their words. */
export const flagColumns = [
  ["SpineSensitive", "Sensitive: demographics are not to be disclosed (PDS S-flag)"],
  ["IsConfidential", "Confidential: the record is under a confidentiality policy"],
  ["DummyType", "Test patient: not a real person"],
] as const;

/** The flags of the patient's row, as one alert. */
export function readPatientFlags(row: Row, reading: EmisReading): void {
  const texts = flagColumns.flatMap(([column, text]): EntryText[] =>
    isTrue(row.cells[column]) ? [{ text, role: "displayed" }] : [],
  );
  if (texts.length === 0) return;
  reading.rows.add(
    "alerts",
    {
      ...newEntry(reading.newId("patient flags"), reading.rows.nextOrder(), row.source),
      concept: { text: flagsWords, codings: [] },
      texts,
    },
    { rows: [row] },
  );
}
