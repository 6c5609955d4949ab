export { tppClientXmlAdapter } from "./client/tpp-client-xml-adapter.ts";
export { tppClientXmlOptionsSchema } from "./client/tpp-client-xml-options.ts";
export type { TppClientXmlOptions } from "./client/tpp-client-xml-options.ts";
