export { generateRecord } from "./generate-record.ts";
export type { GenerateRecordOptions } from "./generate-record.ts";
export { storeGeneratedDocuments } from "./generated-document.ts";
export { syntheticNhsNumber } from "../values/synthetic-nhs-number.ts";
