/** What a caller may say, under `healthy-miquest` in the options of the context. */
export { miquestOptionsSchema as healthyMiquestOptionsSchema } from "@gp2gp/miquest";
export type { MiquestOptions as HealthyMiquestOptions } from "@gp2gp/miquest";
