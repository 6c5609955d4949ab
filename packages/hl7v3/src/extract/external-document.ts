import { fixed, participation } from "../table/attribute-spec.ts";
import { many, one, optional, since } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cd, cv, ed, ivlTs } from "../data-types/coded.ts";
import { ii, int } from "../data-types/simple.ts";
import { agentRef } from "./references.ts";

const authorTable = hl7Class(
  "Author4",
  { typeCode: participation("AUT") },
  { agentRef: one(agentRef) },
);
/** Who wrote a document. */
export interface DocumentAuthor extends Infer<typeof authorTable> {}
const documentAuthor: WireType<DocumentAuthor> = authorTable;

const documentTable = hl7Class(
  "ExternalDocument",
  { classCode: fixed("DOC"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    code: one(cd),
    text: one(ed),
    effectiveTime: optional(ivlTs),
    confidentialityCode: since("RCMR_MT030101UK05", optional(cv)),
    setId: optional(ii),
    versionNumber: optional(int),
    author: many(documentAuthor),
  },
);
/** A document outside the extract: `text/reference` says where its content is. */
export interface ExternalDocument extends Infer<typeof documentTable> {}
const externalDocument: WireType<ExternalDocument> = documentTable;

const referenceTable = hl7Class(
  "Reference",
  { typeCode: fixed("REFR") },
  { referredToExternalDocument: one(externalDocument) },
);
/** A statement's reference to a document. */
export interface Reference extends Infer<typeof referenceTable> {}
export const reference: WireType<Reference> = referenceTable;
