import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The flags of medication that is recorded and was not issued here, and the type each stands for. */
export const medicationTypes = [
  ["IsOtherMedication", "Other medication"],
  ["IsDentalMedication", "Dental medication"],
  ["IsHospitalMedication", "Hospital medication"],
] as const;

/** The type of what an outpatient department supplied, which has a table of its own. */
export const outpatientType = "Outpatient medication";

/** Who ended a medication. */
export const endedByRole = codedAs(tppSystems.part, "ended-by", "Ended by");
