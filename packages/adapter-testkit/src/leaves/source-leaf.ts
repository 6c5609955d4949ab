import type { Source } from "@gp2gp/core";

/** One value of a source: an attribute, a text, a cell. */
export interface SourceLeaf {
  /** Where it stands: part, path or line, for people; the same for the same place in another source. */
  readonly where: string;
  readonly value: string;
  /** The source with another value there. */
  readonly changed: () => Source;
}
