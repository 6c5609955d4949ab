/** Control characters, and marks that change the direction of what follows: a record must not steer a terminal. */
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** One line of text that is safe to print, at most `width` characters long. */
export function plainText(text: string, width = Number.POSITIVE_INFINITY): string {
  const line = text.replaceAll(STEERING, " ").trim();
  return line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line;
}
