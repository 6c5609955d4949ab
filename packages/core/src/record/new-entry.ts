import type { Entry } from "./entry.ts";

type Defaulted = "identifiers" | "texts" | "participants" | "confidentiality";

/** What every entry starts from; spread it first, then the facts: `{ ...newEntry(id, order, source), concept }`. */
export function newEntry(
  id: Entry["id"],
  order: Entry["order"],
  source: Entry["source"],
): Pick<Entry, Defaulted | "id" | "order" | "source"> {
  return { id, order, source, identifiers: [], texts: [], participants: [], confidentiality: [] };
}
