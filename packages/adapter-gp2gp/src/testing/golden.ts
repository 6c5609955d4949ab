import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Compares a value with a golden JSON file, which is written only where the run was asked to update. */
export function expectGolden(file: URL, value: unknown): void {
  const text = `${JSON.stringify(value, undefined, 2)}\n`;
  const { snapshotState } = expect.getState() as unknown as {
    readonly snapshotState?: { readonly _updateSnapshot?: string };
  };
  if (snapshotState?._updateSnapshot === "all") {
    writeFileSync(file, text);
    return;
  }
  expect(existsSync(file), "the golden file is there; pnpm test:update writes it").toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}
