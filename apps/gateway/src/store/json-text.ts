/** A value as JSON text that PostgreSQL takes: characters it cannot hold (NUL, half a surrogate pair) become U+FFFD. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "string" ? member.toWellFormed().replaceAll("\0", "\uFFFD") : member,
  );
}
