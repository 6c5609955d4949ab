import { restoreEntry } from "@gp2gp/core";
import type { AnyEntry, CarriedText, EntrySection } from "@gp2gp/core";
import { carriedKey, isKey } from "./reading.ts";
import type { Reading } from "./reading.ts";

/**
 * Puts what a text carries of another entry into that entry. Text for an entry that is not there is an
 * entry of its own section, written as text.
 */
export function joinCarriers(reading: Reading): void {
  for (const { section, read } of reading.carriers) {
    const key = carriedKey(section, read.carried);
    const id = section === "problems" && key !== undefined ? reading.problemNamedBy(key) : key;
    const found = id === undefined ? undefined : reading.find(id);
    if (id === undefined || found?.section !== section) {
      const restored = restoreEntry(section, read.base, read.carried.facts);
      if (restored) reading.put(section, restored, { form: "Event", wire: read.wire });
      else reading.addWhole(read);
      continue;
    }
    const entry = prepared(section, found.entry, read.carried);
    const restored = restoreEntry(section, entry, read.carried.facts);
    if (restored) reading.replace(section, id, restored);
    else reading.addWhole(read);
  }
}

/** Without what the structure could only say in another way than the text says it. */
function prepared(section: EntrySection, entry: AnyEntry, carried: CarriedText): AnyEntry {
  if (section === "problems" && "links" in entry) {
    const targets = new Set(carriedTargets(carried));
    return {
      ...entry,
      links: entry.links.filter((link) => !targets.has(link.target)),
    } as AnyEntry;
  }
  if (section === "agents" && "person" in entry && entry.person?.family !== undefined) {
    const { family, ...name } = entry.person;
    if (carriedName(carried) === family.join(" "))
      return prepared(section, { ...entry, person: name } as AnyEntry, carried);
  }
  if (section === "agents" && carried.facts.some(({ path: [first] }) => isKey(first, "concept"))) {
    const { concept: _, ...agent } = entry;
    return agent as AnyEntry;
  }
  return entry;
}

function carriedTargets(carried: CarriedText): string[] {
  return carried.facts.flatMap(({ path: [first, , last], value }) => {
    const isLink = first !== undefined && "key" in first && first.key === "links";
    const isTarget = last !== undefined && "key" in last && last.key === "target";
    return isLink && isTarget && typeof value === "string" ? [value] : [];
  });
}

function carriedName(carried: CarriedText): string | undefined {
  const fact = carried.facts.find(({ path: [first, second] }) => {
    if (!first || !second || !("key" in first) || !("key" in second)) return false;
    return first.key === "person" && second.key === "text";
  });
  return typeof fact?.value === "string" ? fact.value : undefined;
}
