/** From what the id of a composition is made that was made for an entry without a consultation. */
export const madeCompositionSeed = (entryId: string): string =>
  `gp2gp-ehr-extract:composition-for:${entryId}`;

/** From what the id of a narrative is made that carries what the statement of an entry has no text for. */
export const noteSeed = (entryId: string): string => `gp2gp-ehr-extract:note:${entryId}`;

/** From what the id of the empty statement is made that stands in a consultation without entries. */
export const emptySeed = (consultationId: string): string =>
  `gp2gp-ehr-extract:empty:${consultationId}`;

/** What tells the folders of a message apart, from 0, where an id is made for one. */
export const folderSeed = (folder: number): string => (folder === 0 ? "" : `folder-${folder + 1}`);

/** From what the id of an entry is made whose own id was used before: the how-manieth use it is. */
export const repeatSeed = (id: string, repeat: number): string =>
  `gp2gp-ehr-extract:repeat:${id}:${repeat}`;
