import { defaultServerConditions } from "vite";
import { configDefaults, defineConfig } from "vitest/config";

const source = "@gp2gp/source";
const conditions = [source, ...defaultServerConditions];
const slow = "**/*.slow.test.ts";

/** `vitest run` runs the quick tests, `vitest run --mode slow` the ones that install, start and kill things. */
export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: mode === "slow" ? [slow] : ["**/*.test.ts"],
    exclude: mode === "slow" ? configDefaults.exclude : [...configDefaults.exclude, slow],
    execArgv: [`--conditions=${source}`],
    testTimeout: mode === "slow" ? 600_000 : 30_000,
    hookTimeout: mode === "slow" ? 600_000 : 60_000,
    allowOnly: false,
  },
}));
