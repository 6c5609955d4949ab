/** Members of an entry whose items have no order of meaning: ids, restrictions, the entries linked to a problem. */
export const unorderedMembers: ReadonlySet<string | number | undefined> = new Set([
  "identifiers",
  "confidentiality",
  "links",
]);
