import { inpsSystems } from "../inps-systems.ts";
import { LetterTable } from "./letter-table.ts";

/** The meaning of P and C is not published. */
export const maritalStatuses = new LetterTable(inpsSystems.maritalStatus, [
  ["S", "Single"],
  ["M", "Married"],
  ["D", "Divorced"],
  ["P"],
  ["C"],
  ["W", "Widowed"],
  ["U", "Unknown"],
]);

/** ACTIVE, but for D, a patient who died. */
export const registrationTypes = new LetterTable(
  inpsSystems.active,
  [
    ["R", "Registered GMS"],
    ["T", "Temporary"],
    ["S", "Other services only"],
    ["P", "Private"],
  ],
  { regular: "R", gms: "R" },
);
export const leftStatus = new LetterTable(inpsSystems.active, [["L", "Left"]]);
export const deceased = "D";

export const sessions = new LetterTable(inpsSystems.session, [
  ["G", "General"],
  ["V", "Visit"],
  ["N", "Night visit"],
  ["A", "Antenatal"],
  ["H", "Health promotion"],
  ["C", "Child health surveillance"],
  ["3", "Three-year check"],
  ["7", "75+ check"],
  ["O", "Other"],
]);

export const locations = new LetterTable(inpsSystems.location, [
  ["S", "Surgery"],
  ["C", "Clinic"],
  ["A", "A+E"],
  ["H", "Hospital"],
  ["O", "Other"],
]);

/** EPISODE of an entry that is no drug; the record has a word of its own for F and N. */
export const episodes = new LetterTable(inpsSystems.episode, [
  ["O", "Other"],
  ["D", "Cause of death"],
]);
export const episodicities = [
  ["F", "first"],
  ["N", "new"],
] as const;

/** EPISODE of a drug by its SUBSET. */
export const drugEpisodes = { A: "A", R: "R", S: "I" } as const;

export const referralTypes = new LetterTable(inpsSystems.referral, [
  ["O", "Outpatient"],
  ["A", "Admission"],
  ["D", "Day case"],
  ["I", "Investigation"],
  ["V", "Domiciliary visit"],
]);

/** VALUE2 of smoking and alcohol. */
export const habits = new LetterTable(inpsSystems.habit, [
  ["0", "Never"],
  ["1", "Current"],
  ["2", "Ex"],
]);

export const sexes = [
  ["M", "male"],
  ["F", "female"],
  ["I", "indeterminate"],
  ["U", "unknown"],
] as const;

export const immunisationStatuses = [
  ["Given", "given"],
  ["Refusal to start or complete course", "refused"],
  ["Advised", "advised"],
] as const;

export const severities = new LetterTable("snomed", [
  ["255604002", "Mild"],
  ["6736007", "Moderate"],
  ["24484000", "Severe"],
  ["442452003", "Life threatening"],
]);

export const certainties = new LetterTable("snomed", [
  ["255545003", "Definite"],
  ["385433004", "Consistent with"],
  ["385434005", "Unlikely"],
]);
