/** The id of the format, and the key of its own data in `supplierData`. */
export const formatId = "gp2gp-ehr-extract";

/** The interactions that carry an extract, by the version the adapter names them. */
export const interactions = {
  UK06: "RCMR_IN030000UK06",
  UK07: "RCMR_IN030000UK07",
} as const;
export type ExtractVersion = keyof typeof interactions;

/** The version of the model an interaction carries. */
export const modelVersions = {
  UK06: "RCMR_MT030101UK04",
  UK07: "RCMR_MT030101UK05",
} as const;
