import { tableOf } from "../../shared/value-table.ts";
import type { ValueTable } from "../../shared/value-table.ts";

/** A table of words of the extract, which are read in any case and with spaces around. */
export function wordsTable<const Value extends string>(
  rows: readonly (readonly [words: string, value: Value])[],
): ValueTable<Value> {
  const { write } = tableOf(rows);
  const { read } = tableOf(rows.map(([words, value]) => [words.toLowerCase(), value] as const));
  return { read: (words) => read(words?.trim().toLowerCase()), write };
}
