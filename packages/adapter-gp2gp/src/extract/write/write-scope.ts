import type { II } from "@gp2gp/hl7v3";
import type { ExtractVersion } from "../format.ts";
import { ContentNames, readContent } from "../sections/documents/content-uri.ts";
import type { ReadScope, WriteScope } from "../sections/shared/scopes.ts";
import { shownDate } from "../values/times.ts";
import type { RecordIndex } from "./record-index.ts";
import { WrittenIds } from "./write-ids.ts";

/** What writing a record, and reading it back, may know of it. */
export interface Scopes {
  readonly index: RecordIndex;
  readonly write: WriteScope;
  /** Reads what was written, with references back to the ids of the record. */
  readonly readBack: ReadScope;
  readonly ids: WrittenIds;
  readonly names: ContentNames;
}

export function scopesOf(
  index: RecordIndex,
  version: ExtractVersion,
  newId: (seed: string) => string,
): Scopes {
  const ids = new WrittenIds(newId);
  const names = new ContentNames();
  const entryOf = (id: II | undefined): string | undefined =>
    id?.root === undefined || id.root === ""
      ? undefined
      : known(ids.entryOf(id.root.toUpperCase()), id.root);
  // An id made for a reference to nothing in the record tells a reader nothing: it is carried.
  const known = (entryId: string, root: string): string =>
    index.entries.has(entryId) || index.suppliesOf(entryId).length > 0
      ? entryId
      : root.toUpperCase();
  const target = (id: string) => index.target(id);
  return {
    index,
    ids,
    names,
    write: {
      version,
      writtenId: (id) => ids.of(id),
      target,
      dateOf: (id) => {
        const placed = index.entries.get(id);
        return placed && shownDate(placed.entry);
      },
      hasAgent: (id) => index.isInDirectory(id),
      sharesStatement: (id) => index.sharesStatement(id),
      contentUri: (content) => names.uriOf(content),
      newId,
    },
    readBack: {
      referenceId: entryOf,
      agentId: entryOf,
      target,
      authorisationIn: (id) => index.authorisationIn(id),
      content: (uri, mediaType) => readContent(uri, mediaType, names.stored),
      newId,
    },
  };
}
