import type { Plan } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";
import { shownConcept, wordsQualifier } from "../../reading/shown-concept.ts";
import { readBoolean } from "../../wire/cells.ts";

/** The qualifier that is where a diary entry is to be done. */
export const locationTypeWords = "Location type";

/** What `IsActive` and `IsComplete` say together; the first of two words for one pair is written. */
export const planStates: readonly (readonly [
  isActive: boolean,
  isComplete: boolean,
  state: string,
])[] = [
  [true, false, "Active"],
  [false, true, "Complete"],
  [false, false, "Inactive"],
  [true, true, "Active and complete"],
];

/** An entry of the diary; its date is when it is due. */
export function readPlan(row: Row, reading: EmisReading): void {
  const { cells } = row;
  const { DurationTerm, OriginalTerm, LocationTypeDescription: place } = cells;
  const text = reading.rows.text(row, "AssociatedText");
  const { effective } = reading.effective(row);
  const due = effective?.kind === "point" ? effective.at : undefined;
  const { concept } = reading.codes.clinical(row, "CodeId");
  const qualifiers = place === undefined ? [] : [wordsQualifier(locationTypeWords, place)];
  const state = stateOf(cells["IsActive"], cells["IsComplete"]);
  const entry: Plan = {
    ...reading.base(row),
    ...(due === undefined && effective && { effective }),
    ...shownConcept(concept, OriginalTerm, qualifiers),
    texts: text.own === undefined ? [] : [{ text: text.own, role: "note" }],
    participants: reading.participants(row),
    kind: "diary",
    ...(due !== undefined && { due }),
    ...(DurationTerm !== undefined && { duration: DurationTerm }),
    ...(state !== undefined && { state }),
  };
  reading.rows.add("plans", entry, { rows: [row], text });
}

function stateOf(isActive: string | undefined, isComplete: string | undefined): string | undefined {
  const [active, complete] = [readBoolean(isActive), readBoolean(isComplete)];
  if (active.state !== "known" || complete.state !== "known") return undefined;
  return planStates.find(([a, c]) => a === active.value && c === complete.value)?.[2];
}
