import { ehrExtractMessage, serialiseWire } from "@gp2gp/hl7v3";
import { arbitraryWire } from "@gp2gp/hl7v3/arbitraries";
import { xmlText } from "@gp2gp/xml";
import { XsdSchema } from "@gp2gp/xsd";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChangedExtracts } from "./changed-extracts.ts";
import { brokenPromises } from "./home-promises.ts";
import { isSharedAbsent, schemaOf } from "./shared-extracts.ts";

const versions = [
  { version: "UK06", model: "RCMR_MT030101UK04" },
  { version: "UK07", model: "RCMR_MT030101UK05" },
] as const;

/** How many unseen extracts are tried. */
export interface UnseenExtracts {
  /** The seeds of changed extracts: from, and up to. */
  readonly seeds: readonly [from: number, to: number];
  readonly mostChanges: number;
  /** How many messages are made up of each version. */
  readonly made: number;
}

/** Extracts nobody has seen come home: real ones that were changed, and made-up ones that the schema allows. */
export function describeUnseenExtracts({ seeds: [from, to], mostChanges, made }: UnseenExtracts) {
  describe("extracts nobody has seen come home", () => {
    it("real ones, changed in every way there is", async () => {
      using schema = isSharedAbsent ? undefined : XsdSchema.load(schemaOf("UK07"));
      const extracts = await ChangedExtracts.load();
      for (let seed = from; seed <= to; seed++) {
        const { name, changes, message } = extracts.of(seed, mostChanges);
        const broken = await brokenPromises(message, "UK07", schema);
        expect({ seed, name, changes, broken }).toEqual({ seed, name, changes, broken: [] });
      }
    });

    it.each(versions)("any the schema of $version allows", async ({ version, model }) => {
      using schema = isSharedAbsent ? undefined : XsdSchema.load(schemaOf(version));
      const message = arbitraryWire(ehrExtractMessage, { version: model });
      await fc.assert(
        fc.asyncProperty(message, async (value) => {
          const text = xmlText(serialiseWire(ehrExtractMessage, value, `RCMR_IN030000${version}`));
          const bytes = new TextEncoder().encode(text);
          expect(await brokenPromises(bytes, version, schema)).toEqual([]);
        }),
        { numRuns: made },
      );
    });
  });
}
