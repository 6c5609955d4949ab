export * from "./generator/index.ts";
export { memoryContent } from "./context/memory-content.ts";
export { testContext } from "./context/test-context.ts";
export type { TestContext } from "./context/test-context.ts";
