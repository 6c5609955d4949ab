import type { Coverage } from "@gp2gp/core";

/** What the format answers for, section by section. What it cannot hold structurally it carries as text. */
export const tppSrCsvCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "Two names, addresses and numbers with their history. Ethnicity, marital status and language have no columns: carried.",
  },
  extraction: { read: "full", write: "partial", note: "The manifest: when and of what." },
  registrations: {
    read: "full",
    write: "partial",
    note: "Registrations with units, and practices with their GP. The GP of a registration that has a type is carried.",
  },
  agents: {
    read: "full",
    write: "partial",
    note: "Staff in profiles, teams, organisations, branches, the address book. A name is one text; devices stand in words.",
  },
  contacts: {
    read: "full",
    write: "partial",
    note: "Relationships: one address, five ways to reach. A name is one text.",
  },
  consultations: {
    read: "full",
    write: "partial",
    note: "Events: time, staff, place, method. Types of consultation are carried.",
  },
  groups: { read: "none", write: "partial", note: "The format has no headings: carried." },
  problems: {
    read: "full",
    write: "partial",
    note: "Over a coded entry, with severity and dates. Links have no columns: carried. One that ended nobody knows when stands in words.",
  },
  observations: {
    read: "full",
    write: "partial",
    note: "Codes with number, unit and comparator; a blood pressure as two readings. Other values and ranges are carried.",
  },
  allergies: {
    read: "full",
    write: "partial",
    note: "Sensitivities to products and groups of Multilex; others are coded entries. Reactions are carried.",
  },
  authorisations: {
    read: "full",
    write: "partial",
    note: "Repeat templates; an acute one that nothing was issued by as medication recorded; others as a code with text.",
  },
  issues: {
    read: "full",
    write: "partial",
    note: "Medication with drug, dose, quantity, dates and template. Method and number are carried.",
  },
  dispenses: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  discontinuations: {
    read: "none",
    write: "partial",
    note: "Not in the format but as end dates: a code with text.",
  },
  immunisations: {
    read: "full",
    write: "partial",
    note: "Given, refused and consented to. One advised or not given is a code with text.",
  },
  testRequests: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  testReports: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  referrals: {
    read: "full",
    write: "partial",
    note: "Out and in, with their statuses. Reasons by code, services by words; a concept is carried.",
  },
  plans: { read: "full", write: "partial", note: "Recalls, by words: their codes are carried." },
  carePlans: {
    read: "full",
    write: "partial",
    note: "Goals with one action plan, and needs; other plans stand in words.",
  },
  narratives: { read: "full", write: "full" },
  documents: {
    read: "full",
    write: "partial",
    note: "Media with their bytes as files, letters without. Titles are carried.",
  },
  alerts: {
    read: "full",
    write: "partial",
    note: "Special notes, and those at risk. Severity and where to show are carried.",
  },
  appointmentsAndTasks: {
    read: "full",
    write: "partial",
    note: "Appointments, visits, and notes of practice business; tasks and activities stand in words.",
  },
  questionnaires: {
    read: "full",
    write: "partial",
    note: "Answers as free text that names its question. Entries of answers are carried.",
  },
  links: {
    read: "partial",
    write: "partial",
    note: "Of events to appointments, visits and referrals. Other links are carried.",
  },
  residue: {
    read: "full",
    write: "partial",
    note: "Rows go back as they came; those of other formats are kept in words if clinical.",
  },
};
