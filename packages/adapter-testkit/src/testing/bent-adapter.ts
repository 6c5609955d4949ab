import type { Loss, PatientRecord, ReadResult, SupplierAdapterV1 } from "@gp2gp/core";
import type { LawName } from "../kit/law.ts";
import { testkitJsonAdapter as honest } from "./testkit-json-adapter.ts";

/** A sin of an adapter, and the law that must catch it. */
export interface Sin {
  readonly law: LawName;
  readonly name: string;
  /** Words of the finding that names it. */
  readonly found: RegExp;
  readonly adapter: SupplierAdapterV1;
}

const noLosses: readonly Loss[] = [];

/** The honest adapter with its results of reading changed. */
export function reading(change: (result: ReadResult) => ReadResult): SupplierAdapterV1 {
  return {
    ...honest,
    async *readEach(source, context) {
      for await (const one of honest.readEach?.(source, context) ?? [])
        yield { ...one, result: change(one.result) };
    },
  };
}

/** The honest adapter that reads another record than the one that is there. */
export function readingRecord(change: (record: PatientRecord) => PatientRecord): SupplierAdapterV1 {
  return reading((result) => (result.ok ? { ...result, record: change(result.record) } : result));
}

/** The honest adapter that writes another record than the one it is given. */
export function writing(
  change: (record: PatientRecord) => PatientRecord,
  losses: readonly Loss[] = noLosses,
): SupplierAdapterV1 {
  return {
    ...honest,
    async write(record, context) {
      const result = await honest.write?.(change(record), context);
      return result?.ok ? { ...result, losses } : { ok: false, issues: [] };
    },
  };
}

/** The record with every observation changed. */
export function observations(
  record: PatientRecord,
  change: (one: PatientRecord["observations"][number]) => PatientRecord["observations"][number],
): PatientRecord {
  return { ...record, observations: record.observations.map(change) };
}

export const loss = (changes: Partial<Loss>): Loss => ({
  type: "dropped",
  record: "/patient/identifiers/0/value",
  section: "patient",
  reason: "no-place",
  ...changes,
});
