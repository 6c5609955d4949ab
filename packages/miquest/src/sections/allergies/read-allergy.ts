import type { Allergy, Coded } from "@gp2gp/core";
import { textsOf } from "../../reading/entry-start.ts";
import type { EntryStart } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { allergyKindOf } from "../../wire/code-set.ts";
import { certainties, meaningOf, severities } from "../../wire/code-tables.ts";
import { codedAs } from "../../wire/systems.ts";
import { conceptOf } from "../concept-of-row.ts";
import { episodicityOf } from "../observations/read-observation.ts";

/** An allergy, which its code alone tells: what it is to stands in the words of the code. */
export function readAllergy(start: EntryStart, own: MiquestReading): Allergy {
  const { shape, cells, row } = start;
  const { CODE = "", EPISODE, CERTAINTY, SEVERITY } = cells;
  const episodicity = episodicityOf(EPISODE);
  return {
    ...shape,
    ...conceptOf(start, own),
    texts: textsOf(start),
    kind: allergyKindOf(CODE, own.systemOf(row)) ?? "unspecified",
    substances: [],
    ...(CERTAINTY !== undefined && { certainty: gradeOf(CERTAINTY, certainties) }),
    ...(SEVERITY !== undefined && { severity: gradeOf(SEVERITY, severities) }),
    ...(episodicity && { episodicity }),
  };
}

/** A grade by its SNOMED CT id; one that is not known stays as it is written. */
function gradeOf(cell: string, table: Readonly<Record<string, string>>): Coded {
  return meaningOf(table, cell) === undefined
    ? { text: cell, codings: [] }
    : codedAs("snomed", cell, table);
}
