import { describeSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import { inpsCsvAdapter } from "./inps-csv-adapter.ts";

describeSupplierAdapter({
  adapter: inpsCsvAdapter,
  cases: loadCases(new URL("./__fixtures__/", import.meta.url)),
  meaningless: [
    {
      where: /_(active_user|patient_check_sum)_data_extract/,
      reason: "files of the extract that hold nothing of a record; an issue names them",
    },
  ],
});
