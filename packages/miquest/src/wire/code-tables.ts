/*
 * The letters of attributes and what they stand for, one table for both directions. What is not in a
 * table has no meaning here and stays a letter.
 */

/** ACTIVE: how a patient is with the practice. */
export const activeTypes = {
  R: "Registered for general medical services",
  T: "Temporary",
  S: "Other services only",
  P: "Private",
} as const;
/** ACTIVE of one who is no longer there. */
export const activeStates = { L: "Left", D: "Deceased" } as const;

/** MARITAL_STATUS: the letters whose meaning is published. */
export const maritalStatuses = {
  S: "Single",
  M: "Married",
  D: "Divorced",
  W: "Widowed",
  U: "Unknown",
} as const;

export const sexes = {
  M: "male",
  F: "female",
  I: "indeterminate",
  U: "unknown",
} as const;

/** SESSION of an encounter. */
export const sessions = {
  G: "General",
  V: "Visit",
  N: "Night visit",
  A: "Antenatal",
  H: "Health promotion",
  C: "Child health surveillance",
  3: "Three-year check",
  7: "75 and over check",
  O: "Other",
} as const;

/** LOCATION of an encounter. */
export const locations = {
  S: "Surgery",
  C: "Clinic",
  A: "Accident and emergency",
  H: "Hospital",
  O: "Other",
} as const;

/** TYPE of a referral. */
export const referralTypes = {
  O: "Outpatient",
  A: "Admission",
  D: "Day case",
  I: "Investigation",
  V: "Domiciliary visit",
} as const;

/** EPISODE of an entry that is no drug; the record has a word of its own for the first two. */
export const episodes = {
  F: "first",
  N: "new",
  O: "other",
  D: "cause of death",
} as const;

/** CONTEXT of what was so, and not only suspected, planned or said of somebody else. */
export const actual = "A";

/** SEVERITY of an allergy, by SNOMED CT id. */
export const severities = {
  "255604002": "Mild",
  "6736007": "Moderate",
  "24484000": "Severe",
  "442452003": "Life threatening",
} as const;

/** CERTAINTY of an allergy, by SNOMED CT id. */
export const certainties = {
  "255545003": "Definite",
  "385433004": "Consistent with",
  "385434005": "Unlikely",
} as const;

type Table = Readonly<Record<string, string>>;

/** What a letter stands for; undefined where the table does not know it. */
export function meaningOf(table: Table, letter: string): string | undefined {
  return Object.hasOwn(table, letter) ? table[letter] : undefined;
}

/** The letter that stands for something; undefined where none does. */
export function letterOf(table: Table, meaning: string | undefined): string | undefined {
  return Object.keys(table).find((letter) => table[letter] === meaning);
}
