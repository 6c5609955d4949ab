import type { Coverage } from "@gp2gp/core";

const asNarrative = "Written as a narrative that names its section and is read back.";
const lines =
  "What a statement has no place for is carried as lines in its text, or in a note beside it.";

/** What an EHR Extract holds of each section of the record, in both directions. */
export const gp2gpEhrExtractCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "An extract names its patient by one identifier alone; demographics are left out and reported.",
  },
  extraction: { read: "full", write: "full" },
  registrations: { read: "full", write: "partial", note: lines },
  agents: { read: "full", write: "partial", note: lines },
  contacts: { read: "none", write: "partial", note: asNarrative },
  consultations: { read: "full", write: "partial", note: lines },
  groups: { read: "full", write: "partial", note: lines },
  problems: { read: "full", write: "partial", note: lines },
  observations: { read: "full", write: "partial", note: lines },
  allergies: { read: "full", write: "partial", note: lines },
  authorisations: { read: "full", write: "partial", note: lines },
  issues: { read: "full", write: "partial", note: lines },
  dispenses: { read: "full", write: "partial", note: lines },
  discontinuations: { read: "full", write: "partial", note: lines },
  immunisations: {
    read: "none",
    write: "partial",
    note: "An extract does not say that an entry is an immunisation: written as an observation that names its section and is read back.",
  },
  testRequests: {
    read: "none",
    write: "partial",
    note: "Written as a request that names its section and is read back.",
  },
  testReports: { read: "full", write: "partial", note: lines },
  referrals: { read: "full", write: "partial", note: lines },
  plans: { read: "full", write: "partial", note: lines },
  carePlans: { read: "none", write: "partial", note: asNarrative },
  narratives: { read: "full", write: "full" },
  documents: { read: "full", write: "partial", note: lines },
  alerts: { read: "none", write: "partial", note: asNarrative },
  appointmentsAndTasks: { read: "none", write: "partial", note: asNarrative },
  questionnaires: { read: "none", write: "partial", note: asNarrative },
  links: {
    read: "full",
    write: "partial",
    note: "Kinds the tail of a statement has no part for are written as narratives.",
  },
  residue: {
    read: "full",
    write: "partial",
    note: "Clinical residue of other formats is written as narratives; wire detail is left out and reported.",
  },
};
