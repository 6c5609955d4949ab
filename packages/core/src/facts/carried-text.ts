import { labelOfSystem, codeSystems } from "../codes/code-systems.ts";
import type { EntrySection } from "../record/patient-record.ts";
import { entrySections } from "../record/patient-record.ts";
import { codingSchema } from "../values/coded.ts";
import type { Coding } from "../values/coded.ts";
import { partsOfDate } from "../values/partial-date-time.ts";
import { factsOf } from "./facts.ts";
import type { EntryFacts, Fact } from "./facts.ts";

/*
 * The grammar of carried text: what a target cannot hold structurally stands at the end of the
 * entry's text, one bracketed line a fact, readable by people and parsed back on reading.
 *
 *   Seen in clinic.
 *   [Carried from the sending system]
 *   [Recorded as: referral]            the section, when it is not the one the entry stands in
 *   [Code 1: CTV3 XaXYZ "Asthma"]      a coding put back at its place among the codes
 *   [Priority / codings 1: Read v2 9b.. "Urgent"]
 *   [Participants 2* / time / start: 1999-05]   2* adds to the second participant, 2 is a whole one
 */

const heading = "[Carried from the sending system]";
const headingLine = /^~*\[Carried from the sending system\]$/;

/** One carried fact: where it belongs in the entry, and its value; steps marked `into` add to an item the target holds. */
export interface CarriedFact {
  readonly path: readonly CarriedStep[];
  readonly value: string | number | boolean | Coding;
}
export type CarriedStep =
  | { readonly key: string }
  | { readonly index: number; readonly into: boolean };

export interface CarriedText {
  /** The text as its author wrote it. */
  readonly text: string;
  /** The section the entry belongs to, when it stands as another kind of entry. */
  readonly recordedAs?: EntrySection;
  readonly facts: readonly CarriedFact[];
}

/** A line of carried text and the path of the fact, or whole coding, it carries. */
export interface CarriedLine {
  readonly path: readonly (string | number)[];
  readonly line: string;
}

/** The lines that carry every fact of an entry that nobody took. */
export function carriedLines(facts: EntryFacts): CarriedLine[] {
  const rest = facts.rest();
  const partial = itemsHeldInPart(facts, rest);
  const lines: CarriedLine[] = [];
  const codingsDone = new Set<string>();
  const whole = new Set(rest.map((fact) => fact.path.join("/")));
  for (const fact of rest) {
    const codingPath = fact.path.slice(0, -1);
    const key = codingPath.join("/");
    if (codingsDone.has(key)) continue;
    const inCoding = codingPath.at(-2) === "codings";
    const coding = inCoding ? codingAt(facts.entry, codingPath, whole) : undefined;
    const path = coding ? codingPath : fact.path;
    if (coding) codingsDone.add(key);
    lines.push({ path, line: `[${labelOf(path, partial)}: ${coding ?? valueText(fact.value)}]` });
  }
  return lines;
}

/** Text with carried lines at its end. Text that looks like the heading is marked, so that reading gives it back unchanged. */
export function withCarriedText(
  text: string | undefined,
  lines: readonly string[],
  recordedAs?: EntrySection,
): string {
  const own =
    text === undefined
      ? []
      : text.split("\n").map((line) => (headingLine.test(line) ? `~${line}` : line));
  if (lines.length === 0 && recordedAs === undefined) return own.join("\n");
  return [
    ...own,
    heading,
    ...(recordedAs ? [`[Recorded as: ${words(recordedAs)}]`] : []),
    ...lines,
  ].join("\n");
}

/** Takes carried lines off a text. A block that does not parse is left in the text: nothing is lost, nothing guessed. */
export function readCarriedText(whole: string): CarriedText {
  const lines = whole.split("\n");
  const at = lines.lastIndexOf(heading);
  const block = at < 0 ? [] : lines.slice(at + 1);
  const own = at < 0 ? lines : lines.slice(0, at);
  let recordedAs: EntrySection | undefined;
  const facts: CarriedFact[] = [];
  for (const line of block) {
    const section = /^\[Recorded as: (.+)\]$/.exec(line)?.[1];
    if (section !== undefined && recordedAs === undefined) {
      recordedAs = entrySections.find((name) => words(name) === section);
      if (recordedAs) continue;
    }
    const fact = parseLine(line);
    if (!fact) return { text: unmarked(lines), facts: [] };
    facts.push(fact);
  }
  return { text: unmarked(own), facts, ...(recordedAs && { recordedAs }) };
}

const unmarked = (lines: readonly string[]): string =>
  lines
    .map((line) => (line.startsWith("~") && headingLine.test(line) ? line.slice(1) : line))
    .join("\n");

/** The array items of which some facts are held by the target and some are not. */
function itemsHeldInPart(facts: EntryFacts, rest: readonly Fact[]): ReadonlySet<string> {
  const restCount = countByItem(rest);
  const partial = new Set<string>();
  for (const [item, count] of countByItem(factsOf(facts.entry))) {
    const left = restCount.get(item);
    if (left !== undefined && left < count) partial.add(item);
  }
  return partial;
}

function countByItem(facts: readonly Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of facts) {
    let prefix = "";
    for (const step of path) {
      prefix = prefix === "" ? String(step) : `${prefix}/${step}`;
      if (typeof step === "number") counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return counts;
}

/** A coding as one readable piece, when it holds nothing but system, code and term and all of it is to be carried. */
function codingAt(
  entry: unknown,
  path: readonly (string | number)[],
  carried: ReadonlySet<string>,
): string | undefined {
  let value: unknown = entry;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  const coding = codingSchema.safeParse(value);
  if (!coding.success) return undefined;
  const { system, code, display, asserted, ...more } = coding.data;
  if (Object.keys(more).length > 0 || /\s/.test(code)) return undefined;
  const keys = Object.keys(coding.data);
  if (!keys.every((key) => carried.has([...path, key].join("/")))) return undefined;
  const label = system === undefined ? "-" : labelOfSystem(system);
  if (system !== undefined && systemOfLabel(label) !== system) return undefined;
  const term = display === undefined ? "" : ` ${JSON.stringify(display)}`;
  return `${label} ${code}${term}${asserted === "mapped" ? " (mapped)" : ""}`;
}

const systemByLabel = new Map<string, string>(codeSystems.map(({ id, label }) => [label, id]));

function systemOfLabel(label: string): string | undefined {
  return systemByLabel.get(label) ?? (/\s/.test(label) ? undefined : label);
}

/** `testRequests` as `test requests`; reversed by `keyOf`. */
function words(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function keyOf(label: string): string {
  return label.replaceAll(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function labelOf(path: readonly (string | number)[], partial: ReadonlySet<string>): string {
  const steps: string[] = [];
  let prefix = "";
  for (const step of path) {
    prefix = prefix === "" ? String(step) : `${prefix}/${step}`;
    if (typeof step === "number")
      steps.push(`${steps.pop() ?? ""} ${step + 1}${partial.has(prefix) ? "*" : ""}`);
    else steps.push(words(step));
  }
  const label = steps.join(" / ").replace(/^concept \/ codings (\d+\*?)$/, "code $1");
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

/** Dates finer than a year stand bare, every other string in quotes, so that each reads back as what it was. */
function valueText(value: string | number | boolean): string {
  if (typeof value === "string" && value.length > 4 && partsOfDate(value)) return value;
  return JSON.stringify(value);
}

function parseLine(line: string): CarriedFact | undefined {
  const match = /^\[([A-Z][^:]*): (.*)\]$/s.exec(line);
  if (!match?.[1] || match[2] === undefined) return undefined;
  const path = pathOfLabel(match[1]);
  const value = parseValue(match[2]);
  return path && value !== undefined ? { path, value } : undefined;
}

function parseValue(text: string): CarriedFact["value"] | undefined {
  if (text.length > 4 && partsOfDate(text)) return text;
  const coding = /^(.+?) (\S+)(?: ("(?:[^"\\]|\\.)*"))?( \(mapped\))?$/s.exec(text);
  if (coding?.[1] && coding[2] && !text.startsWith('"')) return parseCoding(coding);
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

function parseCoding([, label = "", code = "", term, mapped]: RegExpExecArray): Coding | undefined {
  const system = label === "-" ? undefined : systemOfLabel(label);
  if (label !== "-" && system === undefined) return undefined;
  return {
    ...(system !== undefined && { system }),
    code,
    ...(term !== undefined && { display: JSON.parse(term) as string }),
    asserted: mapped ? "mapped" : "source",
  };
}
