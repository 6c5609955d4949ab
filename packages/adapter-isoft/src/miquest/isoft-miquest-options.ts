import { miquestOptionsSchema } from "@gp2gp/miquest";
import type { MiquestOptions } from "@gp2gp/miquest";

/** What a caller may say, under `isoft-miquest` in the options of the context. */
export const isoftMiquestOptionsSchema = miquestOptionsSchema;
export type IsoftMiquestOptions = MiquestOptions;
