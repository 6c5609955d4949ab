import type { ED } from "@gp2gp/hl7v3";

/** The words of a text; undefined where there are none. */
export function readText(text: ED | undefined): string | undefined {
  const content = text?.content;
  if (content === undefined || content === "" || text?.representation === "B64") return undefined;
  return content;
}

// XML 1.0, section 2.2: characters no document can hold; surrogates only in pairs.
// oxlint-disable-next-line no-control-regex
const suspect = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Whether XML can hold a text as it is. */
export function isWritable(text: string): boolean {
  return !suspect.test(text) || (!unwritable.test(text) && text.isWellFormed());
}

/** Whether a text can stand where the schema has a code: it has no white space. */
export function isToken(text: string): boolean {
  return /^\S+$/.test(text) && isWritable(text);
}

/** Whether a text can stand where the schema has an address (`anyURI`). */
export function isAddress(text: string): boolean {
  return /^[^\s<>"{}|\\^`[\]]+$/.test(text) && isWritable(text);
}

/** A text element for words, where XML can hold them. */
export function writeText(text: string | undefined): ED | undefined {
  return text === undefined || text === "" || !isWritable(text) ? undefined : { content: text };
}
