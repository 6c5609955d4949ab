/** The sex of the patient, in the letters of TPP; the schema of the record XML has the first two. */
export const sexLetters = new Map([
  ["M", "male"],
  ["F", "female"],
  ["I", "indeterminate"],
  ["U", "unknown"],
] as const);
