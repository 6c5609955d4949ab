import { newEntry, restoreFacts, sectionSchemas } from "@gp2gp/core";
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
  const restored = restoreFacts(
    entry,
    facts.filter((fact) => !isMark(fact)),
  );
  if (!restored) return undefined;
  const components = restored["components"];
  if (Array.isArray(components))
    restored["components"] = components.map(withPlace(restored["source"]));
  return whole(section, restored);
}

/** A measurement that was carried in its composite, with the members that are no facts. */
function withPlace(source: unknown) {
  return (component: unknown, order: number): unknown =>
    typeof component === "object" && component !== null
      ? { ...newEntry("", order, {}), source, ...component }
      : component;
}

/** How deep members that hold no fact may stand in one another. */
const fillings = 4;

/** The entry, when it is valid once demanded members that hold no fact, and so were not carried, are there. */
function whole<Section extends EntrySection>(
  section: Section,
  restored: Record<string, unknown>,
): EntryOf<Section> | undefined {
  for (let filling = 0; filling <= fillings; filling++) {
    const parsed = sectionSchemas[section].safeParse(restored);
    if (parsed.success) return parsed.data as EntryOf<Section>;
    for (const issue of parsed.error.issues) {
      const isMissing =
        issue.code === "invalid_type" && valueAt(restored, issue.path) === undefined;
      if (!isMissing || (issue.expected !== "object" && issue.expected !== "array"))
        return undefined;
      put(restored, issue.path, issue.expected === "array" ? [] : {});
    }
  }
  return undefined;
}

type Members = Record<PropertyKey, unknown>;

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let member = value;
  for (const step of path) member = (member as Members | undefined)?.[step];
  return member;
}

function put(root: Members, path: readonly PropertyKey[], value: unknown): void {
  const holder = valueAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof holder === "object" && holder !== null && last !== undefined)
    (holder as Members)[last] = value;
}
