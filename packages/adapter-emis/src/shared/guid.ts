const uuid = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;

/** The id of a GUID: upper case without braces; undefined where it is none. */
export function idOfGuid(guid: string | undefined): string | undefined {
  const bare = guid
    ?.trim()
    .replace(/^\{(.*)\}$/, "$1")
    .toUpperCase();
  return bare !== undefined && uuid.test(bare) ? bare : undefined;
}

/** Whether an id of the record can stand as a GUID and come back the same. */
export function isGuidId(id: string): boolean {
  return uuid.test(id);
}

/** As EMIS writes it. */
export function guidOfId(id: string): string {
  return `{${id}}`;
}
