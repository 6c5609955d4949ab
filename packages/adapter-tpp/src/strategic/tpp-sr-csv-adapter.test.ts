import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { tppSrCsvAdapter } from "./tpp-sr-csv-adapter.ts";

describeSupplierAdapter({
  adapter: tppSrCsvAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
});
