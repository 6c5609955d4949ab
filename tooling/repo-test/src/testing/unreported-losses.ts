import { diffRecords, entrySections, factsOf, pointerOf } from "@gp2gp/core";
import type {
  AnyEntry,
  EntrySection,
  Fact,
  Loss,
  PatientRecord,
  RecordDifference,
} from "@gp2gp/core";

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
 * Entries are found again by id; where a fact stands in its list does not matter, nor does which id an
 * entry is referred to by, as ids may be carried.
 */
export function unreportedText(
  record: PatientRecord,
  bare: readonly PatientRecord[],
  losses: readonly Loss[],
): readonly string[] {
  const reported = new Set(losses.map((loss) => loss.record));
  const held = new Map<string, Set<string>>();
  for (const { ids, facts } of bare.flatMap(units)) {
    for (const id of ids) {
      const known = held.get(id) ?? new Set();
      for (const fact of facts) known.add(unplaced(fact));
      held.set(id, known);
    }
  }
  return units(record).flatMap(({ ids, facts, at }) =>
    facts
      .filter((fact) => !ids.some((id) => held.get(id)?.has(unplaced(fact))))
      .map((fact) => pointerOf(...at, ...fact.path))
      .filter((path) => !isUnder(path, reported)),
  );
}

interface Unit {
  /** Its id; of a problem also what it names, as it is a header over that entry and may have no id of its own. */
  readonly ids: readonly string[];
  readonly at: readonly (string | number)[];
  readonly facts: readonly Fact[];
}

/** Entries, and the components in them, each with its own facts: another format may hold a component as an entry. */
function units(record: PatientRecord): Unit[] {
  return entrySections.flatMap((section) =>
    record[section].flatMap((entry, index): Unit[] => {
      const at = [section, index];
      if (!("components" in entry) || !entry.components)
        return [{ ids: idsOf(entry), at, facts: factsOf(entry) }];
      const { components, ...whole } = entry;
      return [
        { ids: [whole.id], at, facts: factsOf(whole) },
        ...components.map((component, place) => ({
          ids: [component.id],
          at: [...at, "components", place],
          facts: factsOf(component),
        })),
      ];
    }),
  );
}

function idsOf(entry: AnyEntry): readonly string[] {
  const names = "names" in entry ? entry.names : undefined;
  return typeof names === "string" ? [entry.id, `problem ${names}`] : [entry.id];
}

/** Members that refer to another entry. */
const references = new Set(["consultation", "within", "statement", "names", "location", "target"]);

function unplaced({ path, value }: Fact): string {
  const names = path.filter((step) => typeof step === "string");
  return JSON.stringify(references.has(names.at(-1) ?? "") ? names : [...names, value]);
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
