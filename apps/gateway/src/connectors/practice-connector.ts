import type { Artefact, FormatId, Issue, PatientRecord, ReadContext } from "@gp2gp/core";

/** What a practice's system gives when it is asked for a patient's record. */
export type FoundRecord =
  | {
      readonly outcome: "found";
      readonly record: PatientRecord;
      readonly format: FormatId;
      readonly issues: readonly Issue[];
    }
  /** The practice has no record of the patient. */
  | { readonly outcome: "absent" }
  /** There is one, but it cannot be read. */
  | { readonly outcome: "unreadable"; readonly issues: readonly Issue[] };

/** A document that stands in a practice's system. */
export interface FiledDocument {
  readonly name: string;
  /** Where it is, in the words of the practice's system: for a folder, the path. */
  readonly path: string;
  readonly bytes: number;
}

/** The way to the system of one practice. Every call may be repeated after a crash and must do no harm then. */
export interface PracticeConnector {
  /** Finds the newest record of a patient. Rejects when the system cannot be reached; the call is then repeated. */
  findRecord(nhsNumber: string, context: Omit<ReadContext, "only">): Promise<FoundRecord>;
  /**
   * Files a record, whole and once: where a transfer was filed before, nothing is written and what stands
   * there is answered. Rejects when the system cannot be reached; the call is then repeated.
   */
  file(transferId: string, artefact: Artefact): Promise<readonly FiledDocument[]>;
}
