import { createMiquestAdapter } from "../miquest-adapter.ts";
import { miquestCoverage } from "../miquest-coverage.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { attributes } from "../wire/attributes.ts";

/** A profile of no supplier: every attribute, in the order of the table. */
export const testkitProfile: MiquestProfile = {
  id: "testkit-miquest",
  supplier: "testkit",
  name: "MIQUEST response set",
  codeSet: "9999R2",
  columns: attributes,
  set: { name: "TESTKIT", title: "Test record" },
  comments: [],
  coverage: miquestCoverage,
};

export const testkitMiquestAdapter = createMiquestAdapter(testkitProfile);
