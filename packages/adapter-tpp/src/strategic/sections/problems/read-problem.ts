import { dateOfEffective } from "@gp2gp/core";
import type { Problem } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { courseOf } from "../../../shared/course-of.ts";
import { severityOfWire } from "../../../shared/problem-severity.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { referenceIn } from "../../wire/cells.ts";
import { systemOfCode } from "../read-concept.ts";

/** Reads the problems: facets over coded entries. Rows that say the same of one entry are one problem. */
export function readProblems(extract: ExtractReading): void {
  const bySaying = new Map<string, Row[]>();
  for (const row of extract.of("SRProblem")) {
    const { RowIdentifier: _, DateEventRecorded: __, ...said } = row.cells;
    const isOfCode = referenceIn(row.cells["IDCode"]) !== undefined;
    const saying = isOfCode ? JSON.stringify(Object.entries(said).toSorted()) : `${bySaying.size}`;
    const same = bySaying.get(saying);
    if (same) same.push(row);
    else bySaying.set(saying, [row]);
  }
  for (const [row, ...repeated] of bySaying.values()) if (row) readProblem(row, repeated, extract);
}

function readProblem(row: Row, repeated: readonly Row[], extract: ExtractReading): void {
  const start = extract.start(row, repeated);
  const names = namedBy(row, extract);
  const severity = extract.words(row, "Severity");
  const end = extract.date(row, "DateEnd");
  const effective = courseOf(dateOfEffective(start.dated.effective), end);
  const entry: Problem = {
    ...start.shape,
    ...(names === undefined ? conceptOf(row) : { names }),
    ...(severity !== undefined && severityOfWire(severity)),
    activity: end === undefined ? "active" : "past",
    ...(effective && { effective }),
    links: [],
  };
  extract.add("problems", entry, start.origin);
}

/** The coded entry a problem is over; that a removed or missing one was named is reported. */
function namedBy(row: Row, extract: ExtractReading): string | undefined {
  const code = referenceIn(row.cells["IDCode"]);
  const names = code === undefined ? undefined : extract.codedEntries.get(code);
  if (code !== undefined && names === undefined)
    extract.rows.issues.push(
      issue("reference-unresolved", {
        source: row.source,
        detail: { column: "IDCode", key: code },
      }),
    );
  return names;
}

function conceptOf({ cells: { CTV3Code: code } }: Row): Pick<Problem, "concept"> {
  if (code === undefined) return {};
  return { concept: { codings: [{ system: systemOfCode(code), code, asserted: "source" }] } };
}
