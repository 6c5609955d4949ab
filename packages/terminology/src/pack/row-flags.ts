/** How sure a map row is: what its publisher assured, did not, or never said anything about. */
export const assurances = ["unassured", "unknown", "assured"] as const;
export type Assurance = (typeof assurances)[number];

/** What a row is, in one byte: its assurance in the lowest two bits, and these. */
export const rowFlags = {
  /** No longer in use. */
  retired: 4,
  /** Of more than one meaning, by its publisher. */
  ambiguous: 8,
  /** There is no code for it in the target system, by its publisher. */
  none: 16,
  /** It is a drug, which the map leaves out. */
  drug: 32,
  /** It is about the preferred term of its code. */
  preferred: 64,
  /** It leads to something broader, and not back. */
  oneWay: 128,
} as const;

export function assuranceOf(flags: number): Assurance {
  return assurances[flags & 3] ?? "unassured";
}

export function rankOf(assurance: Assurance): number {
  return assurances.indexOf(assurance);
}

/** The less sure of two. */
export function weaker(a: Assurance, b: Assurance): Assurance {
  return rankOf(a) < rankOf(b) ? a : b;
}

/** No code, no term: in columns of ordinals and term keys. */
export const NONE = 0xffff_ffff;
