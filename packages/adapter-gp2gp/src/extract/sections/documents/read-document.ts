import type { Document } from "@gp2gp/core";
import { newEntry } from "@gp2gp/core";
import type { ED, ExternalDocument, NarrativeStatement } from "@gp2gp/hl7v3";
import { readCoded } from "../../values/coded.ts";
import { readEffective } from "../../values/effective.ts";
import { readStatementText } from "../narratives/read-narrative.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { ownIdOf, readConfidentiality, readHead } from "../shared/statement-head.ts";

/** The system under which the id of an external document stands where its statement's id is the entry's. */
export const documentIdSystem = "gp2gp:document";

/** From what the id of an external document is made where the record has none. */
export const documentIdSeed = (statementId: string): string =>
  `gp2gp-ehr-extract:document:${statementId}`;

// gp2gp-messages 2.4: what real EMIS and Vision messages call every document; it says nothing of this one
export const originalTextDocument = {
  code: "25821000000100",
  codeSystem: "2.16.840.1.113883.2.1.3.2.4.15",
  displayName: "Original text document",
};

/**
 * The type of a document of which nobody said one: without any it would be plain text. The representation is the
 * default of the schema, which nobody else writes out, and tells a reader that the type is none of the document's.
 */
export const unknownMedia = {
  representation: "TXT",
  mediaType: "application/octet-stream",
} as const satisfies ED;

const isUnknownMedia = ({ representation, mediaType }: ED): boolean =>
  representation === unknownMedia.representation && mediaType === unknownMedia.mediaType;

/** A narrative that stands for one document: its words and times are the document entry's. */
export function readDocumentNarrative(
  statement: NarrativeStatement,
  document: ExternalDocument,
  scope: ReadScope,
): Reading<"documents"> {
  const { texts, carried } = readStatementText(statement);
  const head = readHead([statement.id], undefined, statement, scope);
  const facts = readDocumentFacts(document, scope);
  const id = ownIdOf(document.id);
  return {
    section: "documents",
    entry: {
      ...head,
      ...facts,
      identifiers:
        id === "" || id === scope.newId(documentIdSeed(head.id))
          ? []
          : [{ system: documentIdSystem, value: id }],
      texts,
      confidentiality:
        head.confidentiality.length > 0 ? head.confidentiality : facts.confidentiality,
    },
    carried,
  };
}

/** A document that another statement refers to. */
export function readReferredDocument(
  document: ExternalDocument,
  scope: ReadScope,
): Reading<"documents"> {
  return {
    section: "documents",
    entry: { ...newEntry(ownIdOf(document.id), 0, {}), ...readDocumentFacts(document, scope) },
  };
}

function readDocumentFacts(
  document: ExternalDocument,
  scope: ReadScope,
): Pick<
  Document,
  "content" | "concept" | "created" | "setId" | "version" | "authors" | "confidentiality"
> {
  const usual =
    document.code?.code === originalTextDocument.code &&
    document.code.codeSystem === originalTextDocument.codeSystem &&
    document.code.originalText === undefined &&
    document.code.translation === undefined;
  const concept = usual ? undefined : readCoded(document.code);
  const created = readEffective(document.effectiveTime);
  const authors = (document.author ?? []).flatMap(
    ({ agentRef }) => scope.agentId(agentRef?.id) ?? [],
  );
  const setId = document.setId?.root;
  const version = document.versionNumber?.value;
  const { text } = document;
  const mediaType = text && !isUnknownMedia(text) ? text.mediaType : undefined;
  return {
    ...(concept && { concept }),
    content: scope.content(text?.reference?.value, mediaType),
    ...(created && { created }),
    ...(setId !== undefined && setId !== "" && { setId }),
    ...(version !== undefined && version !== "" && { version }),
    ...(authors.length > 0 && { authors }),
    confidentiality: readConfidentiality(document.confidentialityCode),
  };
}
