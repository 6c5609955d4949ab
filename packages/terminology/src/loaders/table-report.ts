import type { InputInfo } from "../pack/pack-header.ts";
import type { CodeFault } from "../systems/code-check.ts";
import { codeFaults } from "../systems/check-code.ts";
import type { KeyFault, RowFault } from "./table-layout.ts";

const sentences: Readonly<Record<Exclude<RowFault, `${CodeEnd}-${KeyFault}`>, string>> = {
  columns: "The row has other columns than its table.",
  "line-length": "The row is longer than any row of its table can be.",
  quoting: "The quotes of the row do not close.",
  "term-id": "The id of a term is of no term, or not of the form of one.",
  date: "The day it takes effect is no date.",
  status: "The status is none that is known.",
  assurance: "The mark of assurance is neither 0 nor 1.",
  system: "A code system is none that is known, or both are the same.",
  text: "The words of the term are missing.",
};

type CodeEnd = "source" | "target";

const ends: Readonly<Record<CodeEnd, string>> = {
  source: "The code that is translated is none of its code system",
  target: "The code it is translated to is none of its code system",
};

/** What is wrong with rows of one kind of fault, for people. */
export function describeRowFault(fault: RowFault): string {
  const [, end, kind] = /^(source|target)-(.*)$/.exec(fault) ?? [];
  if (end === undefined) return sentences[fault as keyof typeof sentences];
  const what =
    kind === "not-a-concept"
      ? "it is the id of a description or relationship, and not of a concept"
      : codeFaults[kind as CodeFault];
  return `${ends[end as CodeEnd]}: ${what}.`;
}

/** What became of one table. */
export interface TableReport extends InputInfo {
  /** How many rows could not be read, by what is wrong with them. */
  readonly faults: Readonly<Partial<Record<RowFault, number>>>;
  /** The first of them. */
  readonly firstFaults: readonly { readonly line: number; readonly fault: RowFault }[];
}

const FIRST = 20;

/** Counts rows by what became of them. */
export class RowCount {
  rows = 0;
  taken = 0;
  superseded = 0;
  later = 0;
  unreadable = 0;
  readonly faults: Partial<Record<RowFault, number>> = {};
  readonly firstFaults: { readonly line: number; readonly fault: RowFault }[] = [];

  fault(line: number, fault: RowFault): void {
    this.unreadable += 1;
    this.faults[fault] = (this.faults[fault] ?? 0) + 1;
    if (this.firstFaults.length < FIRST) this.firstFaults.push({ line, fault });
  }
}
