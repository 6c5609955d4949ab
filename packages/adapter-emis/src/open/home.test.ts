import { existsSync, readFileSync } from "node:fs";
import { bytesOf, sourceOfBytes } from "@gp2gp/core";
import { testContext } from "@gp2gp/adapter-testkit";
import { describe, expect, it } from "vitest";
import { differenceOfLeaves, leavesOf } from "../testing/leaves.ts";
import { emisOpenAdapter } from "./emis-open-adapter.ts";

const shared = process.env["GP2GP_SHARED"] ?? "../shared";
const sample = `${shared}/corpus/emis-open/patient-record.xml`;

describe("a real EMIS Open record", () => {
  it.skipIf(!existsSync(sample))(
    "goes home with every leaf it came with (skipped where the shared corpus is absent)",
    async () => {
      const bytes = readFileSync(sample);
      const context = testContext({ confidential: "carry" });
      const read = await emisOpenAdapter.read?.(
        sourceOfBytes("patient-record.xml", bytes),
        context,
      );
      if (!read?.ok) return expect.fail("the sample could not be read");
      const absent = read.issues.filter(({ code }) => code === "content-absent");
      expect(absent).toHaveLength(17);
      const written = await emisOpenAdapter.write?.(read.record, context);
      const part = written?.ok ? written.artefact.parts[0] : undefined;
      if (!part) return expect.fail("the record could not be written");
      const difference = differenceOfLeaves(
        await leavesOf(bytes),
        await leavesOf(await bytesOf(part)),
      );
      // The sample leaves out the Address that the schema demands of an attachment.
      const demanded = /^\+ .*\/Attachment\[1\]\/Address\[1\] ""$/;
      expect(difference.filter((line) => !demanded.test(line))).toEqual([]);
    },
  );
});
