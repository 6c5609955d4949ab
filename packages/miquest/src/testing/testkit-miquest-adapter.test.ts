import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { testkitMiquestAdapter } from "./testkit-miquest-adapter.ts";

describeSupplierAdapter({
  adapter: testkitMiquestAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  meaningless: [
    {
      where: /\.csv column 1$/i,
      reason: "the first field of a line says what kind of line it is; rows of any number are rows",
    },
    { where: /\.txt /, reason: "the words of a document are its own and kept as bytes" },
  ],
  skip: [
    {
      law: "identity",
      check: "the package",
      reason: "the neutral profile is one of these tests and of no supplier",
    },
  ],
});
