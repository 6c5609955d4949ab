import { miquestOptionsSchema } from "@gp2gp/miquest";
import type { MiquestOptions } from "@gp2gp/miquest";

/** What a caller may say, under `seetec-miquest` in the options of the context. */
export const seetecMiquestOptionsSchema = miquestOptionsSchema;
export type SeetecMiquestOptions = MiquestOptions;
