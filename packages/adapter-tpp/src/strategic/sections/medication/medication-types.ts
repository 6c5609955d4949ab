import type { Authorisation } from "@gp2gp/core";

/** The flags of medication that is recorded and was not issued here, and the type each stands for. */
export const medicationTypes = [
  ["IsOtherMedication", "Other medication"],
  ["IsDentalMedication", "Dental medication"],
  ["IsHospitalMedication", "Hospital medication"],
] as const;

/** The type of what an outpatient department supplied, which has a table of its own. */
export const outpatientType = "Outpatient medication";

/** Whether an authorisation is a template: prescriptions are issued by it again and again. */
export function isTemplate({ kind }: Authorisation): boolean {
  return kind === "repeat" || kind === "repeat-dispensing" || kind === "automatic";
}
