import type { PackContainer } from "./pack-container.ts";
import { systemSections } from "./section-names.ts";

/** What is in the first byte of a kept term. */
export const termFlags = { preferred: 1, retired: 2, fullySpecified: 4, shortened: 8 } as const;

/** One term of a code. */
export interface CodeTerm {
  readonly text: string;
  /** Read v2 term code, CTV3 term id or SNOMED CT description id. */
  readonly termId?: string;
  readonly preferred: boolean;
  readonly retired: boolean;
  /** The unambiguous name of a SNOMED CT concept, which people do not say. */
  readonly fullySpecified: boolean;
  /** A form cut to fewer characters, of a term that has a longer one. */
  readonly shortened: boolean;
}

const decoder = new TextDecoder();

/** The terms of the codes of a system, read when wanted. */
export class CodeTerms {
  readonly #starts: Uint32Array;
  readonly #terms: (offset: number, length: number) => Uint8Array;

  constructor(container: PackContainer, system: string) {
    const names = systemSections(system);
    this.#starts = container.column(names.termStarts);
    this.#terms = container.cold(names.terms);
  }

  /** The terms of a code, preferred ones first. */
  of(ordinal: number): CodeTerm[] {
    const start = this.#starts[ordinal] ?? 0;
    const bytes = this.#terms(start, (this.#starts[ordinal + 1] ?? start) - start);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const terms: CodeTerm[] = [];
    for (let at = 0; at + 4 <= bytes.byteLength;) {
      const flags = view.getUint8(at);
      const idEnd = at + 4 + view.getUint8(at + 1);
      const textEnd = idEnd + view.getUint16(at + 2, true);
      const termId = decoder.decode(bytes.subarray(at + 4, idEnd));
      terms.push({
        text: decoder.decode(bytes.subarray(idEnd, textEnd)),
        ...(termId !== "" && { termId }),
        preferred: (flags & termFlags.preferred) !== 0,
        retired: (flags & termFlags.retired) !== 0,
        fullySpecified: (flags & termFlags.fullySpecified) !== 0,
        shortened: (flags & termFlags.shortened) !== 0,
      });
      at = textEnd;
    }
    return terms;
  }
}
