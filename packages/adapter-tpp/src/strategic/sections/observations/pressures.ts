import type { Coded } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { flagFromCell, referenceIn } from "../../wire/cells.ts";
import { codeColumns, readConcept } from "../read-concept.ts";

/** The rows of one blood pressure: both readings, and the row before them that names it, where there is one. */
export interface PressureRows {
  readonly head?: Row;
  readonly readings: readonly [Row, Row];
}

// CTV3 codes of the two readings and of the pair, and their SNOMED CT concepts.
const systolic = new Set(["2469.", "271649006", "72313002", "163030003"]);
const diastolic = new Set(["246A.", "271650006", "1091811000000102", "163031004"]);
const pair = new Set(["246..", "163020007", "75367002"]);

export type PressureKind = "systolic" | "diastolic" | "pair";

/** Which part of a blood pressure a concept names, by the codes this format shows of it. */
export function pressureKindOf(concept: Coded | undefined): PressureKind | undefined {
  const codes = (concept?.codings ?? [])
    .filter(({ system }) => system === "ctv3" || system === "snomed")
    .map(({ code }) => code);
  if (codes.some((code) => systolic.has(code))) return "systolic";
  if (codes.some((code) => diastolic.has(code))) return "diastolic";
  return codes.some((code) => pair.has(code)) ? "pair" : undefined;
}

/** What stands against joining a row with others. */
type StandingAlone = (row: Row) => {
  /** A problem is over it. */
  readonly isProblem: boolean;
  /** Its words say as what it was recorded. */
  readonly saysWhatItIs: boolean;
};

/**
 * Finds the readings that belong together: a systolic and a diastolic one of the same event and time. Where
 * the readings of an event do not come in pairs, nothing says which belong together, and none is joined.
 */
export function findPressures(
  rows: readonly Row[],
  standing: StandingAlone,
): ReadonlyMap<Row, PressureRows> {
  const events = new Map<string, Row[]>();
  for (const row of rows) {
    const event = referenceIn(row.cells["IDEvent"]);
    if (event === undefined) continue;
    const key = `${event} ${row.cells["DateEvent"] ?? ""}`;
    const known = events.get(key);
    if (known) known.push(row);
    else events.set(key, [row]);
  }
  const found = new Map<Row, PressureRows>();
  for (const inEvent of events.values()) {
    const kinds = inEvent.map((row) => kindOfRow(row, standing));
    const places = [...kinds.keys()].filter((at) => isReading(kinds[at]));
    if (!isPaired(places.map((at) => kinds[at]))) continue;
    for (let index = 0; index < places.length; index += 2) {
      const at = places[index] ?? -1;
      const [first, second] = [inEvent[at], inEvent[places[index + 1] ?? -1]];
      if (!first || !second) continue;
      const before = kinds[at - 1] === "pair" ? inEvent[at - 1] : undefined;
      const pressure: PressureRows = {
        ...(before && { head: before }),
        readings: [first, second],
      };
      for (const row of before ? [before, first, second] : [first, second])
        found.set(row, pressure);
    }
  }
  return found;
}

function kindOfRow(row: Row, standing: StandingAlone): PressureKind | undefined {
  const kind = pressureKindOf(readConcept(row, codeColumns));
  if (kind === undefined) return undefined;
  const { isProblem, saysWhatItIs } = standing(row);
  if (saysWhatItIs || (isProblem && isReading(kind))) return undefined;
  const isNumber =
    flagFromCell(row.cells["IsNumeric"]) !== false && row.cells["NumericValue"] !== undefined;
  return isReading(kind) === isNumber ? kind : undefined;
}

/** Whether readings come in pairs, one after the other. */
export function isPaired(kinds: readonly (PressureKind | undefined)[]): boolean {
  return kinds.every((kind, at) => at % 2 === 1 || isOther(kind, kinds[at + 1]));
}

const isReading = (kind: PressureKind | undefined): boolean =>
  kind === "systolic" || kind === "diastolic";

const isOther = (one: PressureKind | undefined, other: PressureKind | undefined): boolean =>
  isReading(one) && isReading(other) && one !== other;
