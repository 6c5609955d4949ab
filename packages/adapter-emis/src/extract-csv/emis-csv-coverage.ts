import type { Coverage } from "@gp2gp/core";

const words = "A row of words among the observations, which says of what section it is.";

/** How the extract holds each section. What is partly held is carried in words, and comes back. */
export const emisCsvCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "One name, one address, one number of each kind, whole dates; the rest is carried.",
  },
  extraction: {
    read: "partial",
    write: "partial",
    note: "The layout and, from the names of files, when it was made; which dictionary rows it used goes home.",
  },
  registrations: {
    read: "full",
    write: "partial",
    note: "The current registration and, from version 8, the statuses it went through.",
  },
  agents: {
    read: "full",
    write: "partial",
    note: "Users, organisations and locations that rows refer to; others are words.",
  },
  contacts: { read: "full", write: "partial", note: "The carer; other contacts are words." },
  consultations: {
    read: "full",
    write: "partial",
    note: "The extract has neither the headings nor the place of a consultation, nor its time of day.",
  },
  groups: {
    read: "partial",
    write: "partial",
    note: "Groups of results; headings are rows of words with their entries under them.",
  },
  problems: {
    read: "full",
    write: "partial",
    note: "A row beside the observation that names the problem; each entry belongs to one.",
  },
  observations: {
    read: "full",
    write: "partial",
    note: "Numbers, composites and codes; other values and times of day are carried.",
  },
  allergies: {
    read: "full",
    write: "partial",
    note: "A coded entry: what it is to is in its code alone; substances, reactions and certainty are carried.",
  },
  authorisations: {
    read: "full",
    write: "partial",
    note: "Courses have no words, no consultation and no review date of their own.",
  },
  issues: { read: "full", write: "partial", note: "Version 5.4 has no words of an issue." },
  dispenses: { read: "none", write: "partial", note: words },
  discontinuations: {
    read: "none",
    write: "partial",
    note: "The extract only says when a course was cancelled: rows of words.",
  },
  immunisations: {
    read: "partial",
    write: "partial",
    note: "Whether a vaccine was given is told by the code alone; those that were not are words.",
  },
  testRequests: { read: "full", write: "partial", note: "A coded entry filed as a request." },
  testReports: {
    read: "full",
    write: "partial",
    note: "The head of results; its dates are carried.",
  },
  referrals: {
    read: "full",
    write: "partial",
    note: "Organisations as sender and recipient; the rest of whom and when is carried.",
  },
  plans: { read: "full", write: "partial", note: "Diary entries by their due date." },
  carePlans: { read: "none", write: "partial", note: words },
  narratives: { read: "full", write: "full" },
  documents: {
    read: "full",
    write: "partial",
    note: "Bytes stand as files beside the extract; titles and file names are carried.",
  },
  alerts: { read: "full", write: "partial", note: "A coded entry filed as an alert." },
  appointmentsAndTasks: {
    read: "full",
    write: "partial",
    note: "Appointments; visits, tasks and notes are words.",
  },
  questionnaires: { read: "none", write: "partial", note: words },
  links: {
    read: "partial",
    write: "partial",
    note: "The slot of a consultation; others are words.",
  },
  residue: {
    read: "partial",
    write: "partial",
    note: "Rows go home; clinical residue of other formats is words; technical residue is dropped, as no other format can use it.",
  },
};
