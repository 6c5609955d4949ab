import { newEntry } from "../record/new-entry.ts";
import { sectionSchemas } from "../record/patient-record.ts";
import type { EntryOf, EntrySection } from "../record/patient-record.ts";

/** How deep members that hold no fact may stand in one another. */
const fillings = 4;

/**
 * The entry of a section that facts make, once the members its schema demands and that hold no fact are
 * there: empty lists, objects of nothing, the place of a measurement. Undefined where it is no entry of
 * the section even so.
 */
export function completeEntry<Section extends EntrySection>(
  section: Section,
  members: Readonly<Record<string, unknown>>,
): EntryOf<Section> | undefined {
  const entry: Record<string, unknown> = { ...members };
  const components = entry["components"];
  if (Array.isArray(components)) entry["components"] = components.map(withPlace(entry["source"]));
  for (let filling = 0; filling <= fillings; filling++) {
    const parsed = sectionSchemas[section].safeParse(entry);
    if (parsed.success) return parsed.data as EntryOf<Section>;
    for (const issue of parsed.error.issues) {
      const isMissing = issue.code === "invalid_type" && valueAt(entry, issue.path) === undefined;
      if (!isMissing || (issue.expected !== "object" && issue.expected !== "array"))
        return undefined;
      put(entry, issue.path, issue.expected === "array" ? [] : {});
    }
  }
  return undefined;
}

function withPlace(source: unknown) {
  return (component: unknown, order: number): unknown =>
    typeof component === "object" && component !== null
      ? { ...newEntry("", order, {}), source, ...component }
      : component;
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
