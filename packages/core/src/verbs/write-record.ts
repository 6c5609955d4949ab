import { AdapterMisuseError } from "../contract/adapter-misuse-error.ts";
import type { WriteContext } from "../contract/context.ts";
import type { SupplierAdapterV1, WriteResult } from "../contract/supplier-adapter-v1.ts";
import { issuesOf, sharedIssueKinds } from "../contract/issue.ts";
import { withDemographics } from "../record/demographics.ts";
import type { PatientRecord } from "../record/patient-record.ts";

const issue = issuesOf(sharedIssueKinds);

/**
 * Writes a record in an adapter's format. Demographics of the context fill what the record's patient
 * lacks and change nothing it has; those of another person fail the call (`patient-mismatch`). Rejects with AdapterMisuseError when the adapter cannot write, or
 * not that version.
 */
export async function writeRecord(
  adapter: SupplierAdapterV1,
  record: PatientRecord,
  context: WriteContext,
): Promise<WriteResult> {
  context.signal?.throwIfAborted();
  if (!adapter.write)
    throw new AdapterMisuseError(
      "cannot-write",
      adapter.id,
      "this format can be read but not written",
    );
  const { formatVersion } = context;
  if (formatVersion !== undefined && !adapter.format.versions.includes(formatVersion)) {
    throw new AdapterMisuseError(
      "version-unknown",
      adapter.id,
      `known versions are ${adapter.format.versions.join(", ")}`,
    );
  }
  const patient = context.demographics
    ? withDemographics(record.patient, context.demographics)
    : record.patient;
  if (!patient) return { ok: false, issues: [issue("patient-mismatch")] };
  const result = await adapter.write({ ...record, patient }, context);
  context.signal?.throwIfAborted();
  return result;
}
