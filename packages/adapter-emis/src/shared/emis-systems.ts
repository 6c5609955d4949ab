/** Code and identifier systems of EMIS's own that more than one of its formats has. */
export const emisSystems = {
  patient: "emis:patient",
  qualifier: "emis:qualifier",
  qualifierGroup: "emis:qualifier-group",
  registrationStatus: "emis:registration-status",
  patientType: "emis:patient-type",
  documentStore: "emis:document-store",
} as const;
