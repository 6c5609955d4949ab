import { newEntry } from "@gp2gp/core";
import type { Observation } from "@gp2gp/core";
import type { EntryRow } from "../journal/entry-row.ts";

/** Reads the problem a row of SUBSET P makes of its entry: active until it has an end. */
export function readProblem(entry: EntryRow, { id: names, consultation }: Observation): void {
  const { row, inps, cells } = entry;
  const start = entry.day("DATE");
  const end = entry.day("END_DATE");
  inps.reading.add(
    "problems",
    {
      ...newEntry(
        inps.reading.idOf("journal", `${cells["ID"]} problem`),
        inps.reading.nextOrder(),
        row.source,
      ),
      ...(consultation !== undefined && { consultation }),
      names,
      activity: cells["END_DATE"] === undefined ? "active" : "inactive",
      ...((start !== undefined || end !== undefined) && {
        effective: {
          kind: "period",
          ...(start !== undefined && { start }),
          ...(end !== undefined && { end }),
        },
      }),
      links: [...inps.links.linkedTo(row)],
    },
    { rows: [row] },
  );
}
