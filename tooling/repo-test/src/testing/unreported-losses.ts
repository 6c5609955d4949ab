import { diffRecords, entrySections, factsOf, pointerOf } from "@gp2gp/core";
import type { EntrySection, Fact, Loss, PatientRecord, RecordDifference } from "@gp2gp/core";

/**
 * The facts of a record that its reading back does not have, or has otherwise, and that no loss names:
 * what was lost in silence. An entry that is gone is reported when each of its facts is. Order is no fact.
 */
export function unreportedLosses(
  record: PatientRecord,
  reread: PatientRecord,
  losses: readonly Loss[],
): readonly RecordDifference[] {
  const reported = new Set(losses.map((loss) => loss.record));
  return diffRecords(record, reread).filter((difference) => {
    switch (difference.kind) {
      case "removed":
      case "changed":
        return !isReported(record, difference.path, reported);
      case "added":
      case "moved":
        return false;
    }
  });
}

/**
 * The facts of a record's entries that an artefact does not hold in its own structure, and that no loss
 * names. `bare` are readings of the artefact without its carried text; what any of them says is held.
 * Entries are found again by id; where a fact stands in its list does not matter.
 */
export function unreportedText(
  record: PatientRecord,
  bare: readonly PatientRecord[],
  losses: readonly Loss[],
): readonly string[] {
  const reported = new Set(losses.map((loss) => loss.record));
  const held = new Map<string, Set<string>>();
  for (const { id, facts } of bare.flatMap(units)) {
    const known = held.get(id) ?? new Set();
    for (const fact of facts) known.add(unplaced(fact));
    held.set(id, known);
  }
  return units(record).flatMap(({ id, facts, at }) =>
    facts
      .filter((fact) => held.get(id)?.has(unplaced(fact)) !== true)
      .map((fact) => pointerOf(...at, ...fact.path))
      .filter((path) => !isUnder(path, reported)),
  );
}

interface Unit {
  readonly id: string;
  readonly at: readonly (string | number)[];
  readonly facts: readonly Fact[];
}

/** Entries, and the components in them, each with its own facts: another format may hold a component as an entry. */
function units(record: PatientRecord): Unit[] {
  return entrySections.flatMap((section) =>
    record[section].flatMap((entry, index): Unit[] => {
      const at = [section, index];
      if (!("components" in entry) || !entry.components)
        return [{ id: entry.id, at, facts: factsOf(entry) }];
      const { components, ...whole } = entry;
      return [
        { id: whole.id, at, facts: factsOf(whole) },
        ...components.map((component, place) => ({
          id: component.id,
          at: [...at, "components", place],
          facts: factsOf(component),
        })),
      ];
    }),
  );
}

function unplaced({ path, value }: Fact): string {
  return JSON.stringify([...path.filter((step) => typeof step === "string"), value]);
}

function isReported(record: PatientRecord, path: string, reported: ReadonlySet<string>): boolean {
  if (isUnder(path, reported)) return true;
  const [, section, index, ...within] = path.split("/");
  const entry = entrySections.includes(section as EntrySection)
    ? record[section as EntrySection][Number(index)]
    : undefined;
  if (!entry || within.length > 0) return false;
  return factsOf(entry).every((fact) => isUnder(path + pointerOf(...fact.path), reported));
}

function isUnder(path: string, reported: ReadonlySet<string>): boolean {
  for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
    if (reported.has(at)) return true;
  return false;
}
