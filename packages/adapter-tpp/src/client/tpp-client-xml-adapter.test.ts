import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { tppClientXmlAdapter } from "./tpp-client-xml-adapter.ts";

describeSupplierAdapter({
  adapter: tppClientXmlAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  meaningless: [
    { where: /Envelope\/Header\//, reason: "the envelope around a record is not written again" },
  ],
  skip: [
    {
      law: "home",
      check: "client-integration-odd",
      reason:
        "words that stand with no instruction or action go home as narratives; home.test.ts holds every other value of the case to its very place",
    },
  ],
});
