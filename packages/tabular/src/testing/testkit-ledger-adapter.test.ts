import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { ledgerAdapter } from "./testkit-ledger-adapter.ts";

describeSupplierAdapter({
  adapter: ledgerAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  skip: [
    {
      law: "identity",
      check: "the package",
      reason: "the ledger is a format of these tests and of no supplier",
    },
  ],
});
