import { codingSchema } from "../values/coded.ts";
import type { Coding } from "../values/coded.ts";
import { partsOfDate } from "../values/partial-date-time.ts";
import { decodePart, encodePart } from "./carried-forms.ts";
import type { FactPath, NameOf } from "./carried-forms.ts";
import { factsOf } from "./facts.ts";
import type { EntryFacts, Fact } from "./facts.ts";

/** One carried fact: where it belongs in the entry, and its value; steps marked `into` add to an item the target holds. */
export interface CarriedFact {
  readonly path: readonly CarriedStep[];
  readonly value: string | number | boolean | Coding;
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
  const rest = facts.rest();
  const all = countByPart(factsOf(facts.entry));
  const left = countByPart(rest);
  const isLeft = (part: string): boolean => left.get(part) === all.get(part);
  const lines: CarriedLine[] = [];
  const said = new Map<string, boolean>();
  for (const fact of rest) {
    let done = false;
    for (let length = 1; length < fact.path.length && !done; length += 1) {
      const path = fact.path.slice(0, length);
      const key = path.join("/");
      if (!said.has(key)) {
        const text = isLeft(key) ? encodePart(path, partAt(facts.entry, path), nameOf) : undefined;
        said.set(key, text !== undefined);
        if (text !== undefined) lines.push({ path, line: `[${labelOf(path, isLeft)}: ${text}]` });
      }
      done = said.get(key) === true;
    }
    if (!done) {
      const { path, value } = fact;
      lines.push({ path, line: `[${labelOf(path, isLeft)}: ${valueText(value)}]` });
    }
  }
  return lines;
}

/** The facts a line carries; undefined where it is no such line. */
export function parseCarriedLine(line: string): CarriedFact[] | undefined {
  const [, label, text] = /^\[([A-Z][^:]*): (.*)\]$/s.exec(line) ?? [];
  if (label === undefined || text === undefined) return undefined;
  const path = pathOfLabel(label);
  if (!path) return undefined;
  const steps = path.map((step) => ("key" in step ? step.key : step.index));
  const part = decodePart(steps, text);
  if (part) return factsOfPart(path, part);
  const value = parseValue(text);
  return value === undefined ? undefined : [{ path, value }];
}

function countByPart(facts: readonly Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of facts) {
    let prefix = "";
    for (const [at, step] of path.entries()) {
      prefix = at === 0 ? String(step) : `${prefix}/${step}`;
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return counts;
}

function partAt(entry: object, path: FactPath): object {
  let part: unknown = entry;
  for (const step of path) part = (part as Record<string | number, unknown>)[step];
  return part as object;
}

/** The leaves of a part, codings whole. */
function factsOfPart(path: readonly CarriedStep[], part: unknown): CarriedFact[] {
  if (typeof part === "string" || typeof part === "number" || typeof part === "boolean")
    return [{ path, value: part }];
  if (Array.isArray(part))
    return part.flatMap((item, index) => factsOfPart([...path, { index, into: false }], item));
  const coding = codingSchema.safeParse(part);
  if (coding.success) return [{ path, value: coding.data }];
  return Object.entries(part as object).flatMap(([key, value]) =>
    factsOfPart([...path, { key }], value),
  );
}

/** `testRequests` as `test requests`; reversed by `keyOf`. */
export function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function keyOf(label: string): string {
  return label.replaceAll(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `participants/1/time` as `Participants 2 / time`; a star marks an item the target holds in part. */
function labelOf(path: FactPath, isLeft: (part: string) => boolean): string {
  const steps: string[] = [];
  let prefix = "";
  for (const [at, step] of path.entries()) {
    prefix = at === 0 ? String(step) : `${prefix}/${step}`;
    if (typeof step === "number")
      steps.push(`${steps.pop() ?? ""} ${step + 1}${isLeft(prefix) ? "" : "*"}`);
    else steps.push(wordsOf(step));
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

function parseValue(text: string): string | number | boolean | undefined {
  if (text.length > 4 && partsOfDate(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
