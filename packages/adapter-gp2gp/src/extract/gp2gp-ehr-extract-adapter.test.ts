import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { gp2gpEhrExtract } from "../index.ts";

describeSupplierAdapter({
  adapter: gp2gpEhrExtract,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  meaningless: [
    {
      where: /\/ehrFolder\/effectiveTime\//,
      reason: "the span of the compositions in the folder, which is worked out anew when written",
    },
  ],
});
