import {
  arbitraryRecord,
  canonicalRecords,
  generateRecord,
  storeArbitraryDocuments,
  storeGeneratedDocuments,
  testContext,
} from "@gp2gp/adapter-testkit";
import { bytesOf, diffRecords, entrySections, sourceOfArtefact } from "@gp2gp/core";
import type { PatientRecord, WriteContext } from "@gp2gp/core";
import { XsdSchema } from "@gp2gp/xsd";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";
import { isSharedAbsent, schemaOf } from "./shared-extracts.ts";

/** Writes a record, reads it back, writes it again, and answers the message and what differs. */
async function thereAndBack(record: PatientRecord, context: WriteContext) {
  const first = await gp2gpEhrExtract.write?.(record, context);
  if (!first?.ok) throw new Error("every record is written");
  const message = await bytesOfFirst(first.artefact.parts);
  const back = await gp2gpEhrExtract.read?.(sourceOfArtefact(first.artefact), context);
  if (!back?.ok) throw new Error("every message is read");
  const second = await gp2gpEhrExtract.write?.(back.record, context);
  if (!second?.ok) throw new Error("every record is written again");
  const differences = diffRecords(record, back.record).filter(({ kind, section, path }) => {
    // Demographics have no place, and clinical residue comes back as the narratives it was reported as.
    if (section === "patient") return false;
    const residue = first.losses.some((loss) => loss.section === "residue");
    return !(residue && kind === "added" && path.startsWith("/narratives/"));
  });
  return { message, again: await bytesOfFirst(second.artefact.parts), differences };
}

async function bytesOfFirst([part]: readonly Parameters<typeof bytesOf>[0][]): Promise<Uint8Array> {
  return part ? bytesOf(part) : new Uint8Array();
}

/** Whether every item of every list says something: an item of which nothing is said holds no fact that could be carried. */
function isTold(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(
    ([key, item]) => (key === "source" || Array.isArray(item) || says(item)) && isTold(item),
  );
}

function says(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.values(value).some(says)
    : value !== undefined;
}

/** How many records of other systems are tried. */
export interface OtherRecords {
  /** The seeds of generated lives: from, and up to. */
  readonly lives: readonly [from: number, to: number];
  readonly years: number;
  readonly arbitrary: number;
}

/** Records of other systems come home from an extract with every fact, in the very bytes, and every extract is valid. */
export function describeOtherRecords({ lives: [from, to], years, arbitrary }: OtherRecords): void {
  describe.each(["UK06", "UK07"] as const)("records of other systems as %s", (formatVersion) => {
    const context = testContext({ formatVersion, confidential: "carry" });

    it("come back as they were: canonical ones", async () => {
      for (const { record, documents } of canonicalRecords) {
        for (const bytes of documents) await context.content.put(once(bytes), {});
        const { message, again, differences } = await thereAndBack(record, context);
        expect(differences).toEqual([]);
        expect(Buffer.compare(message, again)).toBe(0);
      }
    });

    it("come back as they were: whole lives", async () => {
      using schema = isSharedAbsent ? undefined : XsdSchema.load(schemaOf(formatVersion));
      for (let seed = from; seed <= to; seed++) {
        const record = generateRecord({ seed, years });
        await storeGeneratedDocuments(record, context.content);
        const { message, differences } = await thereAndBack(record, context);
        const invalid = schema?.validate(message) ?? [];
        expect({ seed, differences, invalid }).toEqual({ seed, differences: [], invalid: [] });
      }
    });

    it("come back as they were: arbitrary ones", async () => {
      await storeArbitraryDocuments(context.content);
      await fc.assert(
        fc.asyncProperty(arbitraryRecord({ residue: false }), async (record) => {
          fc.pre(entrySections.every((section) => record[section].every(isTold)));
          const { message, again, differences } = await thereAndBack(record, context);
          expect(differences).toEqual([]);
          expect(Buffer.compare(message, again)).toBe(0);
        }),
        { numRuns: arbitrary, seed: 7, maxSkipsPerRun: 100 },
      );
    });

    it.skipIf(isSharedAbsent)(
      "are valid messages (skipped where ../shared is absent)",
      async () => {
        using schema = XsdSchema.load(schemaOf(formatVersion));
        await storeArbitraryDocuments(context.content);
        for (const { record } of canonicalRecords)
          expect(schema.validate((await thereAndBack(record, context)).message)).toEqual([]);
        for (const record of fc.sample(arbitraryRecord(), { numRuns: arbitrary, seed: 11 }))
          expect(schema.validate((await thereAndBack(record, context)).message)).toEqual([]);
      },
    );
  });
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
