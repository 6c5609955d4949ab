import type { Coverage } from "@gp2gp/core";

/** How EMIS Open holds each section. What is partly held is carried in the text of its entry, and comes back. */
export const emisOpenCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "One usual name, one address and one number of each kind; others stand in custom registration fields.",
  },
  extraction: {
    read: "partial",
    write: "partial",
    note: "Creation time, system and organisation; the envelope around the record is kept and not written again.",
  },
  registrations: {
    read: "full",
    write: "partial",
    note: "Start, end and EMIS's own patient types; registrations that say more are text entries.",
  },
  agents: {
    read: "full",
    write: "partial",
    note: "People and locations; whether a location is an organisation, team or device is carried.",
  },
  contacts: { read: "none", write: "partial", note: "EMIS Open has no contacts: text entries." },
  consultations: { read: "full", write: "full" },
  groups: {
    read: "full",
    write: "partial",
    note: "Topics are pages, categories headings, batteries of observations investigations; others are text entries.",
  },
  problems: {
    read: "full",
    write: "partial",
    note: "One problem for each entry; ids, start dates and further detail are carried.",
  },
  observations: {
    read: "full",
    write: "partial",
    note: "Numbers, words, codes and composites of numbers; other values are carried.",
  },
  allergies: {
    read: "full",
    write: "partial",
    note: "One causative agent; reactions, certainty and severity are carried.",
  },
  authorisations: { read: "full", write: "partial", note: "One dosage; end reasons are carried." },
  issues: { read: "full", write: "partial", note: "One dosage; inferred courses say so in text." },
  dispenses: { read: "none", write: "partial", note: "Text entries: EMIS Open has no dispensing." },
  discontinuations: {
    read: "none",
    write: "partial",
    note: "Text entries: EMIS Open only says that a course is past.",
  },
  immunisations: {
    read: "partial",
    write: "partial",
    note: "EMIS says by the code alone whether a vaccine was given; dose and reasons are carried.",
  },
  testRequests: {
    read: "full",
    write: "partial",
    note: "Requests from elsewhere are coded entries.",
  },
  testReports: {
    read: "full",
    write: "partial",
    note: "Reports from elsewhere are coded entries; their results are events and investigations.",
  },
  referrals: { read: "full", write: "partial", note: "Outcome and documents are carried." },
  plans: { read: "full", write: "partial", note: "Diary entries by their due date." },
  carePlans: {
    read: "partial",
    write: "partial",
    note: "Care aims and plans of community problems.",
  },
  narratives: { read: "full", write: "full" },
  documents: {
    read: "full",
    write: "partial",
    note: "Bytes, title and file name; the rest is carried.",
  },
  alerts: { read: "full", write: "partial", note: "Severity and expiry are carried." },
  appointmentsAndTasks: { read: "full", write: "partial", note: "Appointments and notes." },
  questionnaires: { read: "none", write: "partial", note: "Text entries." },
  links: {
    read: "partial",
    write: "partial",
    note: "Links to referrals; others are text entries.",
  },
  residue: {
    read: "partial",
    write: "partial",
    note: "Deleted entries go home; clinical residue of other formats is text; technical residue is dropped, as no other format can use it.",
  },
};
