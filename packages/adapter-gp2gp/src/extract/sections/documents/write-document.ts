import type { Document } from "@gp2gp/core";
import type { ED, ExternalDocument, NarrativeStatement, Reference } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeEffective } from "../../values/effective.ts";
import { isUuid } from "../../values/identifier.ts";
import { writeNarrative } from "../narratives/write-narrative.ts";
import { writeAgentRef } from "../shared/participants.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality } from "../shared/statement-head.ts";
import {
  documentIdSeed,
  documentIdSystem,
  originalTextDocument,
  unknownMedia,
} from "./read-document.ts";
import { isToken } from "../../values/text.ts";

/** A document: a narrative that refers to it. */
export function writeDocument(
  entry: Document,
  scope: WriteScope,
  carry?: Carry,
): NarrativeStatement {
  const id =
    entry.identifiers.find(({ system, value }) => system === documentIdSystem && isUuid(value))
      ?.value ?? scope.newId(documentIdSeed(scope.writtenId(entry.id)));
  return { ...writeNarrative(entry, scope, carry), reference: [writeReference(entry, id, scope)] };
}

/** The reference of a statement to a document. */
export function writeReference(entry: Document, id: string, scope: WriteScope): Reference {
  const [author] = entry.authors ?? [];
  const document: ExternalDocument = {
    classCode: "DOC",
    moodCode: "EVN",
    id: { root: id },
    code: entry.concept ? writeCoded(entry.concept) : originalTextDocument,
    text: writeContent(entry, scope),
    ...(entry.created && { effectiveTime: writeEffective(entry.created) }),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...(entry.setId !== undefined && isUuid(entry.setId) && { setId: { root: entry.setId } }),
    ...(entry.version !== undefined &&
      /^[+-]?\d+$/.test(entry.version) && { versionNumber: { value: entry.version } }),
    ...(author !== undefined && {
      author: (entry.authors ?? []).map((agent) => ({
        typeCode: "AUT",
        agentRef: writeAgentRef(agent, scope),
      })),
    }),
  };
  return { typeCode: "REFR", referredToExternalDocument: document };
}

function writeContent({ content }: Document, scope: WriteScope): ED {
  const uri = scope.contentUri(content);
  const { mediaType } = content;
  return {
    ...(mediaType === undefined ? unknownMedia : isToken(mediaType) && { mediaType }),
    reference: uri === undefined ? { nullFlavor: "UNK" } : { value: uri },
  };
}
