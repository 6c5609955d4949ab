import { identifierSystems, readRecords } from "@gp2gp/core";
import type { FormatId, ReadContext, ReadResult, Source, SupplierAdapterV1 } from "@gp2gp/core";
import { SourceError, openSources } from "@gp2gp/files";
import type { FormatRegistry, SourceGroup } from "@gp2gp/files";
import { ConnectorError } from "./connector-error.ts";
import { mentionedNumbers } from "./mentioned-numbers.ts";
import type { OutboxIndex } from "./outbox-index.ts";
import type { FoundRecord } from "./practice-connector.ts";

/** An export changed less than this ago may still be being written. */
const settlingMilliseconds = 10_000;

export interface ExportSearch {
  readonly outbox: OutboxIndex;
  /** The format the practice is known to export, which decides where a file could be of several. */
  readonly format: FormatId;
  readonly formats: FormatRegistry;
  readonly nhsNumber: string;
  readonly context: Omit<ReadContext, "only">;
}

/**
 * Finds the newest export of a patient among the files, folders and archives of an outbox. The newest
 * that names the patient counts: where it cannot be read, an older one is not given in its place.
 */
export async function findExport(search: ExportSearch): Promise<FoundRecord> {
  const { outbox, nhsNumber, context } = search;
  for (const { path, modified } of await outbox.candidates(nhsNumber, context.signal)) {
    context.signal?.throwIfAborted();
    const found = await findIn(path, search);
    if (found.outcome === "absent") continue;
    if (found.outcome === "unreadable" && Date.now() - modified < settlingMilliseconds)
      throw new ConnectorError("export-incomplete");
    return found;
  }
  return { outcome: "absent" };
}

async function findIn(path: string, search: ExportSearch): Promise<FoundRecord> {
  const { formats, nhsNumber, context } = search;
  try {
    await using opened = await openSources(path, formats, {
      ...(context.signal && { signal: context.signal }),
    });
    for (const group of opened.groups) {
      const adapter = adapterFor(group, search);
      if (!adapter) continue;
      if (opened.groups.length > 1) {
        const mentioned = await mentionedNumbers(group.source, context.signal);
        if (mentioned && !mentioned.has(nhsNumber)) continue;
      }
      const found = await readPatient(adapter, group.source, search);
      if (found.outcome !== "absent") return found;
    }
  } catch (error) {
    // What cannot be opened is no export: a damaged archive, a pipe. What it holds is not known.
    if (!(error instanceof SourceError)) throw error;
  }
  return { outcome: "absent" };
}

function adapterFor(
  { detection }: SourceGroup,
  { format, formats }: ExportSearch,
): SupplierAdapterV1 | undefined {
  if (detection.outcome === "found") return detection.adapter;
  return detection.outcome === "ambiguous" && detection.candidates.includes(format)
    ? formats.get(format)
    : undefined;
}

async function readPatient(
  adapter: SupplierAdapterV1,
  source: Source,
  { nhsNumber, context }: ExportSearch,
): Promise<FoundRecord> {
  const only = [{ system: identifierSystems.nhsNumber, value: nhsNumber }];
  let failed: Extract<ReadResult, { ok: false }> | undefined;
  for await (const { result } of readRecords(adapter, source, { ...context, only })) {
    if (!result.ok) failed ??= result;
    else if (isOf(result.record.patient.identifiers, nhsNumber))
      return {
        outcome: "found",
        record: result.record,
        format: adapter.id,
        issues: result.issues,
      };
  }
  return failed ? { outcome: "unreadable", issues: failed.issues } : { outcome: "absent" };
}

function isOf(identifiers: readonly { system: string; value: string }[], nhsNumber: string) {
  return identifiers.some(
    ({ system, value }) =>
      system === identifierSystems.nhsNumber && value.replaceAll(/[ -]/g, "") === nhsNumber,
  );
}
