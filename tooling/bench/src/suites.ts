import { benchBundles } from "./bundles.bench.ts";
import { benchConversion } from "./conversion.bench.ts";
import type { Measurement } from "./measurement.ts";
import { benchTerminology } from "./terminology.bench.ts";
import { benchXml } from "./xml.bench.ts";

/** What `pnpm bench` measures, each suite in a process of its own. */
export const suites: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  xml: benchXml,
  conversion: benchConversion,
  bundles: benchBundles,
  terminology: benchTerminology,
};
