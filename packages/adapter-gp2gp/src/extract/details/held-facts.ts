import { EntryFacts, sectionSchemas } from "@gp2gp/core";
import type { AnyEntry, EntrySection } from "@gp2gp/core";
import { withoutMembers } from "./without-members.ts";

type Node = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Members of an entry that are no facts. */
const notFacts = new Set(["order", "source", "supplierData"]);

/** Whether two entries say the same: all facts but where they were read and what only a supplier understands. */
export function sameFacts(a: object, b: object): boolean {
  return sameNode(a as Node, b as Node);
}

function sameNode(a: Node, b: Node): boolean {
  for (const key in a) {
    if (a[key] !== b[key] && !notFacts.has(key) && !same(a[key], b[key])) return false;
  }
  for (const key in b) {
    if (
      a[key] === undefined &&
      b[key] !== undefined &&
      !notFacts.has(key) &&
      !same(undefined, b[key])
    )
      return false;
  }
  return true;
}

/** An empty array and one that is not there say the same. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    const [left, right] = [a ?? [], b ?? []];
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => same(item, right[index]))
    );
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return sameNode(a as Node, b as Node);
}

export interface HeldFacts {
  /** The facts of the entry, those that the written form holds taken. */
  readonly facts: EntryFacts;
  /** Members of which the written form says more than the entry: they cannot be put right by adding. */
  readonly surplus: readonly string[];
}

/**
 * Which facts of an entry its written form holds: those that reading it gives again. Items of lists
 * are held where they come back in the same order; a single value that comes back as another is
 * not held, and carrying it puts it right.
 */
export function heldFacts(
  section: EntrySection,
  index: number,
  entry: AnyEntry,
  readBack: AnyEntry,
): HeldFacts {
  // In the order of the schema, which is the order a carried entry comes back in.
  const parsed = sectionSchemas[section].safeParse(entry);
  const ordered = parsed.success ? (parsed.data as AnyEntry) : entry;
  const facts = new EntryFacts(section, index, ordered);
  const surplus = new Set<string>();
  compareNodes(ordered as unknown as Node, readBack as unknown as Node, [], facts, surplus);
  return { facts, surplus: [...surplus] };
}

/** An entry as it is written where its written form cannot hold all of it, and what that holds. */
export interface EntryInPart<Entry, Held extends HeldFacts> {
  readonly written: Entry;
  readonly held: Held;
}

/**
 * The most of an entry that a written form holds without saying more than the entry: `hold` tells what it holds of less
 * of the entry. What is taken away is less of a concept first, and then none of it.
 */
export function mostHeld<Entry extends object, Held extends HeldFacts>(
  entry: Entry,
  hold: (less: Entry) => Held,
): EntryInPart<Entry, Held> {
  let written = entry;
  let held = hold(written);
  for (const member of [(own: string) => own, wholeMember]) {
    if (held.surplus.length === 0) break;
    written = withoutMembers(written, held.surplus.map(member)) as Entry;
    held = hold(written);
  }
  return { written, held };
}

/** The member of an entry, or of a reading in it, that a part of a concept is of. */
const wholeMember = (member: string): string => member.replace(/(^|\/)concept\/.*$/, "$1concept");

function compareNodes(a: Node, b: Node, path: Path, facts: EntryFacts, surplus: Set<string>): void {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (path.length === 0 && notFacts.has(key)) continue;
    compare(a[key], b[key], [...path, key], facts, surplus);
  }
}

function compare(
  a: unknown,
  b: unknown,
  path: Path,
  facts: EntryFacts,
  surplus: Set<string>,
): void {
  if (b === undefined) return;
  const member = memberOf(path);
  if (a === undefined) {
    if (!isEmpty(b)) surplus.add(member);
  } else if (Array.isArray(a) && Array.isArray(b)) compareArrays(a, b, path, facts, surplus);
  else if (isNode(a) && isNode(b)) {
    // Values of different kinds with different members: one cannot be made the other by adding.
    if (a["kind"] !== b["kind"] && !sameMembers(a, b)) surplus.add(member);
    else compareNodes(a, b, path, facts, surplus);
  } else if (a === b) facts.take(...path);
}

const sameMembers = (a: Node, b: Node): boolean =>
  Object.keys(b).every((key) => b[key] === undefined || a[key] !== undefined);

function compareArrays(
  a: readonly unknown[],
  b: readonly unknown[],
  path: Path,
  facts: EntryFacts,
  surplus: Set<string>,
): void {
  let next = 0;
  for (const [index, item] of a.entries()) {
    if (next >= b.length) return;
    if (!isPair(a, index, b, next)) continue;
    if (!hasCommon(item, b[next])) surplus.add(memberOf(path));
    else if (isNode(item) || Array.isArray(item)) {
      compare(item, b[next], [...path, index], facts, surplus);
    } else if (item === b[next]) facts.take(...path, index);
    else surplus.add(memberOf(path));
    next += 1;
  }
  if (next < b.length) surplus.add(memberOf(path));
}

/** The member of an entry that a path goes through; of a reading in an observation the reading's own, of a concept that of the concept. */
function memberOf(path: Path): string {
  const at = path[0] === "components" ? 3 : 1;
  return path.slice(0, path[at - 1] === "concept" ? at + 1 : at).join("/");
}

/** Whether an item of the entry is the next one that was written: all of it that came back, or the best there is. */
function isPair(
  a: readonly unknown[],
  index: number,
  b: readonly unknown[],
  next: number,
): boolean {
  const written = b[next];
  if (isPartOf(written, a[index])) return true;
  const last = a.length - (b.length - next);
  for (let later = index + 1; later <= last; later++) if (isPartOf(written, a[later])) return false;
  return hasCommon(written, a[index]);
}

/** Whether two items say any same thing in the same place: what differs is then put right by carrying it. */
function hasCommon(a: unknown, b: unknown): boolean {
  if (isNode(a) && isNode(b)) return Object.keys(a).some((key) => hasCommon(a[key], b[key]));
  if (Array.isArray(a) && Array.isArray(b))
    return a.some((item, index) => hasCommon(item, b[index]));
  return a !== undefined && a === b;
}

/** Whether everything `part` says, `whole` says too. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === undefined || part === whole || isEmpty(part)) return true;
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      part.length <= whole.length &&
      part.every((item, index) => isPartOf(item, whole[index]))
    );
  }
  if (!isNode(part) || !isNode(whole)) return false;
  return Object.keys(part).every((key) => notFacts.has(key) || isPartOf(part[key], whole[key]));
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
