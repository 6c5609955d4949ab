import { patientSchema } from "./patient.ts";
import type { Patient } from "./patient.ts";

/** Demographics as users give them: a patient without the places of a source. */
export const demographicsSchema = patientSchema.omit({ source: true, supplierData: true }).meta({
  id: "Demographics",
  title: "Demographics",
  description:
    "What is known of the patient beside the record, for records that name the patient by NHS number alone.",
});

/**
 * A patient with what the record lacks filled from demographics; nothing the record says is changed.
 * Undefined when both name an identifier of the same system with different values: another person.
 */
export function withDemographics(patient: Patient, demographics: Patient): Patient | undefined {
  for (const { system, value } of demographics.identifiers) {
    if (patient.identifiers.some((known) => known.system === system && known.value !== value))
      return undefined;
  }
  const more = demographics.identifiers.filter(
    ({ system }) => !patient.identifiers.some((known) => known.system === system),
  );
  return { ...demographics, ...patient, identifiers: [...patient.identifiers, ...more] };
}
