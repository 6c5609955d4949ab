/** What a caller may say, under `seetec-miquest` in the options of the context. */
export { miquestOptionsSchema as seetecMiquestOptionsSchema } from "@gp2gp/miquest";
export type { MiquestOptions as SeetecMiquestOptions } from "@gp2gp/miquest";
