import type { AdapterContext, EntryId } from "@gp2gp/core";

/** The id of a note: the format has none, so it is made of the patient and the place of the note. */
export function narrativeId(patient: string, place: number, { newId }: AdapterContext): EntryId {
  return newId(`acme-records ${patient} ${place}`);
}
