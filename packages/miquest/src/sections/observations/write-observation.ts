import type { Coded, Observation, ObservationComponent, ObservationValue } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import type { MiquestWriting } from "../../writing/miquest-writing.ts";
import { kindOfRow } from "../../wire/kind-of-row.ts";
import type { WrittenCode } from "../write-code.ts";
import { codeIn } from "../../wire/systems.ts";
import { habitSystem, isImpliedUnit, valuesOfCode } from "./second-values.ts";
import type { Measurement } from "./second-values.ts";

/** Writes what an observation has beside its code. Values of what was not so, or with a comparator, have no place. */
export function writeObservation(
  row: RowDraft,
  entry: Observation,
  { code, isUnsaid }: WrittenCode,
  own: MiquestWriting,
): void {
  if (!isUnsaid) putValues(row, entry, code, own);
  // Without a code or value it is words, which have no episode.
  if (kindOfRow(row.cells, own.system) === "observations") putEpisodicity(row, entry, own);
}

function putValues(
  row: RowDraft,
  entry: Observation,
  code: string | undefined,
  own: MiquestWriting,
): void {
  const { first, second } = valuesOfCode(code);
  const { value, components = [] } = entry;
  const firstOwn = first && components.find((one) => isOf(first, one, own));
  const secondOwn = components.find((one) => isOf(second, one, own));
  const firstCell = cellOf(firstOwn?.value ?? value, code, first);
  const secondCell = cellOf(secondOwn?.value, code, second);
  // Two numbers of which one is missing, or stands for another, would be taken for each other.
  const isPair = components.length === 2 && firstCell !== undefined && secondCell !== undefined;
  if (firstOwn && !isPair && components.length > 1) return;
  own.put(row, "VALUE1", firstCell);
  if (components.length === 1 || isPair) own.put(row, "VALUE2", secondCell);
}

/** Writes whether an entry is the first or a new one of its kind. */
export function putEpisodicity(
  row: RowDraft,
  { episodicity }: { readonly episodicity?: string | undefined },
  own: MiquestWriting,
): void {
  if (episodicity === "first") own.put(row, "EPISODE", "F");
  if (episodicity === "new") own.put(row, "EPISODE", "N");
}

/** The cell of a value: a number in the unit it will be taken for, or a number that stands for something. */
function cellOf(
  value: ObservationValue | undefined,
  code: string | undefined,
  { letters }: Partial<Measurement> = {},
): string | undefined {
  if (letters && value?.kind === "coded") return codeIn(habitSystem, value.coded);
  if (value?.kind !== "quantity") return undefined;
  const { quantity } = value;
  if (quantity.comparator !== undefined || quantity.absent !== undefined) return undefined;
  const { value: number } = quantity;
  if (letters && number !== undefined && Object.hasOwn(letters, number)) return undefined;
  return isImpliedUnit(code, quantity.unit) ? number : undefined;
}

const snomedIds: Readonly<Record<string, readonly string[]>> = {
  "2469.": ["72313002", "163030003", "271649006"],
  "246A.": ["1091811000000102", "163031004", "271650006"],
};

/** Whether a component is the measurement a value is. */
function isOf(measurement: Measurement, { concept }: ObservationComponent, own: MiquestWriting) {
  const { code, words } = measurement;
  if (code === undefined) return isSaidAs(concept, words);
  return (
    concept?.codings.some(({ system, code: found }) =>
      system === "snomed"
        ? snomedIds[code]?.includes(found) === true
        : (system === own.system || system === "read-v2" || system === "ctv3") &&
          found.slice(0, 5) === code,
    ) === true
  );
}

function isSaidAs(concept: Coded | undefined, words: string): boolean {
  return concept?.text === words;
}
