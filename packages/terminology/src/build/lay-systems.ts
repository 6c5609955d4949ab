import { termFlags } from "../pack/code-terms.ts";
import { systemSections } from "../pack/section-names.ts";
import { NONE } from "../pack/row-flags.ts";
import { codeColumns } from "./code-register.ts";
import type { Layout } from "./layout.ts";
import type { SystemRegister } from "./system-register.ts";

/** Where the codes and terms of a system ended up, by the numbers they were given when first met. */
export interface Places {
  readonly codes: Uint32Array;
  readonly count: number;
  /** The place of a term key: Read keys are their own. */
  term(key: number): number;
}

const decoder = new TextDecoder("latin1");

/** Lays the columns of a code system. */
export function laySystem(layout: Layout, system: SystemRegister): Places {
  const names = systemSections(system.id);
  const { codes, places } = system.codes.sorted();
  const columns = codeColumns(system.codes.encoding, codes);
  if ("keys" in columns) layout.hot(names.keys, columns.keys);
  else if ("highs" in columns) {
    layout.hot(names.keys, columns.highs);
    layout.hot(names.lows, columns.lows);
  } else {
    layout.hot(names.offsets, columns.offsets);
    layout.hot(names.bytes, columns.bytes);
  }
  if (system.status.size > 0) {
    const status = new Uint8Array(codes.length);
    for (const [number, letter] of system.status)
      status[places[number] ?? 0] = letter.charCodeAt(0);
    layout.cold(names.status, status);
  }
  const descriptions = layDescriptions(layout, system, places);
  const terms = layTerms(layout, system, { places, count: codes.length });
  layout.systems.push({
    id: system.id,
    encoding: system.codes.encoding,
    codes: codes.length,
    terms,
    descriptions: descriptions?.length ?? 0,
  });
  return {
    codes: places,
    count: codes.length,
    term: (key) => (key === NONE || !descriptions ? key : (descriptions[key] ?? NONE)),
  };
}

function layDescriptions(
  layout: Layout,
  system: SystemRegister,
  codePlaces: Uint32Array,
): Uint32Array | undefined {
  if (system.descriptions.size === 0) return undefined;
  const names = systemSections(system.id);
  const { codes, places } = system.descriptions.sorted();
  const columns = codeColumns("number", codes);
  if (!("highs" in columns)) return undefined;
  layout.hot(names.descriptionHighs, columns.highs);
  layout.hot(names.descriptionLows, columns.lows);
  const concepts = new Uint32Array(codes.length);
  for (const [number, place] of places.entries()) {
    const concept = system.conceptOfDescription.get(number);
    concepts[place] = concept === NONE ? NONE : (codePlaces[concept] ?? NONE);
  }
  layout.cold(names.descriptionConcepts, concepts);
  return places;
}

/** Terms by code, preferred ones first, none twice. Answers how many. */
function layTerms(
  layout: Layout,
  system: SystemRegister,
  codes: { readonly places: Uint32Array; readonly count: number },
): number {
  const total = system.termCode.length;
  if (total === 0) return 0;
  const placeOf = (term: number): number => codes.places[system.termCode.get(term)] ?? 0;
  const order = Uint32Array.from({ length: total }, (_, at) => at).sort(
    (a, b) => placeOf(a) - placeOf(b) || a - b,
  );
  const starts = new Uint32Array(codes.count + 1);
  const laid = new Uint8Array(system.termBytes.length);
  let [bytes, terms, place] = [0, 0, 0];
  for (let at = 0; at < total;) {
    const code = placeOf(order[at] ?? 0);
    for (; place <= code; place += 1) starts[place] = bytes;
    let end = at + 1;
    while (end < total && placeOf(order[end] ?? 0) === code) end += 1;
    for (const { record, flags } of distinctTerms(system, order.subarray(at, end))) {
      laid.set(record, bytes);
      laid[bytes] = flags;
      bytes += record.byteLength;
      terms += 1;
    }
    at = end;
  }
  starts.fill(bytes, place);
  const names = systemSections(system.id);
  layout.hot(names.termStarts, starts);
  layout.cold(names.terms, laid.subarray(0, bytes));
  return terms;
}

interface Term {
  readonly record: Uint8Array;
  /** What its first byte becomes. */
  flags: number;
}

/** The terms of one code. A term said twice, once as the preferred one, is the preferred one. */
function distinctTerms(system: SystemRegister, terms: Uint32Array): readonly Term[] {
  const [only = 0] = terms;
  if (terms.length === 1) return [termAt(system, only)];
  const seen = new Map<string, Term>();
  for (const number of terms) {
    const term = termAt(system, number);
    const key = decoder.decode(term.record.subarray(1));
    const known = seen.get(key);
    if (!known) seen.set(key, term);
    else {
      const preferred = (known.flags | term.flags) & termFlags.preferred;
      known.flags = Math.min(known.flags, term.flags) | preferred;
    }
  }
  return [...seen.values()].sort((a, b) => orderOf(a.flags) - orderOf(b.flags));
}

function termAt(system: SystemRegister, term: number): Term {
  const start = system.termStart.get(term);
  const end = term + 1 < system.termStart.length ? system.termStart.get(term + 1) : undefined;
  const record = system.termBytes.slice(start, end);
  const { preferredDescriptions } = system;
  const preferred =
    preferredDescriptions.size > 0 &&
    preferredDescriptions.has(decoder.decode(record.subarray(4, 4 + (record[1] ?? 0))));
  return { record, flags: (record[0] ?? 0) | (preferred ? termFlags.preferred : 0) };
}

/** Preferred and whole terms before others, names nobody says last. */
function orderOf(flags: number): number {
  return (
    ((flags & termFlags.fullySpecified) === 0 ? 0 : 8) +
    ((flags & termFlags.retired) === 0 ? 0 : 4) +
    ((flags & termFlags.preferred) === 0 ? 2 : 0) +
    ((flags & termFlags.shortened) === 0 ? 0 : 1)
  );
}
