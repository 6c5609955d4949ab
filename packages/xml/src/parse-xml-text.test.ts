import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseXml } from "./parse-xml.ts";
import { parseXmlText } from "./parse-xml-text.ts";
import { outputTree, plain } from "./testing/xml-samples.ts";
import { XmlReadError } from "./xml-read-error.ts";
import { xmlText } from "./xml-text.ts";

const codeOf = (text: string): string | undefined => {
  try {
    parseXmlText(text);
    return undefined;
  } catch (error) {
    if (error instanceof XmlReadError) return error.code;
    throw error;
  }
};

describe("a small document in memory", () => {
  test("is read as parseXml reads it", async () => {
    await fc.assert(
      fc.asyncProperty(outputTree, async (tree) => {
        const text = xmlText(tree);
        const { root } = await parseXml(text);
        expect(plain(parseXmlText(text))).toEqual(plain(root));
      }),
      { numRuns: 50 },
    );
  });

  test("is refused as strictly", () => {
    expect(
      ["", "<a>", "<a></b>", "a<b/>", "<!DOCTYPE a><a/>", "<a/><b/>", "<a>\uD800</a>"].map(codeOf),
    ).toEqual([
      "empty",
      "truncated",
      "tag-mismatch",
      "text-outside-root",
      "doctype",
      "root-repeated",
      "character-not-allowed",
    ]);
    expect(codeOf(`<a>${"x".repeat(70_000)}</a>`)).toBe("text-exceeded");
  });
});
