export { createMiquestAdapter } from "./miquest-adapter.ts";
export { miquestCoverage } from "./miquest-coverage.ts";
export { miquestOptionsSchema } from "./miquest-options.ts";
export type { MiquestOptions } from "./miquest-options.ts";
export type { MiquestProfile } from "./miquest-profile.ts";
export { attributes, categories } from "./wire/attributes.ts";
export type { Attribute, Category } from "./wire/attributes.ts";
export type { CodeSet } from "./wire/code-set.ts";
