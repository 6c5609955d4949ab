import type { SupplierAdapterV1 } from "@gp2gp/core";
import { attributes, createMiquestAdapter } from "@gp2gp/miquest";
import { isoftMiquestCoverage } from "./isoft-miquest-coverage.ts";

/**
 * iSOFT-style responses (Synergy, Premiere, Ganymede): all attributes, the optional ones too, in Read
 * version 2, which those systems coded in. The choice of attributes is this project's.
 */
export const isoftMiquestAdapter: SupplierAdapterV1 = createMiquestAdapter({
  id: "isoft-miquest",
  supplier: "isoft",
  name: "iSOFT-style MIQUEST responses",
  codeSet: "9999R2",
  columns: attributes,
  set: { name: "GPR", title: "GP record" },
  comments: ["All attributes, Read Version 2"],
  coverage: isoftMiquestCoverage,
});
