export { XsdSchema } from "./xsd-schema.ts";
export type { XsdFinding } from "./xsd-finding.ts";
