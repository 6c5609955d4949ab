export const formatId = "inps-csv";

/** Systems of identifiers and codes that only this format has. */
export const inpsSystems = {
  patient: "inps:patient",
  reference: "inps:reference",
  practiceNumber: "inps:practice-number",
  service: "inps:service",
  encounter: "inps:encounter",
  journal: "inps:journal",
  referral: "inps:referral",
  practice: "inps:practice",
  staff: "inps:staff",
  gpCode: "inps:gp-code",
  document: "inps:document",
  contract: "inps:contract",
  active: "inps:active",
  maritalStatus: "inps:marital-status",
  session: "inps:session",
  location: "inps:location",
  episode: "inps:episode",
  habit: "inps:habit",
  hcpType: "inps:hcp-type",
} as const;

/** Main specialties of the NHS Data Dictionary. */
export const mainSpecialty = "nhs-main-specialty";
