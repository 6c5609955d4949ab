import type { EntryFacts } from "@gp2gp/core";
import { xmlSafe } from "@gp2gp/xml";
import { dateToWire } from "../wire/lexical.ts";
import type { Version } from "../wire/field.ts";

type Path = readonly (string | number)[];

/**
 * The facts a form of an entry would put into the format's own structure. Nothing is taken from the
 * entry until the form is found to be whole.
 */
export class Taking<Entry extends object = object> {
  readonly entry: Entry;
  readonly version: Version;
  readonly #facts: EntryFacts;
  readonly #pending: Path[] = [];
  readonly #settled: (() => void)[] = [];

  constructor(facts: EntryFacts, entry: Entry, version: Version) {
    this.#facts = facts;
    this.entry = entry;
    this.version = version;
  }

  /** Words the format can hold, and takes them; undefined for none. */
  words(...path: Path): string | undefined {
    const value = valueAt(this.entry, path);
    if (typeof value !== "string" || !isWritable(value)) return undefined;
    this.#pending.push(path);
    return value;
  }

  /** A date the format can hold exactly, and takes it. */
  date(lexical: "date" | "dateTime", ...path: Path): string | undefined {
    const value = valueAt(this.entry, path);
    const date = typeof value === "string" ? dateToWire(value, lexical, this.version) : undefined;
    if (date !== undefined) this.#pending.push(path);
    return date;
  }

  take(...path: Path): void {
    this.#pending.push(path);
  }

  /** What else is settled when the form is. */
  onCommit(settle: () => void): void {
    this.#settled.push(settle);
  }

  commit(): void {
    for (const path of this.#pending) this.#facts.take(...path);
    for (const settle of this.#settled) settle();
  }
}

/** Whether XML can hold a text and it says anything. */
export function isWritable(text: string): boolean {
  return text.trim() !== "" && xmlSafe(text).replaced === 0;
}

function valueAt(entry: unknown, path: Path): unknown {
  let value = entry;
  for (const step of path)
    value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  return value;
}
