/*
 * Ids of entries are the keys of their rows. LINKS tells encounters from problems by an E before their
 * key: a key that itself begins with E is written with a P before it.
 */
const marked = /^P(E[0-9A-F]{7}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})$/;
const uuid = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** Whether an id can be a key that reads back as it. */
export function isKey(id: string): boolean {
  return uuid.test(id);
}

export function markedKey(id: string): string {
  return id.startsWith("E") && isKey(id) ? `P${id}` : id;
}

/** The id in a key; a key that was not marked is as it is. */
export function bareKey(key: string): string {
  return marked.exec(key)?.[1] ?? key;
}
