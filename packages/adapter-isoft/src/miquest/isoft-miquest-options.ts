/** What a caller may say, under `isoft-miquest` in the options of the context. */
export { miquestOptionsSchema as isoftMiquestOptionsSchema } from "@gp2gp/miquest";
export type { MiquestOptions as IsoftMiquestOptions } from "@gp2gp/miquest";
