import { decimalSchema, newEntry } from "@gp2gp/core";
import type { Observation, ObservationComponent, ObservationValue } from "@gp2gp/core";
import { readDay } from "../../wire/cells.ts";
import { habits } from "../../wire/code-tables.ts";
import { impliedUnit } from "../../wire/entities.ts";
import {
  diastolic,
  isBloodPressure,
  isHabit,
  secondMeasurement,
  systolic,
} from "../../wire/read-families.ts";
import type { Measurement } from "../../wire/read-families.ts";
import { withQualifier } from "../journal/entry-row.ts";
import type { EntryRow } from "../journal/entry-row.ts";
import type { Qualify } from "../journal/read-episode.ts";

export const habitQualifier = "Status";

interface Values extends Pick<Observation, "value" | "components"> {
  /** Whether someone smokes or drinks, as a qualifier of what is measured. */
  readonly habit?: Qualify;
}

/**
 * VALUE1 and VALUE2: the pressures of a blood pressure, how much and whether of smoking and alcohol, else
 * a value and a further measurement.
 */
export function readValues(entry: EntryRow): Values {
  const { CODE = "", ENTITY, VALUE2 } = entry.cells;
  if (VALUE2 !== undefined && (ENTITY === "BP" || isBloodPressure(CODE)))
    return {
      components: [...readComponent(entry, 1, systolic), ...readComponent(entry, 2, diastolic)],
    };
  const value = readValue(entry, 1);
  const habit = isHabit(CODE) ? habitLetter(VALUE2) : undefined;
  const second =
    habit === undefined
      ? readComponent(entry, 2, secondMeasurement(CODE) ?? unknownMeasurement(entry))
      : [];
  return {
    ...(value && { value }),
    ...(second.length > 0 && { components: second }),
    ...(habit !== undefined && {
      habit: (concept) => withQualifier(concept, habitQualifier, habits.read(habit)),
    }),
  };
}

function habitLetter(cell: string | undefined): string | undefined {
  return /^([0-2])(?:\.0*)?$/.exec(cell ?? "")?.[1];
}

/** A second value nobody tells the meaning of is called what its row calls it. */
function unknownMeasurement({ cells }: EntryRow): Measurement {
  return { label: cells["VALUE2_NAME"] ?? "Second value" };
}

function readComponent(
  entry: EntryRow,
  place: 1 | 2,
  { label, coding }: Measurement,
): ObservationComponent[] {
  const value = readValue(entry, place);
  if (!value) return [];
  const { row, inps, cells } = entry;
  const id = inps.reading.idOf(row.table, `${cells["ID"]} value ${place}`);
  return [
    {
      ...newEntry(id, place - 1, row.source),
      concept: coding ? { codings: [coding] } : { text: label, codings: [] },
      value,
    },
  ];
}

/** One of the two values: a number with its unit, the date of a review, else words. */
function readValue(entry: EntryRow, place: 1 | 2): ObservationValue | undefined {
  const { cells } = entry;
  const value = cells[`VALUE${place}`];
  const name = cells[`VALUE${place}_NAME`];
  if (value === undefined) return undefined;
  if (name === "REVIEW_DAT") {
    const day = readDay(value);
    if (day.is === "value") return { kind: "date", date: day.value };
  } else if (decimalSchema.safeParse(value).success) {
    const unit =
      cells[`VALUE${place}_UNITS`] ?? (place === 1 ? impliedUnit(cells["ENTITY"]) : undefined);
    return { kind: "quantity", quantity: { value, ...(unit !== undefined && { unit }) } };
  }
  entry.inps.report("value-malformed", {
    source: { ...entry.row.source, pointer: `VALUE${place}` },
  });
  return { kind: "text", text: value };
}
