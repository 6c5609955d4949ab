import { labelOf } from "@gp2gp/core";
import type {
  Coded,
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
} from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { isDecimal, writeDay } from "../../wire/cells.ts";
import { habits } from "../../wire/code-tables.ts";
import { entityOf } from "../../wire/entities.ts";
import { diastolic, isHabit, secondMeasurement, systolic } from "../../wire/read-families.ts";
import type { Measurement } from "../../wire/read-families.ts";
import { qualifierOf } from "../journal/entry-row.ts";
import { habitQualifier } from "./read-values.ts";

/**
 * VALUE1 and VALUE2 of an observation. A number with a comparator has no place, nor has a value that is
 * no number: without them the row says less, with them another thing.
 */
export function writeValues(row: RowDraft, observation: Observation, inps: InpsWriting): void {
  const { writing } = inps;
  const { components = [], concept, value } = observation;
  const { CODE = "" } = row.cells;
  const pressures = pressuresOf(components);
  if (pressures) {
    writing.set(row, "ENTITY", "BP");
    for (const [at, quantity] of pressures.entries()) writeNumber(row, at + 1, quantity, inps);
    return;
  }
  const number = plainNumber(value);
  if (number) {
    if (row.cells["SUBSET"] === "T") writing.set(row, "VALUE1_NAME", "NUM_RESULT");
    writing.set(row, "ENTITY", entityOf(CODE, number.unit));
    writeNumber(row, 1, number, inps);
  } else if (value?.kind === "date" && isMedicationReview(concept)) {
    writing.set(row, "VALUE1_NAME", "REVIEW_DAT");
    writing.set(row, "VALUE1", writeDay(value.date));
  }
  if (isHabit(CODE)) writing.set(row, "VALUE2", habits.write(qualifierOf(concept, habitQualifier)));
  const [second] = components;
  const expected = secondMeasurement(CODE);
  const further =
    second && expected && isOf(second, expected) ? plainNumber(second.value) : undefined;
  if (further && components.length === 1) writeNumber(row, 2, further, inps);
}

function writeNumber(
  row: RowDraft,
  place: number,
  { value, unit }: Quantity,
  { writing }: InpsWriting,
): void {
  writing.set(row, `VALUE${place}`, value);
  writing.set(row, `VALUE${place}_UNITS`, unit);
}

/** The systolic and the diastolic pressure of a composite that is those two, in whatever order. */
function pressuresOf(
  components: readonly ObservationComponent[],
): readonly [Quantity, Quantity] | undefined {
  if (components.length !== 2) return undefined;
  const [upper, lower] = [systolic, diastolic].map((measurement) =>
    components.find((component) => isOf(component, measurement)),
  );
  const [first, second] = [plainNumber(upper?.value), plainNumber(lower?.value)];
  return first && second && upper !== lower ? [first, second] : undefined;
}

/** Whether a component is of a measurement: by its words, or by its Read code. */
function isOf({ concept }: ObservationComponent, { label, coding }: Measurement): boolean {
  const words = [labelOf(concept), ...(concept?.codings.map(({ display }) => display) ?? [])];
  return (
    words.some((word) => word?.toLowerCase().includes(label.toLowerCase()) === true) ||
    concept?.codings.some(
      ({ system, code }) => system === "read-v2" && code.slice(0, 5) === coding?.code.slice(0, 5),
    ) === true
  );
}

/** A number VALUE1 and VALUE2 can hold as it is. */
function plainNumber(value: ObservationValue | undefined): Quantity | undefined {
  if (value?.kind === "integer")
    return isDecimal(value.integer) ? { value: value.integer } : undefined;
  if (value?.kind !== "quantity") return undefined;
  const { value: number, comparator } = value.quantity;
  const isPlain = number !== undefined && comparator === undefined && isDecimal(number);
  return isPlain ? value.quantity : undefined;
}

/** Whether a value that is a date is that of a review of medication, as REVIEW_DAT says. */
function isMedicationReview(concept: Coded | undefined): boolean {
  return /\bmedication review\b/i.test(labelOf(concept) ?? "");
}
