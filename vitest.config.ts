import { defaultServerConditions } from "vite";
import { configDefaults, defineConfig } from "vitest/config";

const source = "@gp2gp/source";
const conditions = [source, ...defaultServerConditions];
const slow = "**/*.slow.test.ts";
// The template of a new adapter, and new ones made of it for a test: their failing laws are what is to be done.
const newAdapters = ["tooling/create-adapter/template/**", "tooling/create-adapter/.new-*/**"];

/** `vitest run` runs the quick tests, `vitest run --mode slow` the ones that install, start and kill things. */
export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: mode === "slow" ? [slow] : ["**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...newAdapters, ...(mode === "slow" ? [] : [slow])],
    execArgv: [`--conditions=${source}`],
    testTimeout: mode === "slow" ? 600_000 : 30_000,
    hookTimeout: mode === "slow" ? 600_000 : 60_000,
    allowOnly: false,
    // Without this one processor is left idle, which of two is half the machine.
    ...(mode !== "slow" && { maxWorkers: "100%" }),
  },
}));
