import type { AnyEntry, Document } from "@gp2gp/core";
import { sameFacts } from "../details/held-facts.ts";
import { readReferredDocument } from "../sections/documents/read-document.ts";
import { writeReference } from "../sections/documents/write-document.ts";
import { detailOf } from "./statement-hint.ts";
import type { Scopes } from "./write-scope.ts";

/** Whether a document came as a reference of the statement of another entry. */
export const cameReferred = (document: AnyEntry): boolean =>
  detailOf(document, "referred") === true;

/** Whether the plain reference of a statement holds all that is known of a document. */
export function canRefer(document: Document, scopes: Scopes): boolean {
  const reference = writeReference(document, scopes.ids.of(document.id), scopes.write);
  const external = reference.referredToExternalDocument;
  if (!external) return false;
  const read = readReferredDocument(external, scopes.readBack).entry;
  const { consultation, within } = document;
  return sameFacts(document, {
    ...read,
    ...(consultation !== undefined && { consultation }),
    ...(within !== undefined && { within }),
  });
}
