/** What the owners of tables want said wherever the tables, or parts of them, go. */
export const notices = {
  crown: "Contains public sector information licensed under the Open Government Licence v3.0.",
  snomed:
    "This material includes SNOMED Clinical Terms (SNOMED CT), which is used by permission of SNOMED International. All rights reserved. SNOMED CT was originally created by the College of American Pathologists. Use of SNOMED CT needs a licence, which is free in the United Kingdom.",
  supplier: "Contains tables of a supplier's own, for whoever that supplier gave them to.",
} as const;
