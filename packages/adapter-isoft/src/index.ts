export { isoftMiquestAdapter } from "./miquest/isoft-miquest-adapter.ts";
export { isoftMiquestOptionsSchema } from "./miquest/isoft-miquest-options.ts";
export type { IsoftMiquestOptions } from "./miquest/isoft-miquest-options.ts";
