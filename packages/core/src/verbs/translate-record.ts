import type { Artefact, Source } from "../contract/artefact.ts";
import type { ReadContext, WriteContext } from "../contract/context.ts";
import type { Issue } from "../contract/issue.ts";
import type { Loss } from "../contract/loss.ts";
import type { PatientKey, SupplierAdapterV1 } from "../contract/supplier-adapter-v1.ts";
import type { PatientRecord } from "../record/patient-record.ts";
import { readRecords } from "./read-records.ts";
import { writeRecord } from "./write-record.ts";

export interface TranslateOptions {
  readonly from: SupplierAdapterV1;
  readonly to: SupplierAdapterV1;
  readonly read: ReadContext;
  readonly write: WriteContext;
}

/** One patient translated; `issues` are those of reading, then those of writing. */
export type Translation = { readonly patient?: PatientKey; readonly issues: readonly Issue[] } & (
  | {
      readonly ok: true;
      readonly record: PatientRecord;
      readonly artefact: Artefact;
      readonly losses: readonly Loss[];
    }
  | { readonly ok: false }
);

/** Reads every patient of a source in one format and writes each in another. */
export async function* translateRecord(
  source: Source,
  { from, to, read, write }: TranslateOptions,
): AsyncIterable<Translation> {
  for await (const { patient, result } of readRecords(from, source, read)) {
    const about = patient ? { patient } : {};
    if (!result.ok) {
      yield { ...about, ok: false, issues: result.issues };
      continue;
    }
    const written = await writeRecord(to, result.record, write);
    const issues = [...result.issues, ...written.issues];
    if (written.ok)
      yield {
        ...about,
        ok: true,
        record: result.record,
        artefact: written.artefact,
        losses: written.losses,
        issues,
      };
    else yield { ...about, ok: false, issues };
  }
}
