import { entrySections, factsOf, pointerOf } from "@gp2gp/core";
import type { AnyEntry, Loss, PatientRecord, RecordSection } from "@gp2gp/core";
import { emptyTally } from "./matrix-types.ts";
import type { Tally } from "./matrix-types.ts";

/** Sorts every fact of a record by what a writing reports of it. */
export function tallyLosses(
  record: PatientRecord,
  losses: readonly Loss[],
): Partial<Record<RecordSection, Tally>> {
  const degraded = pathsOf(losses, "degraded");
  const dropped = pathsOf(losses, "dropped", "withheld");
  const tallies: Partial<Record<RecordSection, Tally>> = {};
  const count = (section: RecordSection, entry: AnyEntry, at: readonly (string | number)[]) => {
    const tally = (tallies[section] ??= emptyTally());
    for (const { path } of factsOf(entry)) {
      tally.facts += 1;
      const isUnder = within([...at, ...path]);
      if (isUnder(dropped)) tally.dropped += 1;
      else if (isUnder(degraded)) tally.asText += 1;
      else tally.structured += 1;
    }
  };
  count("patient", record.patient as unknown as AnyEntry, ["patient"]);
  for (const section of entrySections)
    for (const [index, entry] of record[section].entries()) count(section, entry, [section, index]);
  return tallies;
}

function pathsOf(losses: readonly Loss[], ...types: readonly Loss["type"][]): ReadonlySet<string> {
  return new Set(losses.filter(({ type }) => types.includes(type)).map((loss) => loss.record));
}

function within(path: readonly (string | number)[]): (paths: ReadonlySet<string>) => boolean {
  const prefixes = path.map((_, at) => pointerOf(...path.slice(0, at + 1)));
  return (paths) => prefixes.some((prefix) => paths.has(prefix));
}
