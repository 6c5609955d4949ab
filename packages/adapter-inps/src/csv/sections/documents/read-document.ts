import type { Content, Document } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { readDocumentId } from "../../wire/cells.ts";
import { documentEntities } from "../../wire/entities.ts";
import type { EntryRow } from "../journal/entry-row.ts";
import { readConcept } from "../journal/read-concept.ts";
import { readEpisode } from "../journal/read-episode.ts";

/** Whether a row of clinical entries is that of a document: by its entity, or as it refers to one and has no value. */
export function isDocument({ cells }: Row): boolean {
  const { ENTITY, DOCUMENT_ID, VALUE1, VALUE2 } = cells;
  return (
    documentEntities.some(([entity]) => entity === ENTITY) ||
    (DOCUMENT_ID !== undefined && VALUE1 === undefined && VALUE2 === undefined)
  );
}

/** A letter or an attachment; its bytes where a file named by its id came along. Without a code RUBRIC is its title. */
export function readDocument(entry: EntryRow): void {
  const { row, inps, cells, text } = entry;
  const { ENTITY, DOCUMENT_ID } = cells;
  const reference = DOCUMENT_ID === undefined ? undefined : readDocumentId(DOCUMENT_ID);
  const { episode } = readEpisode(cells["EPISODE"]);
  const recorded = readConcept(entry);
  const concept = episode?.(recorded) ?? recorded;
  const { codings = [], text: title, ...qualified } = concept ?? {};
  const type = documentEntities.find(([entity]) => entity === ENTITY)?.[1];
  const document: Document = {
    ...entry.start("performer"),
    ...(concept && (codings.length > 0 || "qualifiers" in qualified)
      ? { concept: { ...qualified, codings } }
      : {}),
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    content: readContent(reference, entry),
    texts: entry.texts("note"),
  };
  inps.reading.add("documents", document, { rows: [row], text });
}

function readContent(reference: string | undefined, { inps, row }: EntryRow): Content {
  const stored = reference === undefined ? undefined : inps.reading.contents.get(reference);
  if (stored) return stored;
  inps.report("content-absent", { source: row.source });
  return { state: "absent", reason: "not-included" };
}
