import { codingSchema } from "../values/coded.ts";
import type { Coding } from "../values/coded.ts";
import { partsOfDate } from "../values/partial-date-time.ts";
import { decodePart, encodePart } from "./carried-forms.ts";
import type { FactPath, NameOf } from "./carried-forms.ts";
import { factMembers } from "./facts.ts";
import type { EntryFacts } from "./facts.ts";

/**
 * One carried fact: where it belongs in the entry, and its value; steps marked `into` add to an item
 * the target holds. Without a value it says that the entry has nothing there, whatever the target shows.
 */
export interface CarriedFact {
  readonly path: readonly CarriedStep[];
  readonly value: string | number | boolean | Coding | undefined;
}
export type CarriedStep =
  | { readonly key: string }
  | { readonly index: number; readonly into: boolean };

/** A line of carried text and the path of the fact, or of the whole part, it carries. */
export interface CarriedLine {
  readonly path: FactPath;
  readonly line: string;
}

/** The lines that carry every fact of an entry that nobody took; whole parts on one line where they have a form. */
export function carriedLines(facts: EntryFacts, nameOf: NameOf = () => undefined): CarriedLine[] {
  const lines: CarriedLine[] = [];
  const weighed = weigh(facts, { value: facts.entry, path: [], key: "", isTaken: false });
  for (const part of weighed.parts) addLines(part, [], nameOf, lines);
  return lines;
}

/** A part of an entry with how many facts it holds and how many of them nobody took. */
interface Part {
  readonly path: FactPath;
  readonly value: unknown;
  readonly parts: readonly Part[];
  readonly all: number;
  readonly left: number;
}

function weigh(
  facts: EntryFacts,
  at: {
    readonly value: unknown;
    readonly path: FactPath;
    readonly key: string;
    readonly isTaken: boolean;
  },
): Part {
  const { value, path, key, isTaken } = at;
  if (typeof value !== "object" || value === null) {
    const all = value === undefined || value === null ? 0 : 1;
    return { path, value, parts: [], all, left: isTaken ? 0 : all };
  }
  const parts: Part[] = [];
  let [all, left] = [0, 0];
  for (const [step, member] of factMembers(value, path)) {
    const memberKey = key === "" ? String(step) : `${key}/${step}`;
    const part = weigh(facts, {
      value: member,
      path: [...path, step],
      key: memberKey,
      isTaken: isTaken || facts.isTaken(memberKey),
    });
    if (part.all === 0) continue;
    parts.push(part);
    all += part.all;
    left += part.left;
  }
  return { path, value, parts, all, left };
}

/** `around`: the words of the steps to the part. */
function addLines(
  { path, value, parts, all, left }: Part,
  around: readonly string[],
  nameOf: NameOf,
  lines: CarriedLine[],
): void {
  if (left === 0) return;
  const label = withStep(around, path.at(-1) ?? "", left === all);
  if (typeof value !== "object" || value === null) {
    const text = valueText(value as string | number | boolean, nameOf);
    lines.push({ path, line: `[${labelOf(label)}: ${text}]` });
    return;
  }
  const text = left === all ? encodePart(path, value, nameOf) : undefined;
  if (text !== undefined) lines.push({ path, line: `[${labelOf(label)}: ${text}]` });
  else for (const part of parts) addLines(part, label, nameOf, lines);
}

/** The line that says that the entry has nothing at a place where the target shows something. */
export function absenceLine(path: FactPath): CarriedLine {
  if (path.join("/") === "concept/codings") return { path, line: standInLine };
  const words = path.reduce<readonly string[]>((around, step) => withStep(around, step, false), []);
  return { path, line: `[${labelOf(words)}: ${nothing}]` };
}

/** The codes shown are none of the entry's: what stands in for them says nothing of the entry. */
const standInLine = "[Code shown: stand-in]";
const standIn: readonly CarriedFact[] = ["codings", "degrade"].map((key) => ({
  path: [{ key: "concept" }, { key }],
  value: undefined,
}));

/** The facts a line carries; undefined where it is no such line. */
export function parseCarriedLine(line: string): CarriedFact[] | undefined {
  if (line === standInLine) return [...standIn];
  const [, label, text] = /^\[([A-Z][^:]*): (.*)\]$/s.exec(line) ?? [];
  if (label === undefined || text === undefined) return undefined;
  const path = pathOfLabel(label);
  if (!path) return undefined;
  const absence: CarriedFact = { path, value: undefined };
  if (text === nothing) return [absence];
  const steps = path.map((step) => ("key" in step ? step.key : step.index));
  const part = decodePart(steps, text);
  // A whole part takes the place of whatever the target shows in its stead.
  if (part) return [...("key" in (path.at(-1) ?? {}) ? [absence] : []), ...factsOfPart(path, part)];
  const value = parseValue(text);
  return value === undefined ? undefined : [{ path, value }];
}

/** The leaves of a part, codings whole. */
function factsOfPart(path: readonly CarriedStep[], part: unknown): CarriedFact[] {
  if (typeof part === "string" || typeof part === "number" || typeof part === "boolean")
    return [{ path, value: part }];
  if (Array.isArray(part))
    return part.flatMap((item, index) => factsOfPart([...path, { index, into: false }], item));
  if (isCodingAt(path, part)) return [{ path, value: part }];
  return Object.entries(part as object).flatMap(([key, value]) =>
    factsOfPart([...path, { key }], value),
  );
}

function isCodingAt(path: readonly CarriedStep[], part: unknown): part is Coding {
  const [list, item] = path.slice(-2);
  const isListed = list && "key" in list && list.key === "codings" && item && "index" in item;
  return isListed === true && codingSchema.safeParse(part).success;
}

const nothing = "none";

/** `testRequests` as `test requests`; reversed by `keyOf`. */
export function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function keyOf(label: string): string {
  return label.replaceAll(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The words of a path with one more step: `Participants 2`; a star marks an item the target holds in part. */
function withStep(
  around: readonly string[],
  step: string | number,
  isWhole: boolean,
): readonly string[] {
  if (typeof step === "string") return [...around, wordsOf(step)];
  return around.with(-1, `${around.at(-1) ?? ""} ${step + 1}${isWhole ? "" : "*"}`);
}

/** `participants/1/time` as `Participants 2 / time`. */
function labelOf(words: readonly string[]): string {
  const label = words.join(" / ").replace(/^concept \/ codings (\d+\*?)$/, "code $1");
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function pathOfLabel(label: string): CarriedStep[] | undefined {
  const plain = (label.charAt(0).toLowerCase() + label.slice(1)).replace(
    /^code (\d+\*?)$/,
    "concept / codings $1",
  );
  const path: CarriedStep[] = [];
  for (const step of plain.split(" / ")) {
    const match = /^([a-z][a-z0-9 -]*?)((?: \d+\*?)*)$/.exec(step);
    if (!match?.[1]) return undefined;
    path.push({ key: keyOf(match[1]) });
    for (const [, number, star] of (match[2] ?? "").matchAll(/ (\d+)(\*?)/g)) {
      path.push({ index: Number(number) - 1, into: star === "*" });
    }
  }
  return path;
}

/**
 * Dates finer than a year stand bare, what refers to something people know by a name as `Dr Jane Smith {E93841BE…}`, every
 * other string in quotes, so that each reads back as what it was.
 */
function valueText(value: string | number | boolean, nameOf: NameOf): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (value.length > 4 && partsOfDate(value)) return value;
  const name = /[{}\n]/.test(value) ? undefined : nameOf(value);
  const words = name?.replaceAll(/[\s{}"]+/g, " ").trim();
  return words === undefined || words === "" ? JSON.stringify(value) : `${words} {${value}}`;
}

function parseValue(text: string): string | number | boolean | undefined {
  if (text.length > 4 && partsOfDate(text)) return text;
  const named = /^[^"{}]+ \{([^{}]+)\}$/.exec(text)?.[1];
  if (named !== undefined) return named;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
