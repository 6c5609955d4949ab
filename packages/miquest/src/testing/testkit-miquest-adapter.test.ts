import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { testkitMiquestAdapter } from "./testkit-miquest-adapter.ts";

describeSupplierAdapter({
  adapter: testkitMiquestAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  skip: [
    {
      law: "identity",
      check: "the package",
      reason: "the neutral profile is one of these tests and of no supplier",
    },
  ],
});
