import type { EntryOf, EntrySection } from "../record/patient-record.ts";
import type { CarriedFact } from "./carried-lines.ts";
import { completeEntry } from "./complete-entry.ts";

type Container = Record<string, unknown> | unknown[];

/**
 * An entry with the facts its text carried put back in their places. Undefined when the outcome is no
 * valid entry of the section (the text was edited on the way): the caller keeps text and entry as they are.
 */
export function restoreEntry<Section extends EntrySection>(
  section: Section,
  entry: object,
  carried: readonly CarriedFact[],
): EntryOf<Section> | undefined {
  const restored = restoreFacts(entry, carried);
  return restored && completeEntry(section, restored);
}

/**
 * The like for what is no entry, such as the patient: the object with the facts in their places, not
 * yet checked by a schema. Undefined when a fact has no place in it.
 */
export function restoreFacts(
  object: object,
  carried: readonly CarriedFact[],
): Record<string, unknown> | undefined {
  // Through JSON, not structuredClone: what two members share (a role) must not stay shared.
  const restored = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
  const inserted = new Set<string>();
  return carried.every((fact) => put(restored, fact, inserted)) ? restored : undefined;
}

/**
 * Puts one fact at its path. Items are put in where they stood, once each; `into` items are already there.
 * A fact without a value empties a list and takes any other member away.
 */
function put(root: Container, { path, value }: CarriedFact, inserted: Set<string>): boolean {
  let container: Container = root;
  let place = "";
  for (const [at, step] of path.entries()) {
    const last = at === path.length - 1;
    const next = path[at + 1];
    const fresh = (): unknown => (last ? value : next && "index" in next ? [] : {});
    if ("key" in step) {
      place += `/${step.key}`;
      if (Array.isArray(container) || step.key === "__proto__") return false;
      if (last && value === undefined) return takeAway(container, step.key);
      if (last) container[step.key] = value;
      else container[step.key] ??= fresh();
      container = container[step.key] as Container;
    } else {
      place += `/${step.index}`;
      if (!Array.isArray(container) || step.index > container.length) return false;
      if (last && value === undefined) return false;
      if (!step.into && !inserted.has(place)) {
        inserted.add(place);
        container.splice(step.index, 0, fresh());
      } else if (last) container[step.index] = value;
      container = container[step.index] as Container;
    }
    if (!last && (typeof container !== "object" || container === null)) return false;
  }
  return true;
}

function takeAway(container: Record<string, unknown>, key: string): boolean {
  if (Array.isArray(container[key])) container[key] = [];
  else delete container[key];
  return true;
}
