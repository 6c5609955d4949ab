import type { Coverage } from "@gp2gp/core";
import { miquestCoverage } from "@gp2gp/miquest";

/** What MIQUEST answers, but for the attributes the profile does not print. */
export const healthyMiquestCoverage: Coverage = {
  ...miquestCoverage,
  allergies: {
    read: "partial",
    write: "partial",
    note: "Read by their code (14L.., SN53. and all below); any other code is an observation. Certainty, severity, substances and reactions are carried.",
  },
};
