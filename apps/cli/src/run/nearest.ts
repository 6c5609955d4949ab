/** The known word a mistyped one most likely stands for, or undefined where none is near. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((word) => ({ word, distance: distanceBetween(given.toLowerCase(), word) }))
    .filter(
      ({ word, distance }) =>
        distance <= Math.max(2, word.length / 3) || word.includes(given.toLowerCase()),
    )
    .toSorted((a, b) => a.distance - b.distance);
  return best?.word;
}

/** Levenshtein distance. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a.slice(0, 64)].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
