export { emisOpenAdapter } from "./open/emis-open-adapter.ts";
export { emisOpenOptionsSchema } from "./open/emis-open-options.ts";
export type { EmisOpenOptions } from "./open/emis-open-options.ts";
