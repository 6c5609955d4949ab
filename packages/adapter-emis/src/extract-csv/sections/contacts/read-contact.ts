import { newEntry } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";

/** What the contact of the carer columns is to the patient, beside the relation. */
export const carerWords = "Carer";

/** The carer of the patient's row. */
export function readCarer(row: Row, reading: EmisReading): void {
  const { CarerName, CarerRelation } = row.cells;
  if (CarerName === undefined && CarerRelation === undefined) return;
  reading.rows.add(
    "contacts",
    {
      ...newEntry(reading.newId("carer"), reading.rows.nextOrder(), row.source),
      concept: { text: carerWords, codings: [] },
      ...(CarerName !== undefined && { name: { text: CarerName } }),
      ...(CarerRelation !== undefined && { relationship: { text: CarerRelation, codings: [] } }),
    },
    { rows: [row] },
  );
}
