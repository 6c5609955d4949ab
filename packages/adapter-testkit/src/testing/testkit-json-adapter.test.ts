import { loadCases } from "../cases/load-cases.ts";
import { describeSupplierAdapter } from "../kit/describe-supplier-adapter.ts";
import { testkitJsonAdapter } from "./testkit-json-adapter.ts";

describeSupplierAdapter({
  adapter: testkitJsonAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
});
