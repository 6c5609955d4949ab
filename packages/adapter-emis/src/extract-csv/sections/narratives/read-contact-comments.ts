import { newEntry } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";

/** What the words about a patient's telephone numbers are called. */
export const contactCommentsWords = "Contact comments";

/** Words about how the patient is reached. */
export function readContactComments(row: Row, reading: EmisReading): void {
  const text = row.cells["ContactComments"];
  if (text === undefined) return;
  reading.rows.add(
    "narratives",
    {
      ...newEntry(reading.newId("contact comments"), reading.rows.nextOrder(), row.source),
      concept: { text: contactCommentsWords, codings: [] },
      texts: [{ text, role: "comment" }],
    },
    { rows: [row] },
  );
}
