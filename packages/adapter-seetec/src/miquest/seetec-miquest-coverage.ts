import type { Coverage } from "@gp2gp/core";
import { miquestCoverage } from "@gp2gp/miquest";

/** What MIQUEST answers with its mandatory attributes, the term, the episode and links. */
export const seetecMiquestCoverage: Coverage = {
  ...miquestCoverage,
  consultations: {
    read: "full",
    write: "partial",
    note: "Encounters of a day. Times, durations and types other than the format's are carried.",
  },
  problems: {
    read: "full",
    write: "partial",
    note: "By LINKS, with linked entries. Ends, significance, state and hierarchy are carried.",
  },
  allergies: {
    read: "partial",
    write: "partial",
    note: "Read by their code (14L.., SN53. and all below); any other code is an observation. Certainty, severity, substances and reactions are carried.",
  },
  authorisations: {
    read: "full",
    write: "partial",
    note: "Acute and repeat drugs with quantity and, as their words, dosage. Ends, numbers of issues and reviews are carried.",
  },
  referrals: {
    read: "full",
    write: "partial",
    note: "To whom, speciality and type; code and words as an entry in the journal. Dates of action are carried.",
  },
};
