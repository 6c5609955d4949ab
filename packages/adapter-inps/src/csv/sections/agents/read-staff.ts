import { newEntry } from "@gp2gp/core";
import type { Agent, Identifier } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { inpsSystems } from "../../inps-systems.ts";
import { idAndIdentifiers } from "../../reading/row-ids.ts";
import { sexes } from "../../wire/code-tables.ts";
import { readName } from "../patient/read-name.ts";

/** Reads a row of staff as an agent, and answers its id. `practice`: whom they work for. */
export function readStaff(row: Row, practice: string | undefined, reading: RowReading): string {
  const { ID = "", GMP_CODE, HCP_TYPE, SEX } = row.cells;
  const { id, identifiers } = idAndIdentifiers("staff", ID, reading);
  const person = readName(row);
  const agent: Agent = {
    ...newEntry(id, reading.nextOrder(), row.source),
    identifiers: [...identifiers, ...codeIdentifiers(GMP_CODE)],
    ...(HCP_TYPE !== undefined && {
      concept: { codings: [{ system: inpsSystems.hcpType, code: HCP_TYPE, asserted: "source" }] },
    }),
    kind: "person",
    ...(person && { person }),
    ...(SEX !== undefined && { gender: sexes.find(([letter]) => letter === SEX)?.[1] ?? SEX }),
    ...(practice !== undefined && { represents: practice }),
  };
  reading.add("agents", agent, { rows: [row] });
  return id;
}

/** Whether a code is one the NHS gives general practitioners, and no practice's own. */
export function isGpCode(code: string): boolean {
  return /^G\d{6,7}$/.test(code);
}

function codeIdentifiers(code: string | undefined): Identifier[] {
  if (code === undefined) return [];
  return [{ system: isGpCode(code) ? "gmp" : inpsSystems.gpCode, value: code }];
}
