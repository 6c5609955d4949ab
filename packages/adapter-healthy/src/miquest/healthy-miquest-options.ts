import { miquestOptionsSchema } from "@gp2gp/miquest";
import type { MiquestOptions } from "@gp2gp/miquest";

/** What a caller may say, under `healthy-miquest` in the options of the context. */
export const healthyMiquestOptionsSchema = miquestOptionsSchema;
export type HealthyMiquestOptions = MiquestOptions;
