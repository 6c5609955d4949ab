import { factsOf, pointerOf } from "../facts/facts.ts";
import type { Fact } from "../facts/facts.ts";
import type {
  AnyEntry,
  EntrySection,
  PatientRecord,
  RecordSection,
} from "../record/patient-record.ts";
import { entrySections } from "../record/patient-record.ts";
import type { RecordPath } from "../record/residue.ts";
import { unorderedMembers } from "../record/unordered-members.ts";
import { alignSection } from "./align-entries.ts";

/**
 * One difference between two records. `path` points into the first record, but for `added` into the
 * second; `entry` is the first record's entry that an added fact belongs to. `moved`: the entries under a parent stand in another order.
 */
export interface RecordDifference {
  readonly kind: "removed" | "added" | "changed" | "moved";
  readonly section: RecordSection;
  readonly path: RecordPath;
  readonly entry?: RecordPath;
  readonly from?: Fact["value"];
  readonly to?: Fact["value"];
}

/**
 * Every difference between two records: facts of the patient and of each entry. Entries align by id,
 * else by section, concept, date and order; ids that differ between aligned entries are the same id,
 * wherever they are referred to. Where things were read, what only a supplier understands, and
 * residue are not compared.
 */
export function diffRecords(a: PatientRecord, b: PatientRecord): RecordDifference[] {
  const sameId = new Map<string, string>();
  const alignments = entrySections.map((section) => {
    const alignment = alignSection(section, a, b);
    for (const pair of alignment.pairs) {
      const [from, to] = [a[section][pair.a], b[section][pair.b]];
      if (from && to) sameId.set(to.id, from.id);
    }
    return { section, ...alignment };
  });
  const differences: RecordDifference[] = [];
  differences.push(...diffFacts("patient", ["patient"], patientFacts(a), patientFacts(b), sameId));
  for (const { section, pairs, onlyInA, onlyInB } of alignments) {
    for (const pair of pairs) {
      const [from, to] = [a[section][pair.a], b[section][pair.b]];
      if (from && to)
        differences.push(
          ...diffFacts(section, [section, pair.a], factsOf(from), factsOf(to), sameId, [
            section,
            pair.b,
          ]),
        );
    }
    for (const index of onlyInA)
      differences.push({ kind: "removed", section, path: pointerOf(section, index) });
    for (const index of onlyInB)
      differences.push({ kind: "added", section, path: pointerOf(section, index) });
  }
  return [...differences, ...movedEntries(a, b, sameId)];
}

function patientFacts(record: PatientRecord): Fact[] {
  return factsOf(record.patient as unknown as AnyEntry);
}

type Path = readonly (string | number)[];

function diffFacts(
  section: RecordSection,
  at: Path,
  from: readonly Fact[],
  to: readonly Fact[],
  sameId: ReadonlyMap<string, string>,
  atInB: Path = at,
): RecordDifference[] {
  const differences: RecordDifference[] = [];
  const before = keyed(from, new Map());
  const after = keyed(to, sameId);
  for (const [key, fact] of before) {
    if (key === "/id") continue;
    const other = after.get(key);
    const path = pointerOf(...at, ...fact.path);
    if (!other) differences.push({ kind: "removed", section, path, from: fact.value });
    else if (other.value !== fact.value)
      differences.push({ kind: "changed", section, path, from: fact.value, to: other.value });
  }
  for (const [key, fact] of after) {
    if (!before.has(key) && key !== "/id")
      differences.push({
        kind: "added",
        section,
        path: pointerOf(...atInB, ...fact.path),
        entry: pointerOf(...at),
        to: fact.value,
      });
  }
  return differences;
}

/** Facts by a key that is their path, with the items of unordered members named by what they hold. */
function keyed(facts: readonly Fact[], sameId: ReadonlyMap<string, string>): Map<string, Fact> {
  const items = new Map<string, string[]>();
  for (const { path, value } of facts) {
    if (!unorderedMembers.has(path[0])) continue;
    const item = pointerOf(...path.slice(0, 2));
    const named = typeof value === "string" ? (sameId.get(value) ?? value) : value;
    const held = items.get(item) ?? [];
    items.set(item, held);
    held.push(`${pointerOf(...path.slice(2))}=${String(named)};`);
  }
  return new Map(
    facts.map((fact) => {
      const { path } = fact;
      const value =
        typeof fact.value === "string" ? (sameId.get(fact.value) ?? fact.value) : fact.value;
      const item = items
        .get(pointerOf(...path.slice(0, 2)))
        ?.toSorted()
        .join("");
      const key =
        item === undefined ? pointerOf(...path) : pointerOf(path[0] ?? "", item, ...path.slice(2));
      return [key, { path, value }];
    }),
  );
}

/** Parents under which the aligned entries stand in another order. */
function movedEntries(
  a: PatientRecord,
  b: PatientRecord,
  sameId: ReadonlyMap<string, string>,
): RecordDifference[] {
  const nameInA = (id: string): string => sameId.get(id) ?? id;
  const childrenInB = childrenByParent(b);
  const inB = new Map(
    [...childrenInB].map(([parent, children]) => [
      nameInA(parent),
      children.map(({ entry }) => nameInA(entry.id)),
    ]),
  );
  const moved: RecordDifference[] = [];
  for (const [parent, children] of childrenByParent(a)) {
    const there = inB.get(parent);
    const first = children[0];
    if (!there || !first || parent === "") continue;
    const here = children.map(({ entry }) => entry.id);
    const [common, commonThere] = [new Set(there), new Set(here)];
    if (
      here.filter((id) => common.has(id)).join() !==
      there.filter((id) => commonThere.has(id)).join()
    ) {
      moved.push({
        kind: "moved",
        section: first.section,
        path: pointerOf(first.section, first.index),
      });
    }
  }
  return moved;
}

interface Child {
  readonly section: EntrySection;
  readonly index: number;
  readonly entry: AnyEntry;
}

/** Problems have no place among their siblings: a problem is shown with the entry that names it. */
function childrenByParent(record: PatientRecord): Map<string, Child[]> {
  const children = new Map<string, Child[]>();
  for (const section of entrySections) {
    if (section === "problems") continue;
    for (const [index, entry] of record[section].entries()) {
      const parent = entry.within ?? entry.consultation ?? "";
      const siblings = children.get(parent);
      if (siblings) siblings.push({ section, index, entry });
      else children.set(parent, [{ section, index, entry }]);
    }
  }
  for (const siblings of children.values())
    siblings.sort((left, right) => left.entry.order - right.entry.order);
  return children;
}
