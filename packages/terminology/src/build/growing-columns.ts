import { TerminologyError } from "../terminology-error.ts";

/** The most rows, codes or terms a pack may hold of a kind, and the most bytes of a column. */
const ROWS = 24_000_000;
const BYTES = 1_500_000_000;

/** A column of 32-bit numbers that grows. */
export class GrowingColumn {
  length = 0;
  #data = new Uint32Array(1_024);

  push(value: number): number {
    if (this.length === this.#data.length) {
      if (this.length >= ROWS) throw new TerminologyError("tables-too-large");
      const data = new Uint32Array(this.length * 2);
      data.set(this.#data);
      this.#data = data;
    }
    this.#data[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }

  get(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }
}

/** Bytes that grow. */
export class GrowingBytes {
  length = 0;
  #data = new Uint8Array(65_536);

  /** Adds bytes and answers where they begin. */
  push(bytes: Uint8Array): number {
    const start = this.length;
    const length = start + bytes.byteLength;
    if (length > this.#data.byteLength) {
      if (length > BYTES) throw new TerminologyError("tables-too-large");
      const data = new Uint8Array(Math.min(BYTES, Math.max(length, this.#data.byteLength * 2)));
      data.set(this.#data);
      this.#data = data;
    }
    this.#data.set(bytes, start);
    this.length = length;
    return start;
  }

  slice(start: number, end: number = this.length): Uint8Array {
    return this.#data.subarray(start, end);
  }
}
