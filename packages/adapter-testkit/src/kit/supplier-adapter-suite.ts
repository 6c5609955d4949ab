import type { ReadContext, SupplierAdapterV1, WriteContext } from "@gp2gp/core";
import type { AdapterCase } from "../cases/adapter-case.ts";
import type { LawName } from "./law.ts";

/** A law, or one check of it, that is not asked of this adapter, and why. */
export interface SkippedLaw {
  readonly law: LawName;
  /** Only the checks whose title holds these words; the whole law without them. */
  readonly check?: string;
  /** Why, in a sentence. It stands in the test report. */
  readonly reason: string;
}

/** Places of a source whose values mean nothing to a record, and why. */
export interface Meaningless {
  /** Matched against the place of a leaf: part name, then path. */
  readonly where: RegExp;
  readonly reason: string;
}

/** An adapter and what it is judged by. */
export interface SupplierAdapterSuite {
  readonly adapter: SupplierAdapterV1;
  readonly cases: readonly AdapterCase[];
  readonly skip?: readonly SkippedLaw[];
  /** The folder of the canonical goldens: `__fixtures__/canonical/` beside the test file unless told. */
  readonly canonicalFolder?: URL;
  /** What reading needs beside the test context, such as options. */
  readonly read?: Partial<ReadContext>;
  /** What writing needs beside the test context, such as options or demographics. */
  readonly write?: Partial<WriteContext>;
  /** Values of the format that no record needs to know: fixed by the schema, or of the envelope. */
  readonly meaningless?: readonly Meaningless[];
  /** How many arbitrary records the round-trip law tries for each version: 40 unless told. */
  readonly arbitraryRecords?: number;
  /** Seeds of the generated lives the round-trip law tries: two unless told. */
  readonly generatedSeeds?: readonly (string | number)[];
}
