import type { Coverage } from "@gp2gp/core";

/** What the format answers for, section by section. What it cannot hold structurally it carries as text. */
export const tppClientXmlCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "One name and a known-as name, one address, five numbers. More is carried.",
  },
  extraction: { read: "full", write: "partial", note: "Ids and sender of the message." },
  registrations: {
    read: "full",
    write: "partial",
    note: "The current one stands in the demographics; others are carried.",
  },
  agents: {
    read: "full",
    write: "partial",
    note: "Users and sites with all the format demands, and whoever is only named. Others are carried.",
  },
  contacts: { read: "full", write: "partial", note: "Relationships on the format's list." },
  consultations: {
    read: "full",
    write: "partial",
    note: "Events: time, user, place and method. Types of consultation are carried.",
  },
  groups: { read: "none", write: "partial", note: "The format has no headings: carried." },
  problems: {
    read: "full",
    write: "partial",
    note: "Severity and end date on the code that names it, links by uid. Without significance carried.",
  },
  observations: {
    read: "full",
    write: "partial",
    note: "Codes with value, unit and text. Ranges, comparators and negation are carried; composites are split.",
  },
  allergies: {
    read: "full",
    write: "partial",
    note: "Codes with the flag, sensitivities. Reactions and certainty are carried.",
  },
  authorisations: {
    read: "full",
    write: "partial",
    note: "Repeat templates with all the format demands; others become a code with text.",
  },
  issues: {
    read: "full",
    write: "partial",
    note: "Medication with all the format demands; other issues become a code with text.",
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
    note: "Vaccinations by name, batch and part; coded ones become a code with text.",
  },
  testRequests: { read: "none", write: "partial", note: "Not in the format: a code with text." },
  testReports: {
    read: "full",
    write: "partial",
    note: "Headers of filed reports; others become a code with text or a narrative.",
  },
  referrals: {
    read: "none",
    write: "partial",
    note: "Only referred to in the format: a code with text.",
  },
  plans: { read: "full", write: "partial", note: "Recalls; other plans become a code with text." },
  carePlans: { read: "full", write: "partial", note: "Care plans and plans with the patient." },
  narratives: { read: "full", write: "full" },
  documents: {
    read: "full",
    write: "partial",
    note: "Letters and attachments; bytes stand as files beside the record.",
  },
  alerts: { read: "full", write: "partial", note: "Reminders that have a severity." },
  appointmentsAndTasks: {
    read: "full",
    write: "partial",
    note: "Appointments, visits, tasks and activities with all the format demands.",
  },
  questionnaires: { read: "none", write: "partial", note: "Not in the format: carried." },
  links: {
    read: "partial",
    write: "partial",
    note: "Of events to referrals and to problems that are not there. Others are carried.",
  },
  residue: {
    read: "full",
    write: "partial",
    note: "What the record has no place for goes back to where it stood; that of other formats is kept in words if clinical.",
  },
};
