/** Names of the qualifier groups practices describe a vaccination with. */
export const immunisationGroups = {
  site: "Injection site",
  batchNumber: "Batch Number",
  expires: "Expiry Date",
  manufacturer: "Manufacturer",
} as const;
export type ImmunisationGroup = keyof typeof immunisationGroups;
