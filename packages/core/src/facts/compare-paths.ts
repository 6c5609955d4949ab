type Path = readonly (string | number)[];

/** What a reader looks for first. */
const first = ["id", "kind", "concept", "effective", "recorded"];

/**
 * The order of carried lines: items of a list by their place, a part before what is in it. It does not
 * depend on how the record's objects were made, so that what is written again is the same.
 */
export function comparePaths(left: Path, right: Path): number {
  for (const [place, one] of left.entries()) {
    const other = right[place];
    if (one === other) continue;
    if (other === undefined) return 1;
    if (typeof one === "number" && typeof other === "number") return one - other;
    return rankOf(one) - rankOf(other) || (String(one) < String(other) ? -1 : 1);
  }
  return left.length - right.length;
}

function rankOf(step: string | number): number {
  const rank = first.indexOf(String(step));
  return rank < 0 ? first.length : rank;
}
