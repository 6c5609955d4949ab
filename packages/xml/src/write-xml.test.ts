import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { element } from "./output-element.ts";
import type { OutputElement, OutputNode } from "./output-element.ts";
import { parseXml } from "./parse-xml.ts";
import {
  bytesOf,
  endless,
  inPieces,
  outputTree,
  plain,
  plainOutput,
  utf8,
} from "./testing/xml-samples.ts";
import { writeXml } from "./write-xml.ts";
import { xmlSafe } from "./xml-characters.ts";
import { xmlText } from "./xml-text.ts";

async function written(...given: Parameters<typeof writeXml>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXml(...given)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function nested(levels: number): OutputElement {
  let tree = element("a");
  for (let level = 1; level < levels; level += 1) tree = element("a", [], [tree]);
  return tree;
}

describe("round trip", () => {
  test("any tree comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(outputTree, async (tree) => {
        expect(plain((await parseXml(writeXml(tree))).root)).toEqual(plainOutput(tree));
      }),
      { numRuns: 500 },
    );
  });

  test("a tree of many batches comes back as it was, and is written as xmlText writes it", async () => {
    await fc.assert(
      fc.asyncProperty(outputTree, async (tree) => {
        const wide = element(
          "w",
          { n: "&" },
          Array.from({ length: 1_500 }, (_, at) => (at % 100 === 99 ? "text" : tree)),
        );
        const deep = element("d", {}, [wide, "x".repeat(300_000), wide]);
        const text = await written(deep, { declaration: false });
        expect(text).toBe(xmlText(deep));
        expect(plain((await parseXml(text)).root)).toEqual(plainOutput(deep));
      }),
      { numRuns: 5 },
    );
  });

  test("indentation adds white space between elements and nothing else", async () => {
    const withoutBlanks = (node: unknown): unknown =>
      Array.isArray(node) && Array.isArray(node[2])
        ? [
            node[0],
            node[1],
            node[2]
              .filter((child) => typeof child !== "string" || !/^\n *$/.test(child))
              .map(withoutBlanks),
          ]
        : node;
    await fc.assert(
      fc.asyncProperty(outputTree, async (tree) => {
        const indented = plain((await parseXml(writeXml(tree, { indent: 2 }))).root);
        expect(withoutBlanks(indented)).toEqual(withoutBlanks(plainOutput(tree)));
      }),
    );
  });
});

describe("how it is written", () => {
  const tree = element("a", { b: `"'<>&\t\n\r`, c: undefined }, [
    element("d", [["e", "true"]]),
    undefined,
    "<&>\"'\r\n\t]]>",
    element("f", [], ["", ""]),
  ]);

  test("escapes what must be, keeps what a reader would change as references", () => {
    expect(xmlText(tree)).toBe(
      `<a b="&quot;&apos;&lt;&gt;&amp;&#9;&#10;&#13;"><d e="true"/>&lt;&amp;&gt;"'&#13;\n\t]]&gt;<f/></a>`,
    );
  });

  test("writeXml begins with a declaration where not told otherwise, xmlText does not", async () => {
    const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
    expect(await written(element("a"))).toBe(`${declaration}<a/>`);
    expect(await written(element("a"), { declaration: false })).toBe("<a/>");
    expect(xmlText(element("a"))).toBe("<a/>");
    expect(xmlText(element("a"), { declaration: true })).toBe(`${declaration}<a/>`);
  });

  test("indents elements that hold elements only, in whatever batches they are built", () => {
    const list = (length: number) =>
      element(
        "l",
        [],
        Array.from({ length }, () => element("i", [], [element("j", [], ["t", element("k")])])),
      );
    const expected = (length: number) =>
      `<l>\n${"  <i>\n    <j>t<k/></j>\n  </i>\n".repeat(length)}</l>`;
    expect(xmlText(list(2), { indent: 2 })).toBe(expected(2));
    expect(xmlText(list(5_000), { indent: 2 })).toBe(expected(5_000));
  });

  test("the same tree is the same bytes every time", async () => {
    expect(await written(tree)).toBe(await written(tree));
  });
});

describe("streamed content", () => {
  const base64 = (stream: () => AsyncIterable<Uint8Array>): OutputNode => ({
    encoding: "base64",
    stream,
  });

  test("base64 is that of the bytes, whatever the cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 1, max: 10 }),
        async (bytes, length) => {
          const text = await written(
            element("a", { b: "c" }, ["[", base64(() => inPieces(bytes, length)), "]"]),
            {
              declaration: false,
            },
          );
          expect(text).toBe(`<a b="c">[${Buffer.from(bytes).toString("base64")}]</a>`);
        },
      ),
    );
  });

  test("text is escaped, also where a character is cut", async () => {
    const text = "a<b>&\u20AC\u{1F600}\r";
    const tree = element("a", [], [{ encoding: "text", stream: () => inPieces(utf8(text), 1) }]);
    expect(await written(tree, { declaration: false })).toBe(
      "<a>a&lt;b&gt;&amp;\u20AC\u{1F600}&#13;</a>",
    );
  });

  test("100 MB pass in chunks, no faster than they are taken, and the stream is closed when no more is wanted", async () => {
    const { source, state } = endless("", "bytes.", 100_000_000);
    let bytes = 0;
    let ahead = 0;
    for await (const chunk of writeXml(element("a", [], [base64(() => source)]))) {
      bytes += chunk.length;
      ahead = Math.max(ahead, state.read - (bytes / 4) * 3);
      expect(chunk.length).toBeLessThanOrEqual(131_072);
      if (bytes > 50_000_000) break;
    }
    expect(ahead).toBeLessThan(200_000);
    expect(state.closed).toBe(true);
  });

  test("what the stream throws is passed on", async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield utf8("abc");
      throw new RangeError("disk");
    };
    await expect(written(element("a", [], [base64(broken)]))).rejects.toThrow("disk");
  });
});

describe("what is refused, and where", () => {
  const content: OutputNode = { encoding: "text", stream: () => bytesOf("ok") };
  test.for<[what: string, tree: OutputElement, code: string, path: string]>([
    [
      "a control character in text",
      element("a", [], [element("b"), element("b", [], ["\u0008"])]),
      "character-not-allowed",
      "/a[1]/b[2]/text()",
    ],
    ["half a pair", element("a", [], ["x\uD800y"]), "character-not-allowed", "/a[1]/text()"],
    ["a non-character", element("a", [], ["\uFFFF"]), "character-not-allowed", "/a[1]/text()"],
    ["NUL in an attribute", element("a", { b: "\0" }), "character-not-allowed", "/a[1]/@b"],
    ["no name", element(""), "name-invalid", "/*[1]"],
    ["a name with a space", element("a", [], [element('b c="d"')]), "name-invalid", "/a[1]/*[1]"],
    ["mark-up in a name", element("a", { "b/><c": "" }), "name-invalid", "/a[1]/@*"],
    ["a name that begins with a digit", element("1a"), "name-invalid", "/*[1]"],
    ["two colons", element("a:b:c"), "name-invalid", "/*[1]"],
    ["what XMLBuilder gives a meaning", element("#text", [], ["x"]), "name-invalid", "/*[1]"],
    ["an instruction as a name", element("?xml"), "name-invalid", "/*[1]"],
    ["a name beyond the limit", element("n".repeat(1025)), "name-invalid", "/*[1]"],
    [
      "an attribute twice",
      element("a", [
        ["b", "1"],
        ["b", "2"],
      ]),
      "attribute-repeated",
      "/a[1]/@b",
    ],
    ["257 levels", nested(257), "depth-exceeded", "/a[1]".repeat(257)],
    [
      "a large tree",
      element(
        "a",
        { "b ": "" },
        Array.from({ length: 5_000 }, () => "t"),
      ),
      "name-invalid",
      "/a[1]/@*",
    ],
  ])("%s", async ([, tree, code, path]) => {
    expect(() => xmlText(tree)).toThrow(expect.objectContaining({ code, path }));
    await expect(written(tree)).rejects.toMatchObject({ code, path });
  });

  test("streamed content in a string", () => {
    expect(() => xmlText(element("a", [], [content]))).toThrow(
      expect.objectContaining({ code: "content-not-text", path: "/a[1]/text()" }),
    );
  });

  test("streamed text that is not UTF-8, or that XML cannot hold", async () => {
    const of = (...bytes: number[]) =>
      element("a", [], [{ encoding: "text", stream: () => bytesOf(Uint8Array.from(bytes)) }]);
    await expect(written(of(0x41, 0xe9))).rejects.toMatchObject({
      code: "content-encoding-invalid",
      path: "/a[1]/text()",
    });
    await expect(written(of(0x41, 0x00))).rejects.toMatchObject({
      code: "character-not-allowed",
      path: "/a[1]/text()",
    });
  });

  test("256 levels are written, and names that JavaScript gives a meaning are names", async () => {
    await expect(parseXml(writeXml(nested(256)))).resolves.toBeDefined();
    const odd = element(
      "__proto__",
      [
        ["constructor", "1"],
        ["__proto__", "2"],
      ],
      [element("toString")],
    );
    expect(plain((await parseXml(writeXml(odd))).root)).toEqual(plainOutput(odd));
  });
});

test("xmlSafe replaces what XML cannot hold and counts it", () => {
  expect(xmlSafe("a\tb\n\u{1F600}")).toEqual({ text: "a\tb\n\u{1F600}", replaced: 0 });
  expect(xmlSafe("\0a\u000Bb\uFFFE\uD800")).toEqual({
    text: "\uFFFDa\uFFFDb\uFFFD\uFFFD",
    replaced: 4,
  });
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(() =>
        xmlText(element("a", { b: xmlSafe(text).text }, [xmlSafe(text).text])),
      ).not.toThrow();
    }),
  );
});
