import { absenceReasonSchema } from "@gp2gp/core";
import type { AbsenceReason } from "@gp2gp/core";

const reasons: ReadonlySet<string> = new Set(absenceReasonSchema.options);
/** The null flavours the data type schema of GP2GP messages allows. */
const writable: ReadonlySet<string> = new Set([
  "NI",
  "NA",
  "UNK",
  "NASK",
  "ASKU",
  "NAV",
  "OTH",
  "PINF",
  "NINF",
]);

/** The reason a null flavour gives, where it is a known one. */
export function readAbsence(nullFlavor: string | undefined): AbsenceReason | undefined {
  return nullFlavor !== undefined && reasons.has(nullFlavor)
    ? (nullFlavor as AbsenceReason)
    : undefined;
}

/** The null flavour for a reason, where the message can say it. */
export function writeAbsence(reason: AbsenceReason | undefined): string | undefined {
  return reason !== undefined && writable.has(reason) ? reason : undefined;
}
