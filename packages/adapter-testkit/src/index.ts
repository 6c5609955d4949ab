export * from "./generator/index.ts";
export { arbitraryEntry, arbitraryRecord } from "./arbitraries/arbitrary-record.ts";
export type { ArbitraryRecordOptions } from "./arbitraries/arbitrary-record.ts";
export { storeArbitraryDocuments } from "./arbitraries/values.ts";
export type { CanonicalRecord } from "./canonical/canonical-record.ts";
export { canonicalRecords } from "./canonical/canonical-records.ts";
export type { AdapterCase } from "./cases/adapter-case.ts";
export { loadCases } from "./cases/load-cases.ts";
export { memoryContent } from "./context/memory-content.ts";
export { testContext } from "./context/test-context.ts";
export type { TestContext } from "./context/test-context.ts";
export { checkSupplierAdapter } from "./kit/check-supplier-adapter.ts";
export type { BrokenCheck } from "./kit/check-supplier-adapter.ts";
export { describeSupplierAdapter } from "./kit/describe-supplier-adapter.ts";
export { lawNames } from "./kit/law.ts";
export type { Finding, LawName } from "./kit/law.ts";
export { Random } from "./values/random.ts";
export { sourceOfParts } from "./kit/source-of-parts.ts";
export type { PartInMemory } from "./kit/source-of-parts.ts";
export type {
  Meaningless,
  SkippedLaw,
  SupplierAdapterSuite,
} from "./kit/supplier-adapter-suite.ts";
export type { SourceLeaf } from "./leaves/source-leaf.ts";
