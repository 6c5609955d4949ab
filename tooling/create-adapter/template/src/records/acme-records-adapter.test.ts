import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { acmeRecordsAdapter } from "./acme-records-adapter.ts";

describeSupplierAdapter({
  adapter: acmeRecordsAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
});
