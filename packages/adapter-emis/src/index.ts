export { emisCsvAdapter } from "./extract-csv/emis-csv-adapter.ts";
export { emisCsvOptionsSchema } from "./extract-csv/emis-csv-options.ts";
export type { EmisCsvOptions } from "./extract-csv/emis-csv-options.ts";
export { emisOpenAdapter } from "./open/emis-open-adapter.ts";
export { emisOpenOptionsSchema } from "./open/emis-open-options.ts";
export type { EmisOpenOptions } from "./open/emis-open-options.ts";
