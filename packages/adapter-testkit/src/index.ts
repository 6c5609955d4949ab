export * from "./generator/index.ts";
export { arbitraryEntry, arbitraryRecord } from "./arbitraries/arbitrary-record.ts";
export type { ArbitraryRecordOptions } from "./arbitraries/arbitrary-record.ts";
export { storeArbitraryDocuments } from "./arbitraries/values.ts";
export type { CanonicalRecord } from "./canonical/canonical-record.ts";
export { canonicalRecords } from "./canonical/canonical-records.ts";
export { memoryContent } from "./context/memory-content.ts";
export { testContext } from "./context/test-context.ts";
export type { TestContext } from "./context/test-context.ts";
