import { dateOfEffective } from "@gp2gp/core";
import type { AnyEntry, Observation, Problem } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { dateToCell } from "../../wire/cells.ts";
import { isNumber } from "./held-value.ts";
import { isPaired, pressureKindOf } from "./pressures.ts";
import type { PressureKind } from "./pressures.ts";

/** The event and time by which readings are found to belong together. */
export function pressureKey({ consultation = "", effective }: AnyEntry): string {
  return `${consultation} ${dateToCell(dateOfEffective(effective) ?? "") ?? ""}`;
}

/** What coded entries of one event and time could be read as of a blood pressure. */
interface PressureEntries {
  /** Names of a pair that stand alone, by which a pressure without a name of its own could be called. */
  readonly names: number;
  /** Single readings that would be joined with one another, or with those of a whole pressure. */
  readonly areJoinable: boolean;
}
export type PressuresAt = ReadonlyMap<string, PressureEntries>;

/** Looks through the entries of a record, in the order their rows will stand in. */
export function findPressureEntries(
  entries: readonly PlacedEntry[],
  problems: readonly Problem[],
): PressuresAt {
  const named = new Set(problems.map(({ names }) => names));
  const found = new Map<string, { names: number; isWhole: boolean; readings: PressureKind[] }>();
  for (const { section, entry } of entries) {
    const { components = [], value } = entry as Partial<Observation>;
    const isWhole = section === "observations" && components.length === 2;
    const kind = pressureKindOf(entry.concept);
    if (!isWhole && kind === undefined) continue;
    const key = pressureKey(entry);
    const at = found.get(key) ?? { names: 0, isWhole: false, readings: [] };
    found.set(key, at);
    if (isWhole) at.isWhole = true;
    else if (kind === "pair") at.names++;
    else if (kind && section === "observations" && isNumber(value) && !named.has(entry.id))
      at.readings.push(kind);
  }
  return new Map(
    [...found].map(([key, { names, isWhole, readings }]) => [
      key,
      { names, areJoinable: isWhole || isPaired(readings) },
    ]),
  );
}

/** Whether a reading that stands alone in the record would be joined with another of its event and time. */
export function isJoinable(entry: Observation, pressures: PressuresAt): boolean {
  const kind = pressureKindOf(entry.concept);
  const isReading = kind === "systolic" || kind === "diastolic";
  return isReading && pressures.get(pressureKey(entry))?.areJoinable === true;
}
