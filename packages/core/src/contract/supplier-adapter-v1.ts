import type { FormatId } from "../record/entry.ts";
import type { PatientRecord, RecordSection } from "../record/patient-record.ts";
import type { Identifier } from "../values/identifier.ts";
import type { Artefact, Source } from "./artefact.ts";
import type { ReadContext, WriteContext } from "./context.ts";
import type { Issue } from "./issue.ts";
import type { Loss } from "./loss.ts";

/** The maker of a clinical system: emis, tpp, inps, or gp2gp for the wire format all share. */
export type SupplierId = string;

export type Fidelity = "full" | "partial" | "none";
/** How a format answers for one section of the record, in both directions. */
export interface SectionCoverage {
  readonly read: Fidelity;
  readonly write: Fidelity;
  readonly note?: string;
}
export type Coverage = Readonly<Record<RecordSection, SectionCoverage>>;

export interface ArtefactFormat {
  /** As people name it: EMIS Open MedicalRecord. */
  readonly name: string;
  /** Versions it can write, the default first; it reads all of them. */
  readonly versions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** File name extension of a one-file format, with the dot; absent for a folder of files. */
  readonly extension?: string;
  readonly patients: "one" | "many";
  /** Code systems it can hold, its native one first. */
  readonly codeSystems: readonly string[];
}

/** What `detect` may look at: names, sizes, and at least the first 4 KB (or all) of each part. */
export interface SourcePeek {
  readonly parts: readonly {
    readonly name: string;
    readonly size?: number;
    readonly head: Uint8Array;
  }[];
}

/** A patient of a source with many, by its own identifiers. */
export interface PatientKey {
  readonly identifiers: readonly Identifier[];
}

/** A damaged source is a value: `ok: false` with the issues found so far. */
export type ReadResult =
  | { readonly ok: true; readonly record: PatientRecord; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** `losses` is final: writing has looked at all content, though parts are lazy. */
export type WriteResult =
  | {
      readonly ok: true;
      readonly artefact: Artefact;
      readonly issues: readonly Issue[];
      readonly losses: readonly Loss[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * One supplier's one format. A pure translation: no I/O but its source and content port, nothing kept
 * between calls, clock, ids and terminology from the context. Damaged input is a value, a bug throws,
 * an aborted call rejects with the signal's reason.
 */
export interface SupplierAdapterV1 {
  readonly specificationVersion: "v1";
  /** `<supplier>-<format>`, such as `emis-open`. */
  readonly id: FormatId;
  readonly supplier: SupplierId;
  readonly format: ArtefactFormat;
  readonly coverage: Coverage;
  /** Whether a source looks like this format. Never throws. */
  detect(peek: SourcePeek): "yes" | "maybe" | "no";
  /** Reads a source of one patient. */
  read?(source: Source, context: ReadContext): Promise<ReadResult>;
  /** Reads each patient of a source; one that cannot be read is one failed result, and the next follows. */
  readEach?(
    source: Source,
    context: ReadContext,
  ): AsyncIterable<{ readonly patient?: PatientKey; readonly result: ReadResult }>;
  write?(record: PatientRecord, context: WriteContext): Promise<WriteResult>;
}
