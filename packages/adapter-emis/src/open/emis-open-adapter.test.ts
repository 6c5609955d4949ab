import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { emisOpenAdapter } from "./emis-open-adapter.ts";

describeSupplierAdapter({
  adapter: emisOpenAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  meaningless: [
    {
      where: /Attachment\/AttachmentData$/,
      reason: "the record holds the bytes of an attachment by their digest, not their base64",
    },
  ],
});
