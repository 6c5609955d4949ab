import type { Issue, ReadContext, ReadResult, Source, SourcePart } from "@gp2gp/core";
import { parseXml, XmlReadError } from "@gp2gp/xml";
import type { XmlDocument } from "@gp2gp/xml";
import { detectHead } from "./detect-client-xml.ts";
import { DocumentParts } from "./reading/document-parts.ts";
import { findRecords } from "./reading/find-record.ts";
import { readRecord } from "./reading/read-record.ts";
import { issue } from "./tpp-client-xml-issues.ts";

const headLength = 4096;

/** Reads a source: the one part that is a record, and the documents it refers to. */
export async function readClientXml(source: Source, context: ReadContext): Promise<ReadResult> {
  context.signal?.throwIfAborted();
  const part = await partOfRecord(source, context);
  if (!part.ok) return part;
  const document = await parse(part.part, context);
  if (!document.ok) return document;
  const { root, notes } = document.document;
  const [record, ...others] = findRecords(root);
  if (!record) return failed(issue("record-not-found", { source: { part: part.part.name } }));
  if (others.length > 0)
    return failed(issue("records-several", { source: { part: part.part.name } }));
  const result = await readRecord({
    root,
    record,
    part: part.part.name,
    documents: new DocumentParts(source.parts.filter(({ name }) => name !== part.part.name)),
    context,
  });
  const odd = notes.map(({ code }) =>
    issue("encoding-odd", { source: { part: part.part.name }, detail: code }),
  );
  return result.ok ? { ...result, issues: [...odd, ...result.issues] } : result;
}

type Failed = Extract<ReadResult, { ok: false }>;
const failed = (...issues: readonly Issue[]): Failed => ({ ok: false, issues });

async function partOfRecord(
  { parts }: Source,
  { signal }: ReadContext,
): Promise<Failed | { readonly ok: true; readonly part: SourcePart }> {
  const [only, ...more] = parts;
  if (!only) return failed(issue("artefact-empty"));
  if (more.length === 0) return { ok: true, part: only };
  const records: SourcePart[] = [];
  for (const part of parts) {
    signal?.throwIfAborted();
    if (detectHead(await headOf(part)) !== "no") records.push(part);
  }
  const [first, second] = records;
  if (!first) return failed(issue("artefact-unrecognised"));
  if (second) return failed(issue("records-several", { source: { part: second.name } }));
  return { ok: true, part: first };
}

async function headOf(part: SourcePart): Promise<Uint8Array> {
  const head = new Uint8Array(headLength);
  let length = 0;
  for await (const bytes of part.open({ start: 0, end: headLength })) {
    const fitting = bytes.subarray(0, headLength - length);
    head.set(fitting, length);
    length += fitting.length;
    if (length === headLength) break;
  }
  return head.subarray(0, length);
}

async function parse(
  part: SourcePart,
  { signal }: ReadContext,
): Promise<Failed | { readonly ok: true; readonly document: XmlDocument }> {
  try {
    return { ok: true, document: await parseXml(part.open(), signal ? { signal } : {}) };
  } catch (error) {
    if (!(error instanceof XmlReadError)) throw error;
    const { code, line, column } = error;
    const about = { source: { part: part.name, line }, detail: { reason: code, column } };
    return failed(issue(issueOfXml(code), about));
  }
}

function issueOfXml(code: XmlReadError["code"]) {
  if (code === "empty") return "artefact-empty";
  if (code === "not-xml") return "artefact-unrecognised";
  return code.endsWith("-exceeded") || code.endsWith("-too-long")
    ? "artefact-too-large"
    : "artefact-malformed";
}
