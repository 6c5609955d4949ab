/*
 * Carried lines in one line: one after the other with a space between them. A quotation mark is a
 * backtick; a backtick, a tilde and what would look like the end of a line have a tilde before them.
 */

const escaped = /["`~\r\n]|\](?= \[)/g;
const codes: Readonly<Record<string, string>> = { '"': "`", "\r": "~r", "\n": "~n" };
const letters: Readonly<Record<string, string>> = { "~r": "\r", "~n": "\n" };

/** Carried lines in one line without quotation marks and line breaks. */
export function toOneLine(lines: readonly string[]): string {
  return lines
    .map((line) => line.replaceAll(escaped, (character) => codes[character] ?? `~${character}`))
    .join(" ");
}

const tokens = /~[\s\S]|\] \[|[^~`\]]+|[\s\S]/g;

/** The lines a line was made of; none of nothing. */
export function fromOneLine(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === "] [") {
      lines.push(`${line}]`);
      line = "[";
    } else if (token === "`") line += '"';
    else line += token.startsWith("~") ? (letters[token] ?? token.slice(1)) : token;
  }
  return line === "" ? lines : [...lines, line];
}
