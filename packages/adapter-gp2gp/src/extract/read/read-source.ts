import type { Issue, ReadContext, ReadResult, Source } from "@gp2gp/core";
import { Hl7MessageError, parseEhrExtractMessage } from "@gp2gp/hl7v3";
import type { ParsedExtract } from "@gp2gp/hl7v3";
import { XmlReadError, parseXml } from "@gp2gp/xml";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { extractPartOf } from "./extract-source.ts";
import { readExtract, scanOf } from "./read-extract.ts";
import { storeContents } from "./store-contents.ts";

/** Reads an EHR Extract, whatever stands around it, with the documents that came along. */
export async function readExtractSource(source: Source, context: ReadContext): Promise<ReadResult> {
  context.signal?.throwIfAborted();
  const part = await extractPartOf(source);
  if (!part) return { ok: false, issues: [issue("artefact-empty")] };
  let parsed: ParsedExtract;
  try {
    const { signal } = context;
    parsed = parseEhrExtractMessage(await parseXml(part.open(), signal ? { signal } : {}));
  } catch (error) {
    context.signal?.throwIfAborted();
    const found = issueOfError(error, part.name);
    if (found) return { ok: false, issues: [found] };
    throw error;
  }
  const scan = scanOf(parsed);
  const { stored, issues } = await storeContents(scan.contentUris, part, source, context);
  const read = readExtract(parsed, scan, stored, part.name, context);
  context.signal?.throwIfAborted();
  return { ok: true, record: read.record, issues: [...issues, ...read.issues] };
}

function issueOfError(error: unknown, part: string): Issue | undefined {
  if (error instanceof Hl7MessageError) return issue("artefact-unrecognised", { source: { part } });
  if (!(error instanceof XmlReadError)) return undefined;
  const source = { part, line: error.line };
  if (error.code === "empty") return issue("artefact-empty", { source: { part } });
  const detail = error.code;
  if (error.code.endsWith("-exceeded") || error.code.endsWith("-too-long"))
    return issue("artefact-too-large", { source, detail });
  if (error.code === "not-xml") return issue("artefact-unrecognised", { source, detail });
  return issue("artefact-malformed", { source, detail });
}
