/** Columns that say more of a product, and what the record calls them. */
export const productQualifiers = [
  ["DRUG_FORM", "Form"],
  ["DRUG_STRENGTH", "Strength"],
  ["DRUG_PACKSIZE", "Pack size"],
] as const;
