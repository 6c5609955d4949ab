export { seetecMiquestAdapter } from "./miquest/seetec-miquest-adapter.ts";
export { seetecMiquestOptionsSchema } from "./miquest/seetec-miquest-options.ts";
export type { SeetecMiquestOptions } from "./miquest/seetec-miquest-options.ts";
