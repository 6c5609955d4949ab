import { AdapterMisuseError } from "../contract/adapter-misuse-error.ts";
import type { Source } from "../contract/artefact.ts";
import type { ReadContext } from "../contract/context.ts";
import type { PatientKey, ReadResult, SupplierAdapterV1 } from "../contract/supplier-adapter-v1.ts";

export interface PatientReading {
  readonly patient?: PatientKey;
  readonly result: ReadResult;
}

/**
 * Reads every patient of a source, one after the other, whether the format holds one or many.
 * Rejects with the signal's reason when aborted, and with AdapterMisuseError when the adapter cannot read.
 */
export async function* readRecords(
  adapter: SupplierAdapterV1,
  source: Source,
  context: ReadContext,
): AsyncIterable<PatientReading> {
  context.signal?.throwIfAborted();
  if (adapter.readEach) {
    for await (const reading of adapter.readEach(source, context)) {
      context.signal?.throwIfAborted();
      yield reading;
    }
    return;
  }
  if (!adapter.read)
    throw new AdapterMisuseError(
      "cannot-read",
      adapter.id,
      "this format can be written but not read",
    );
  const result = await adapter.read(source, context);
  context.signal?.throwIfAborted();
  yield result.ok
    ? { patient: { identifiers: result.record.patient.identifiers }, result }
    : { result };
}
