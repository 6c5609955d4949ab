import { emptyRecord, identifierSystems, issuesOf, sharedIssueKinds } from "@gp2gp/core";
import type { Issue, ReadContext, ReadResult, Source, SourcePart } from "@gp2gp/core";
import { readNarrative } from "./sections/narratives/read-narrative.ts";
import { firstLine, parseWire } from "./wire/acme-records-wire.ts";

const issue = issuesOf(sharedIssueKinds);

/** More than any record of the format, and little enough to hold. */
const mostBytes = 64_000_000;

/** Reads an artefact: its text, what it says, what that is in the record. */
export async function readAcmeRecords(
  { parts: [part] }: Source,
  context: ReadContext,
): Promise<ReadResult> {
  context.signal?.throwIfAborted();
  if (!part) return { ok: false, issues: [issue("artefact-empty")] };
  const text = await textOf(part, context.signal);
  if (typeof text !== "string") return { ok: false, issues: [text] };
  const wire = parseWire(text);
  if (!wire)
    return { ok: false, issues: [issue("artefact-malformed", { source: { part: part.name } })] };
  const patient = { identifiers: [{ system: identifierSystems.nhsNumber, value: wire.nhsNumber }] };
  const record = emptyRecord(patient, { format: "acme-records" });
  for (const [place, note] of wire.notes.entries()) {
    const about = { patient: wire.nhsNumber, place, part: part.name };
    record.narratives.push(readNarrative(note, about, context));
  }
  return { ok: true, record, issues: [] };
}

/** The text of a part, given up at the first sign that it is none of the format. */
async function textOf(part: SourcePart, signal: AbortSignal | undefined): Promise<string | Issue> {
  const source = { part: part.name };
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for await (const chunk of part.open()) {
      signal?.throwIfAborted();
      text += decoder.decode(chunk, { stream: true });
      if (!text.startsWith(firstLine.slice(0, text.length)))
        return issue("artefact-unrecognised", { source });
      if (text.length > mostBytes) return issue("artefact-too-large", { source });
    }
    signal?.throwIfAborted();
    text += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && signal?.aborted !== true)
      return issue("artefact-malformed", { source });
    throw error;
  }
  return text === "" ? issue("artefact-empty", { source }) : text;
}
