import type { Issue, PatientReading, ReadContext, Source, SourcePart } from "@gp2gp/core";
import type { BoundPart } from "../bundle/bound-part.ts";
import { patientBatches } from "../bundle/patient-batches.ts";
import { indexPatients } from "../bundle/patient-index.ts";
import type { IndexedPatient } from "../bundle/patient-index.ts";
import { readSharedRows } from "../bundle/shared-rows.ts";
import { SourceFault } from "../source-fault.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { issue } from "../tabular-issues.ts";
import { readPatient } from "./read-patient.ts";
import type { SourceOfPatients } from "./read-patient.ts";

/** How many bytes of rows are held in memory. */
export interface MemoryLimits {
  /** Of a source no larger than this all of it, so that it is read once. */
  readonly keepBytes: number;
  /** Of a larger one the rows of as many patients as fit. */
  readonly batchBytes: number;
  /** A patient with more is not read. */
  readonly patientBytes: number;
}

const defaultLimits: MemoryLimits = {
  keepBytes: 16_000_000,
  batchBytes: 16_000_000,
  patientBytes: 256_000_000,
};

/**
 * Reads every patient of a source of tables, one after the other. The source is gone through once to see
 * who is there, and once more for the rows of a few patients at a time, so that memory stays bounded
 * however many there are.
 */
export async function* readTabular(
  format: TabularFormat,
  source: Source,
  context: ReadContext,
  limits: MemoryLimits = defaultLimits,
): AsyncIterable<PatientReading> {
  context.signal?.throwIfAborted();
  try {
    yield* readPatients(format, source, context, limits);
  } catch (fault) {
    if (!(fault instanceof SourceFault)) throw fault;
    yield { result: { ok: false, issues: [fault.issue] } };
  }
}

async function* readPatients(
  format: TabularFormat,
  source: Source,
  context: ReadContext,
  limits: MemoryLimits,
): AsyncIterable<PatientReading> {
  const { bound, others } = await bindParts(format, source, context);
  const options = {
    patientTable: format.patientTable,
    patientKey: (cell: string) => format.patientKey?.(cell) ?? cell,
    keepBytes: limits.keepBytes,
    signal: context.signal,
  };
  const index = await indexPatients(bound, options);
  const { referenced } = index;
  const { tables } = format;
  const shared = await readSharedRows(bound, { tables, referenced, signal: context.signal });
  const documents = new Map(others.map((part) => [referenceOf(part), part]));
  const extraction = { format: format.id, ...format.describe?.(bound) };
  const about: SourceOfPatients = { format, shared, documents, context, extraction };
  const all = [...index.patients.values()];
  const present = all.filter((patient) => !hasDeparted(patient));
  const departed = all.length - present.length;
  // What is said of the source as a whole is said with every patient: each reading stands for itself.
  const ofSource: readonly Issue[] = [
    ...bound.flatMap(({ issues }) => issues),
    ...others.filter(isStray).map(({ name }) => issue("part-unread", { source: { part: name } })),
    ...index.issues,
    ...shared.issues,
    ...(departed > 0 ? [issue("patient-departed", { detail: { patients: departed } })] : []),
  ];
  const withIssues = ({ patient, result }: PatientReading): PatientReading => ({
    ...(patient && { patient }),
    result: { ...result, issues: [...ofSource, ...result.issues] },
  });
  const readable: IndexedPatient[] = [];
  for (const patient of present) {
    if (!isWanted(patient, about)) continue;
    const failure = failureOf(patient, about, limits);
    if (failure) yield withIssues(failure);
    else readable.push(patient);
  }
  if (index.isWhole)
    for (const patient of readable)
      yield withIssues(await readPatient(patient, patient.rows, about));
  else
    for await (const batch of patientBatches(readable, bound, options, limits.batchBytes))
      for (const [patient, rows] of batch)
        yield withIssues(await readPatient(patient, rows, about));
}

async function bindParts(
  format: TabularFormat,
  { parts }: Source,
  { options, signal }: ReadContext,
): Promise<{ readonly bound: readonly BoundPart[]; readonly others: readonly SourcePart[] }> {
  if (parts.length === 0) throw new SourceFault(issue("artefact-empty"));
  const bound: BoundPart[] = [];
  const others: SourcePart[] = [];
  for (const part of parts) {
    signal?.throwIfAborted();
    const one = await format.bind(part, { parts, options, signal });
    if (one) bound.push(...[one].flat());
    else others.push(part);
  }
  if (bound.length === 0) throw new SourceFault(issue("artefact-unrecognised"));
  if (!bound.some(({ table }) => table.name === format.patientTable))
    throw new SourceFault(issue("table-missing", { detail: { table: format.patientTable } }));
  return { bound, others };
}

/** The name rows refer to a document by: that of its file, without folder and ending. */
function referenceOf({ name }: SourcePart): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\.[A-Za-z0-9]{1,8}$/, "");
}

/** Whether a part is neither a table nor in the folder where documents stand. */
function isStray({ name }: SourcePart): boolean {
  return !/(^|\/)documents\//.test(name);
}

function isWanted({ row }: IndexedPatient, { format, context }: SourceOfPatients) {
  const { only } = context;
  if (only === undefined) return true;
  const own = row ? format.identifiersOf(row, context) : [];
  return own.some(({ system, value }) =>
    only.some((one) => one.system === system && one.value === value),
  );
}

/** Whether nothing is left of a patient but rows that stay behind: appointments, of which a practice keeps account. */
function hasDeparted({ row, spans }: IndexedPatient): boolean {
  return !row && [...spans.keys()].every(({ table }) => table.outlivesPatient === true);
}

/** The reading of a patient who cannot be read; the next follows. */
function failureOf(
  { row, bytes, issues }: IndexedPatient,
  { format, context }: SourceOfPatients,
  { patientBytes }: MemoryLimits,
): PatientReading | undefined {
  const refused = row && format.refuse?.(row);
  if (row && bytes <= patientBytes && refused === undefined) return undefined;
  const code = refused ?? (row ? "patient-too-large" : "patient-row-missing");
  return {
    ...(row && { patient: { identifiers: format.identifiersOf(row, context) } }),
    result: { ok: false, issues: [...issues, issue(code)] },
  };
}
