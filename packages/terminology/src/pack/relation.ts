import { TerminologyError } from "../terminology-error.ts";
import type { PackContainer } from "./pack-container.ts";
import { relationSections } from "./section-names.ts";

/** What a row says beside its codes; read when wanted. */
export interface RowDetails {
  readonly mapId?: string;
  readonly date?: string;
  readonly mapType?: string;
  /** The term a row is about, where it names it by its words. */
  readonly text?: string;
}

const decoder = new TextDecoder();

/** All map rows from one code system to another: columns sorted by source code, and by set within one. */
export class Relation {
  readonly from: string;
  readonly to: string;
  readonly target: Uint32Array;
  readonly sourceTerm: Uint32Array;
  readonly targetTerm: Uint32Array;
  readonly flags: Uint8Array;
  readonly set: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #inverseStarts: Uint32Array;
  readonly #inverseRows: Uint32Array;
  readonly #detailStarts: Uint32Array;
  readonly #details: (offset: number, length: number) => Uint8Array;

  constructor(
    container: PackContainer,
    { from, to }: { readonly from: string; readonly to: string },
  ) {
    const names = relationSections(from, to);
    this.from = from;
    this.to = to;
    this.target = container.column(names.target);
    this.sourceTerm = container.column(names.sourceTerm);
    this.targetTerm = container.column(names.targetTerm);
    this.flags = container.bytes(names.flags);
    this.set = container.bytes(names.set);
    this.#starts = container.column(names.starts);
    this.#inverseStarts = container.column(names.inverseStarts);
    this.#inverseRows = container.column(names.inverseRows);
    this.#detailStarts = container.column(names.detailStarts);
    this.#details = container.cold(names.details);
    const rows = this.target.length;
    const columns = [this.sourceTerm, this.targetTerm, this.flags, this.set];
    if (columns.some(({ length }) => length !== rows)) throw new TerminologyError("pack-damaged");
  }

  /** The first row of a source code, and the row after its last. */
  rowsOf(source: number): readonly [start: number, end: number] {
    return [this.#starts[source] ?? 0, this.#starts[source + 1] ?? 0];
  }

  /** The rows in use that lead to a target code and back. */
  inverseRowsOf(target: number): Uint32Array {
    return this.#inverseRows.subarray(
      this.#inverseStarts[target] ?? 0,
      this.#inverseStarts[target + 1] ?? 0,
    );
  }

  /** The source code of a row. */
  sourceOf(row: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  details(row: number): RowDetails {
    const start = this.#detailStarts[row] ?? 0;
    const bytes = this.#details(start, (this.#detailStarts[row + 1] ?? start) - start);
    const [mapId = "", date = "", mapType = "", text = ""] = decoder.decode(bytes).split("\0");
    return {
      ...(mapId !== "" && { mapId }),
      ...(date !== "" && { date }),
      ...(mapType !== "" && { mapType }),
      ...(text !== "" && { text }),
    };
  }
}
