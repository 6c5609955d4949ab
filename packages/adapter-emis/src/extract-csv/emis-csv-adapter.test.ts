import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { emisCsvAdapter } from "./emis-csv-adapter.ts";

describeSupplierAdapter({
  adapter: emisCsvAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
});
