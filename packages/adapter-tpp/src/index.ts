export { tppClientXmlAdapter } from "./client/tpp-client-xml-adapter.ts";
export { tppClientXmlOptionsSchema } from "./client/tpp-client-xml-options.ts";
export type { TppClientXmlOptions } from "./client/tpp-client-xml-options.ts";
export { tppSrCsvAdapter } from "./strategic/tpp-sr-csv-adapter.ts";
export { tppSrCsvOptionsSchema } from "./strategic/tpp-sr-csv-options.ts";
export type { TppSrCsvOptions } from "./strategic/tpp-sr-csv-options.ts";
