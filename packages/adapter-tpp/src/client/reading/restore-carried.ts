import { restoreEntry } from "@gp2gp/core";
import type { CarriedText, EntryOf, EntrySection } from "@gp2gp/core";
import { absentMarks, carriesAny, isMark, memberOf } from "../carried-marks.ts";

/**
 * Members that only stand in for what is carried: where a fact at the place is carried, the members
 * are put aside before it is put back.
 */
export type StandIns = Readonly<Record<string, readonly string[]>>;

/** An entry with what its text carried; undefined when that no longer makes a valid entry. */
export function restoreCarried<Section extends EntrySection>(
  section: Section,
  base: object,
  { facts }: CarriedText,
  standIns: StandIns = {},
): EntryOf<Section> | undefined {
  const entry: Record<string, unknown> = { ...base };
  for (const key of absentMarks) if (memberOf(facts, key) === false) delete entry[key];
  for (const [place, keys] of Object.entries(standIns))
    if (carriesAny(facts, place)) for (const key of keys) delete entry[key];
  return restoreEntry(
    section,
    entry,
    facts.filter((fact) => !isMark(fact)),
  );
}
