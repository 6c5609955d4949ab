import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { canonicalRecords } from "@gp2gp/adapter-testkit";
import type { Loss, SupplierAdapterV1 } from "@gp2gp/core";
import { adapters } from "@gp2gp/formats";

import { coverageIndex, coveragePage } from "./coverage-page.ts";
import type { WrittenRecord } from "./coverage-page.ts";

const repository = join(import.meta.dirname, "..", "..", "..");
const folder = join(import.meta.dirname, "..", "coverage");

/** What a format was seen to do with each canonical record: the losses of its goldens. */
function goldensOf({ id }: SupplierAdapterV1): readonly WrittenRecord[] {
  const [test] = globSync(`packages/*/src/**/${id}-adapter.test.ts`, { cwd: repository });
  if (test === undefined) throw new Error(`${id} is held to no law: it has no test of its own.`);
  const goldens = join(repository, dirname(test), "__fixtures__", "canonical");
  return canonicalRecords.map(({ name, record }) => ({
    record,
    losses: JSON.parse(readFileSync(join(goldens, name, "losses.json"), "utf8")) as Loss[],
  }));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const adapter of adapters)
  writeFileSync(join(folder, `${adapter.id}.md`), coveragePage(adapter, goldensOf(adapter)));
writeFileSync(join(folder, "README.md"), coverageIndex(adapters));
