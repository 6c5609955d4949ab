import type { Coverage } from "@gp2gp/core";

const carried = (what: string) => ({ read: "none", write: "partial", note: what }) as const;

/** What MIQUEST answers for, section by section. What it cannot hold structurally it carries as text. */
export const miquestCoverage: Coverage = {
  patient: {
    read: "full",
    write: "partial",
    note: "One name, one address, dates, sex, marital status, usual and registered GP. More is carried.",
  },
  extraction: { read: "full", write: "partial", note: "Practice, date and queries of the set." },
  registrations: {
    read: "full",
    write: "partial",
    note: "The one in the row of the patient; others are journal entries in words.",
  },
  agents: {
    read: "full",
    write: "partial",
    note: "By the code or name cells have for them. What else is known of them is carried.",
  },
  contacts: carried("Not in the format: a journal entry in words."),
  consultations: {
    read: "full",
    write: "partial",
    note: "Encounters. Types of consultation other than the format's are carried.",
  },
  groups: carried("The format has no headings: journal entries in words."),
  problems: {
    read: "full",
    write: "partial",
    note: "By LINKS, with end and linked entries. Significance, state and hierarchy are carried.",
  },
  observations: {
    read: "full",
    write: "partial",
    note: "Code, term, words and up to two numbers. Units, ranges and comparators are carried.",
  },
  allergies: {
    read: "partial",
    write: "partial",
    note: "Read by their code (14L.., SN53. and all below); any other code is an observation. Substances and reactions are carried.",
  },
  authorisations: {
    read: "full",
    write: "partial",
    note: "Acute and repeat drugs with quantity and, as their words, dosage. Numbers of issues and reviews are carried.",
  },
  issues: {
    read: "full",
    write: "partial",
    note: "Issues of repeats; of which repeat by LINKS, else inferred. Other issues are journal entries with text.",
  },
  dispenses: carried("Not in the format: a stand-in code with text."),
  discontinuations: carried("Not in the format but as end dates: a stand-in code with text."),
  immunisations: {
    read: "none",
    write: "partial",
    note: "Codes alone, which are read as observations; refused and advised ones as a stand-in with text.",
  },
  testRequests: carried("Not in the format: a stand-in code with text."),
  testReports: carried(
    "Not in the format: a journal entry with text; its results are entries of their own.",
  ),
  referrals: {
    read: "full",
    write: "partial",
    note: "To whom, speciality, type and date; code and words as an entry in the journal.",
  },
  plans: carried("Not in the format: a stand-in code with text."),
  carePlans: carried("Not in the format: a stand-in code with text."),
  narratives: { read: "full", write: "full" },
  documents: {
    read: "partial",
    write: "partial",
    note: "Not in the format: a journal entry whose LINKS name a file beside the responses.",
  },
  alerts: carried("Not in the format: a journal entry in words."),
  appointmentsAndTasks: carried("Not in the format: a journal entry in words."),
  questionnaires: carried("Not in the format: a journal entry in words."),
  links: carried("Not in the format: a journal entry in words."),
  residue: {
    read: "full",
    write: "partial",
    note: "Rows go home as they came; other residue as text.",
  },
};
