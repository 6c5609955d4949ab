/** Tables whose rows are notes about the patient: what their columns say stands in words, behind labels. */
export const noteTables = [
  ["SROnlineServices", "Online services"],
  ["SRPatientGroups", "Patient group"],
  ["SRRefusedOffer", "Refused offer"],
  ["SRPatientContactProperty", "Contact property"],
] as const;
