import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { leavesOfExtract } from "../testing/extract-leaves.ts";
import { tppSrCsvAdapter } from "./tpp-sr-csv-adapter.ts";

describeSupplierAdapter({
  adapter: tppSrCsvAdapter,
  // The kit looks for values in UTF-8; extracts are in windows-1252.
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)).map((one) => ({
    ...one,
    leaves: leavesOfExtract,
  })),
  meaningless: [
    {
      where: /SRCtv3\.csv /,
      reason: "a dictionary of codes is about no patient: its file is reported as unread",
    },
    {
      where: /20110929_0200\/SRManifest\.csv /,
      reason: "rows that a later extract left as they were go home with it, not in an earlier file",
    },
  ],
});
