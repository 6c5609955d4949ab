import type { EntryText } from "@gp2gp/core";

/** The words of an entry that stand in the column of its words: its note, else the first it has. */
export function shownWords(texts: readonly EntryText[]): string | undefined {
  return (texts.find(({ role }) => role === "note") ?? texts[0])?.text;
}
