import type { RecordPath } from "../record/residue.ts";
import type { RecordSection } from "../record/patient-record.ts";
import type { Coding } from "../values/coded.ts";

/** Why a fact is not where the target would structurally have it. */
export type LossReason =
  | "no-place"
  | "no-code-map"
  | "code-translated"
  | "value-not-representable"
  | "precision-not-representable"
  | "too-long"
  | "confidential"
  | "other-supplier-data"
  | "invalid-in-target"
  | "merged";

/** Where in the written artefact the fact is carried instead. */
export interface ArtefactLocation {
  readonly part: string;
  readonly pointer?: string;
  readonly as: "text" | "narrative" | "degraded-code" | "translation";
}

/**
 * One fact, or one subtree of facts, that the target does not hold structurally. `degraded`: carried
 * as text or a stand-in code; `translated`: another code, original kept; `withheld`: by policy;
 * `dropped`: gone, the last resort.
 */
export interface Loss {
  readonly type: "dropped" | "degraded" | "translated" | "withheld";
  readonly record: RecordPath;
  readonly section: RecordSection;
  readonly reason: LossReason;
  readonly carriedAs?: ArtefactLocation;
  readonly from?: Coding;
  readonly to?: Coding;
  readonly assured?: boolean | "unknown";
  /** The receiver must not prescribe until the entry is coded again: a drug allergy went as a stand-in. */
  readonly blocksPrescribing?: true;
}
