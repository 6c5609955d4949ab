import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { healthyMiquestAdapter } from "./healthy-miquest-adapter.ts";

describeSupplierAdapter({
  adapter: healthyMiquestAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  meaningless: [
    {
      where: / column 1$/,
      reason: "the first field of a line says what kind of line it is; rows of any number are rows",
    },
  ],
});
