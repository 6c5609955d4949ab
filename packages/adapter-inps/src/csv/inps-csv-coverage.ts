import type { Coverage } from "@gp2gp/core";

/** What the format answers for, section by section. What it cannot hold structurally it carries as text. */
export const inpsCsvCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "One name, one address, three numbers. More is carried.",
  },
  extraction: {
    read: "full",
    write: "partial",
    note: "Practice, service and moment, in the names of the files and in SERVICE_ID.",
  },
  registrations: {
    read: "full",
    write: "partial",
    note: "The current one stands in the row of the patient; others are carried.",
  },
  agents: {
    read: "full",
    write: "partial",
    note: "Staff rows refer to, the practice, units referred to. Others are carried.",
  },
  contacts: { read: "none", write: "partial", note: "Not in the format: carried." },
  consultations: {
    read: "full",
    write: "partial",
    note: "Encounters: time, clinician, session, place, duration. Words are carried.",
  },
  groups: {
    read: "partial",
    write: "partial",
    note: "Compound vaccines. The format has no headings: those are carried.",
  },
  problems: {
    read: "full",
    write: "partial",
    note: "SUBSET P on the entry that names it, end date, links. Significance and hierarchy are carried.",
  },
  observations: {
    read: "full",
    write: "partial",
    note: "Codes with one or two values. Comparators, ranges, negation and relatives are carried.",
  },
  allergies: {
    read: "full",
    write: "partial",
    note: "Severity, certainty, the drug by dm+d or BNF. Reactions are carried.",
  },
  authorisations: {
    read: "full",
    write: "partial",
    note: "Acute and repeat. Suspended ones, and ones over on no known day, become a code with text.",
  },
  issues: {
    read: "full",
    write: "partial",
    note: "Issues of repeats; the course is inferred. Issues of acute courses stand in the row of the course, or become a code with text.",
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
    note: "Given, refused, advised; compounds, batch, site, method, reason. Dose and maker are carried.",
  },
  testRequests: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  testReports: {
    read: "none",
    write: "partial",
    note: "Results have rows; the report is a code with text.",
  },
  referrals: {
    read: "full",
    write: "partial",
    note: "Type, specialty, unit, consultant, contract. Reason, urgency and words are carried.",
  },
  plans: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  carePlans: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  narratives: { read: "full", write: "full" },
  documents: {
    read: "full",
    write: "partial",
    note: "Letters and attachments by DOCUMENT_ID; bytes stand as files beside the rows.",
  },
  alerts: { read: "none", write: "partial", note: "Not in the format: carried." },
  appointmentsAndTasks: { read: "none", write: "partial", note: "Not in the format: carried." },
  questionnaires: { read: "none", write: "partial", note: "Not in the format: carried." },
  links: {
    read: "partial",
    write: "partial",
    note: "To further encounters and to what is not in the extract. Others are carried.",
  },
  residue: {
    read: "full",
    write: "partial",
    note: "Rows that are no facts go home as they came; clinical residue of other formats is kept in words.",
  },
};
