import { join, relative } from "node:path";

import { Command } from "commander";

import { createAdapter, CreateAdapterError } from "./create-adapter.ts";

const repository = join(import.meta.dirname, "..", "..", "..");

new Command("new:adapter")
  .description(
    "make the package of a new supplier adapter, whose failing laws are what is to be done",
  )
  .argument("<supplier>", "the supplier, in lower case: acme")
  .argument("<format>", "the format id: acme-records")
  .action((supplier: string, format: string) => {
    try {
      const folder = createAdapter({ supplier, format, packages: join(repository, "packages") });
      const path = relative(repository, folder);
      console.log(`Made ${path}. Next:

  pnpm install
  pnpm test ${path}        what the laws still ask is the list of what is to be done
  pnpm check

CONTRIBUTING.md leads through the steps.`);
    } catch (error) {
      if (!(error instanceof CreateAdapterError)) throw error;
      console.error(error.message);
      process.exitCode = 2;
    }
  })
  .parse();
