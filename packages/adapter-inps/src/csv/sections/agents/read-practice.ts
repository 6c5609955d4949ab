import { newEntry } from "@gp2gp/core";
import type { Agent } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { idAndIdentifiers } from "../../reading/row-ids.ts";
import { practiceTelecoms } from "./practice-telecoms.ts";
import { readAddresses, readTelecoms } from "../patient/read-contact.ts";

/** Reads a row of a practice as an agent, and answers its id. */
export function readPractice(row: Row, reading: RowReading): string {
  const { ID = "", NAME, IDENTIFIER } = row.cells;
  const { id, identifiers } = idAndIdentifiers("practice", ID, reading);
  const addresses = readAddresses(row);
  const telecoms = readTelecoms(row, practiceTelecoms);
  const agent: Agent = {
    ...newEntry(id, reading.nextOrder(), row.source),
    identifiers:
      IDENTIFIER === undefined
        ? identifiers
        : [...identifiers, { system: "ods", value: IDENTIFIER }],
    kind: "organisation",
    ...(NAME !== undefined && { name: NAME }),
    ...(addresses && { addresses }),
    ...(telecoms && { telecoms }),
  };
  reading.add("agents", agent, { rows: [row] });
  return id;
}
