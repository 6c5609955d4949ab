import { newEntry } from "@gp2gp/core";
import type { Coded, Observation, ObservationComponent, ObservationValue } from "@gp2gp/core";
import { textsOf } from "../../reading/entry-start.ts";
import type { EntryStart } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { isDecimal } from "../../wire/decimal.ts";
import { codedAs } from "../../wire/systems.ts";
import { conceptOf } from "../concept-of-row.ts";
import { habitSystem, valuesOfCode } from "./second-values.ts";
import type { Measurement } from "./second-values.ts";

/** What EPISODE says of an entry that is no drug, as far as the record has a word for it. */
const episodicities = { F: "first", N: "new" } as const;

/** An entry with a code or term, with up to two values. */
export function readObservation(start: EntryStart, own: MiquestReading): Observation {
  const episodicity = episodicityOf(start.cells["EPISODE"]);
  return {
    ...start.shape,
    ...conceptOf(start, own),
    texts: textsOf(start),
    ...(episodicity && { episodicity }),
    ...valuesOf(start, own),
  };
}

export function episodicityOf(cell: string | undefined): "first" | "new" | undefined {
  return cell === "F" || cell === "N" ? episodicities[cell] : undefined;
}

/** One value is that of the entry; of two, each may be a measurement of its own. */
function valuesOf(
  start: EntryStart,
  own: MiquestReading,
): Pick<Observation, "value" | "components"> {
  const { CODE, VALUE1, VALUE2 } = start.cells;
  const { first, second } = valuesOfCode(CODE);
  const value = VALUE1 === undefined ? {} : { value: valueOf(VALUE1) };
  if (VALUE2 === undefined) return value;
  const secondCell = { measurement: second, cell: VALUE2 };
  if (!first || VALUE1 === undefined)
    return { ...value, components: [componentOf(secondCell, 0, start, own)] };
  const firstCell = { measurement: first, cell: VALUE1 };
  return {
    components: [firstCell, secondCell].map((one, order) => componentOf(one, order, start, own)),
  };
}

function valueOf(cell: string, { letters }: Partial<Measurement> = {}): ObservationValue {
  if (letters && Object.hasOwn(letters, cell))
    return { kind: "coded", coded: codedAs(habitSystem, cell, letters) };
  return isDecimal(cell)
    ? { kind: "quantity", quantity: { value: cell } }
    : { kind: "text", text: cell };
}

function componentOf(
  { measurement, cell }: { readonly measurement: Measurement; readonly cell: string },
  order: number,
  { shape, row }: EntryStart,
  own: MiquestReading,
): ObservationComponent {
  const { effective } = shape;
  const id = own.rows.idOf("components", `${shape.id} ${String(order)}`);
  return {
    ...newEntry(id, order, row.source),
    concept: conceptOfMeasurement(measurement, own.systemOf(row)),
    ...(effective && { effective }),
    value: valueOf(cell, measurement),
  };
}

/** What a measurement is called in a code system: by its code where both Read versions have it, else in words. */
function conceptOfMeasurement({ code, words }: Measurement, system: string): Coded {
  const isRead = system === "read-v2" || system === "ctv3";
  return code !== undefined && isRead ? codedAs(system, code) : { text: words, codings: [] };
}
