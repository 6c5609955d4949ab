import { parseXml, xmlText } from "@gp2gp/xml";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acknowledgementMessage,
  checkWire,
  ehrExtractMessage,
  ehrRequestMessage,
  ParseReport,
  parseWire,
  serialiseWire,
  withDefaults,
  type WireType,
} from "./index.ts";
import { arbitraryWire } from "./arbitraries/arbitrary-wire.ts";
import { isSharedAbsent, schemaPath } from "./testing/__fixtures__/shared-corpus.ts";
import { XsdSchema } from "@gp2gp/xsd";

const extract = {
  name: "RCMR_IN030000UK06",
  type: ehrExtractMessage,
  version: "RCMR_MT030101UK04",
};
const later = { name: "RCMR_IN030000UK07", type: ehrExtractMessage, version: "RCMR_MT030101UK05" };
const request = {
  name: "RCMR_IN010000UK05",
  type: ehrRequestMessage,
  version: "RCMR_MT030101UK05",
};
const acknowledgement = {
  name: "MCCI_IN010000UK13",
  type: acknowledgementMessage,
  version: "RCMR_MT030101UK05",
};
const messages = [extract, later, request, acknowledgement] as const;

function text(type: WireType<unknown>, value: unknown, name: string): string {
  return xmlText(serialiseWire(type, value, name));
}

describe.each(messages)("any $name", ({ name, type: table, version }) => {
  const type = table as WireType<unknown>;
  const values = arbitraryWire(type, { version });

  test("is read as it was written, without a finding but of what is missing", async () => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const { root } = await parseXml(text(type, value, name));
        const report = new ParseReport();
        const parsed = parseWire(type, root, report, {
          version: version as "RCMR_MT030101UK04" | "RCMR_MT030101UK05",
        });
        // A structured clone leaves out the positions.
        expect(structuredClone(parsed)).toEqual(value);
        expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is checked before it is written as it is found after it was read", async () => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const { root } = await parseXml(text(type, value, name));
        const report = new ParseReport({ limit: 1_000_000 });
        parseWire(type, root, report);
        const plain = (findings: readonly { code: string; path: string }[]) =>
          findings.map(({ code, path }) => `${code} ${path}`).toSorted();
        expect(plain(checkWire(type, value, { name }))).toEqual(plain(report.findings));
      }),
      { numRuns: 30 },
    );
  });

  test("keeps what it says when its class codes are written out", async () => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const filled = withDefaults(type, value);
        expect(filled).toMatchObject(value as object);
        expect(withDefaults(type, filled)).toEqual(filled);
      }),
      { numRuns: 20 },
    );
  });
});

describe.skipIf(isSharedAbsent)(
  "against the published schemas (skipped where ../shared is absent)",
  () => {
    test.each([extract, later, acknowledgement])(
      "any $name is valid",
      ({ name, type: table, version }) => {
        const type = table as WireType<unknown>;
        using schema = XsdSchema.load(schemaPath(`${name}.xsd`));
        fc.assert(
          fc.property(arbitraryWire(type, { version }), fc.boolean(), (value, isFilled) => {
            const written = isFilled ? withDefaults(type, value) : value;
            const bytes = new TextEncoder().encode(text(type, written, name));
            expect(schema.validate(bytes)).toEqual([]);
          }),
          { numRuns: 80 },
        );
      },
    );
  },
);
