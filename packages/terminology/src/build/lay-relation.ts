import { NONE, rowFlags } from "../pack/row-flags.ts";
import { relationSections } from "../pack/section-names.ts";
import type { Layout } from "./layout.ts";
import type { Places } from "./lay-systems.ts";
import type { SetRows } from "./set-rows.ts";

export interface RelationRows {
  readonly from: string;
  readonly to: string;
  /** Its sets, each with its number in the pack. */
  readonly sets: readonly { readonly number: number; readonly rows: SetRows }[];
  readonly places: { readonly from: Places; readonly to: Places };
}

/** Lays the rows from one system to another: sorted by source code, then set, then as they were given. */
export function layRelation(layout: Layout, { from, to, sets, places }: RelationRows): void {
  const total = sets.reduce((sum, { rows }) => sum + rows.length, 0);
  const source = new Uint32Array(total);
  const set = new Uint8Array(total);
  const rowInSet = new Uint32Array(total);
  let at = 0;
  for (const [index, { rows }] of sets.entries()) {
    for (let row = 0; row < rows.length; row += 1, at += 1) {
      source[at] = places.from.codes[rows.source.get(row)] ?? 0;
      set[at] = index;
      rowInSet[at] = row;
    }
  }
  const order = Uint32Array.from({ length: total }, (_, row) => row).sort(
    (a, b) => (source[a] ?? 0) - (source[b] ?? 0) || a - b,
  );
  const target = new Uint32Array(total);
  const sourceTerm = new Uint32Array(total);
  const targetTerm = new Uint32Array(total);
  const flags = new Uint8Array(total);
  const setNumber = new Uint8Array(total);
  const details = new Uint8Array(sets.reduce((sum, { rows }) => sum + rows.details.length, 0));
  const detailStarts = new Uint32Array(total + 1);
  let detailBytes = 0;
  for (const [place, row] of order.entries()) {
    const entry = sets[set[row] ?? 0];
    if (!entry) continue;
    const { rows, number } = entry;
    const inSet = rowInSet[row] ?? 0;
    const code = rows.target.get(inSet);
    target[place] = code === NONE ? NONE : (places.to.codes[code] ?? NONE);
    sourceTerm[place] = places.from.term(rows.sourceTerm.get(inSet));
    targetTerm[place] = places.to.term(rows.targetTerm.get(inSet));
    flags[place] = rows.flags.get(inSet);
    setNumber[place] = number;
    const detail = rows.detailsOf(inSet);
    details.set(detail, detailBytes);
    detailBytes += detail.byteLength;
    detailStarts[place + 1] = detailBytes;
  }
  const names = relationSections(from, to);
  layout.hot(
    names.starts,
    startsOf(
      order.map((row) => source[row] ?? 0),
      places.from.count,
    ),
  );
  layout.hot(names.target, target);
  layout.hot(names.sourceTerm, sourceTerm);
  layout.hot(names.targetTerm, targetTerm);
  layout.hot(names.flags, flags);
  layout.hot(names.set, setNumber);
  const inverse = inverseOf(target, flags);
  layout.hot(
    names.inverseStarts,
    startsOf(
      inverse.map((row) => target[row] ?? 0),
      places.to.count,
    ),
  );
  layout.hot(names.inverseRows, inverse);
  layout.hot(names.detailStarts, detailStarts);
  layout.cold(names.details, details.subarray(0, detailBytes));
  layout.relations.push({ from, to, rows: total });
}

/** Where the rows of each code begin, of a column sorted by code. */
function startsOf(sorted: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const code of sorted) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 0; code < count; code += 1)
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  return starts;
}

/** Rows in use that lead back, sorted by the code they lead to. */
function inverseOf(target: Uint32Array, flags: Uint8Array): Uint32Array {
  const unusable = rowFlags.retired | rowFlags.ambiguous | rowFlags.oneWay;
  const rows: number[] = [];
  for (const [row, code] of target.entries())
    if (code !== NONE && ((flags[row] ?? 0) & unusable) === 0) rows.push(row);
  return Uint32Array.from(rows).sort((a, b) => (target[a] ?? 0) - (target[b] ?? 0) || a - b);
}
