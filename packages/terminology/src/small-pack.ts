/** Where the small pack is that comes with the package: a few hundred codes of Read v2, CTV3 and SNOMED CT. */
export const smallPackUrl = new URL("../packs/small.gpt1", import.meta.url);
