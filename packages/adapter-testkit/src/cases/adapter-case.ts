import type { ReadContext, Source } from "@gp2gp/core";
import type { SourceLeaf } from "../leaves/source-leaf.ts";

/** One artefact of the adapter's format, and what it shows. */
export interface AdapterCase {
  /** Names the case in test titles. */
  readonly name: string;
  /** What it shows and which rule it proves: the text of `case.md`. */
  readonly about: string;
  readonly source: Source;
  /** The folder of its goldens; without it the golden law does not apply. */
  readonly folder?: URL;
  /**
   * How its goldens are kept: whole `files` (record.json, issues.json, losses.json), or as `digest`
   * (digest.json with counts and sha256) for sources that lie elsewhere or are large. Files unless told.
   */
  readonly golden?: "files" | "digest";
  /** What its context needs beside that of the suite, such as options. */
  readonly read?: Partial<ReadContext>;
  /**
   * The leaves of the source, each with the source as it would be with another value there. Without it
   * the leaves of XML, JSON and delimited text are found by the kit.
   */
  readonly leaves?: (source: Source) => Promise<readonly SourceLeaf[]>;
}
