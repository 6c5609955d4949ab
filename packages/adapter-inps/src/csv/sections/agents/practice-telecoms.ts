/** Where a practice is reached: column and kind. */
export const practiceTelecoms = [
  ["PHONE", "phone"],
  ["EMAIL", "email"],
  ["FAX", "fax"],
] as const;
