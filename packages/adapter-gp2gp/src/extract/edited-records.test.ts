import { Random, testContext } from "@gp2gp/adapter-testkit";
import { bytesOf, diffRecords, sourceOfArtefact, sourceOfBytes } from "@gp2gp/core";
import { XsdSchema } from "@gp2gp/xsd";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";
import { editRecord } from "../testing/edit-record.ts";
import { isSharedAbsent, schemaOf, sharedExtracts } from "../testing/shared-extracts.ts";
import { errorsIn } from "../testing/small-extract.ts";

describe.skipIf(isSharedAbsent)(
  "records of real extracts that somebody edited (skipped where ../shared is absent)",
  () => {
    it.each(sharedExtracts())(
      "$name goes out valid and comes back as edited",
      async ({ bytes }) => {
        using schema = XsdSchema.load(schemaOf("UK07"));
        const context = testContext({ formatVersion: "UK07" });
        const read = await gp2gpEhrExtract.read?.(sourceOfBytes("extract.xml", bytes), context);
        if (!read?.ok) throw new Error("every real extract is read");
        const untouched = await gp2gpEhrExtract.write?.(read.record, context);
        const known = new Set(untouched?.ok ? await errorsIn(untouched.artefact) : []);
        for (const seed of [1, 2, 3]) {
          const { record, done } = editRecord(read.record, 20, new Random(seed));
          const written = await gp2gpEhrExtract.write?.(record, context);
          const [part] = written?.ok ? written.artefact.parts : [];
          if (!written?.ok || !part) throw new Error("every record is written");
          expect({ done, invalid: schema.validate(await bytesOf(part)) }).toEqual({
            done,
            invalid: [],
          });
          const errors = await errorsIn(written.artefact);
          expect(errors.filter((rule) => !known.has(rule))).toEqual([]);
          const back = await gp2gpEhrExtract.read?.(sourceOfArtefact(written.artefact), context);
          if (!back?.ok) throw new Error("every message is read");
          const differences = diffRecords(record, back.record).filter(
            ({ kind }) => kind !== "moved",
          );
          expect({ done, differences }).toEqual({ done, differences: [] });
        }
      },
    );
  },
);
