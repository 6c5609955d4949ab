import type { Document } from "@gp2gp/core";
import { textsOf } from "../../reading/entry-start.ts";
import type { EntryStart } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { parseLinks } from "../../wire/links.ts";
import { conceptOf } from "../concept-of-row.ts";

/** A document that stands as a file beside the responses. */
export function readDocument(start: EntryStart, own: MiquestReading): Document {
  const { shape, cells, row } = start;
  const { document = "" } = parseLinks(cells["LINKS"]);
  const content = own.rows.contents.get(document);
  if (!content) own.report("content-absent", { source: row.source });
  return {
    ...shape,
    ...conceptOf(start, own),
    // A file that is named by its digest, as this project names them, has no name of its own.
    ...(document !== content?.sha256 && {
      identifiers: [{ system: documentSystem(own.profile.supplier), value: document }],
    }),
    texts: textsOf(start),
    content: content ?? { state: "absent", reason: "not-found" },
  };
}

/** The record's name for what a system calls the file of a document. */
export function documentSystem(supplier: string): string {
  return `${supplier}:document`;
}
