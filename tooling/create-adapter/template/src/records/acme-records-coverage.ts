import type { Coverage } from "@gp2gp/core";

const notYet = { read: "none", write: "none", note: "Not mapped." } as const;

/** What the format answers for, section by section. */
export const acmeRecordsCoverage: Coverage = {
  patient: { read: "partial", write: "partial", note: "The NHS number." },
  extraction: notYet,
  registrations: notYet,
  agents: notYet,
  contacts: notYet,
  consultations: notYet,
  groups: notYet,
  problems: notYet,
  observations: notYet,
  allergies: notYet,
  authorisations: notYet,
  issues: notYet,
  dispenses: notYet,
  discontinuations: notYet,
  immunisations: notYet,
  testRequests: notYet,
  testReports: notYet,
  referrals: notYet,
  plans: notYet,
  carePlans: notYet,
  narratives: { read: "full", write: "partial", note: "Words of one line." },
  documents: notYet,
  alerts: notYet,
  appointmentsAndTasks: notYet,
  questionnaires: notYet,
  links: notYet,
  residue: notYet,
};
