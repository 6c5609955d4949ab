export { inpsCsvAdapter } from "./csv/inps-csv-adapter.ts";
export { inpsCsvOptionsSchema } from "./csv/inps-csv-options.ts";
export type { InpsCsvOptions } from "./csv/inps-csv-options.ts";
