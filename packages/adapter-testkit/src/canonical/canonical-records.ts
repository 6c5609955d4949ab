import { administrativeSituations } from "./administrative-situations.ts";
import { canonicalRecordOf } from "./canonical-record.ts";
import type { CanonicalRecord } from "./canonical-record.ts";
import { clinicalSituations } from "./clinical-situations.ts";
import { codingSituations } from "./coding-situations.ts";
import { medicationSituations } from "./medication-situations.ts";
import { resultAndLetterSituations } from "./result-and-letter-situations.ts";

/** The canonical records: one small record for each clinical situation a translation goes wrong in. */
export const canonicalRecords: readonly CanonicalRecord[] = [
  ...clinicalSituations,
  ...codingSituations,
  ...medicationSituations,
  ...resultAndLetterSituations,
  ...administrativeSituations,
].map(canonicalRecordOf);
