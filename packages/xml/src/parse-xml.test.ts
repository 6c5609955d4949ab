import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseXml } from "./parse-xml.ts";
import { bytesOf, inPieces, outputTree, plain, utf8 } from "./testing/xml-samples.ts";
import { XmlError } from "./xml-error.ts";
import { isXmlElement } from "./xml-node.ts";
import type { XmlElement } from "./xml-node.ts";
import { xmlText } from "./xml-text.ts";

function* elementsOf(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of node.children) if (isXmlElement(child)) yield* elementsOf(child);
}

async function refusal(source: Parameters<typeof parseXml>[0]): Promise<XmlError> {
  const error: unknown = await parseXml(source).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!XmlError.isInstance(error)) throw new TypeError(`not refused: ${String(error)}`);
  return error;
}

describe("what a tree says", () => {
  test("names, namespaces, attributes in order, parents and places", async () => {
    const { root, declaration, encoding, notes } = await parseXml(
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' +
        '<a xmlns="urn:d" xmlns:x="urn:x"\n  z="1" x:b="2">\n  <x:c/><d xmlns=""><e/></d>\n</a>',
    );
    expect({ encoding, notes, declaration }).toEqual({
      encoding: "text",
      notes: [],
      declaration: { version: "1.0", encoding: "utf-8", standalone: "yes" },
    });
    const [a, c, d, e] = [...elementsOf(root)];
    expect(
      [a, c, d, e].map((node) => [
        node?.name,
        node?.local,
        node?.namespace,
        node?.line,
        node?.column,
      ]),
    ).toEqual([
      ["a", "a", "urn:d", 2, 1],
      ["x:c", "c", "urn:x", 4, 3],
      ["d", "d", "", 4, 9],
      ["e", "e", "", 4, 21],
    ]);
    expect(a?.attributes).toEqual([
      { name: "xmlns", local: "xmlns", namespace: "http://www.w3.org/2000/xmlns/", value: "urn:d" },
      { name: "xmlns:x", local: "x", namespace: "http://www.w3.org/2000/xmlns/", value: "urn:x" },
      { name: "z", local: "z", namespace: "", value: "1" },
      { name: "x:b", local: "b", namespace: "urn:x", value: "2" },
    ]);
    expect(a === undefined ? undefined : "parent" in a).toBe(false);
    expect(e?.parent).toBe(d);
    expect(d?.parent).toBe(a);
  });

  test("text, CDATA and what stands around a comment are one text; references are decoded, line ends are one", async () => {
    const { root } = await parseXml(
      "<a>1 &lt;&#x41;&#66;<![CDATA[<&amp;]]><!-- c -->\r\nend\r<b/>\n</a>",
    );
    expect(root.children.map((child) => (isXmlElement(child) ? child.name : child))).toEqual([
      { text: "1 <AB<&amp;\nend\n", line: 1, column: 4 },
      "b",
      { text: "\n", line: 3, column: 5 },
    ]);
  });

  test("white space in attribute values is what XML 1.0 says it is", async () => {
    const { root } = await parseXml('<a b="1\t2\r\n3&#10;4&#9;5"/>');
    expect(root.attributes[0]?.value).toBe("1 2 3\n4\t5");
  });

  test("values are text: nothing is made a number, nothing is trimmed", async () => {
    const { root } = await parseXml('<a nhs="0012345678" dose="1.50"> 007 </a>');
    expect(plain(root)).toEqual([
      "a",
      [
        ["nhs", "0012345678"],
        ["dose", "1.50"],
      ],
      [" 007 "],
    ]);
  });

  test("a document that says XML 1.1 is held to the rules of 1.0", async () => {
    await expect(parseXml('<?xml version="1.1"?><a/>')).resolves.toMatchObject({
      declaration: { version: "1.1" },
    });
    expect((await refusal('<?xml version="1.1"?><a>&#1;</a>')).code).toBe(
      "character-reference-invalid",
    );
  });

  test("names that JavaScript gives a meaning are names", async () => {
    const { root } = await parseXml(
      '<__proto__ constructor="1" __proto__="2"><toString/></__proto__>',
    );
    expect(plain(root)).toEqual([
      "__proto__",
      [
        ["constructor", "1"],
        ["__proto__", "2"],
      ],
      [["toString", [], []]],
    ]);
  });

  test("how the bytes are cut does not show", async () => {
    await fc.assert(
      fc.asyncProperty(outputTree, fc.integer({ min: 1, max: 9 }), async (tree, length) => {
        const text = xmlText(tree, { declaration: true });
        const whole = await parseXml(text);
        const cut = await parseXml(inPieces(utf8(text), length));
        expect(cut.root).toEqual(whole.root);
      }),
    );
  });

  test("every element says where its start tag is", async () => {
    await fc.assert(
      fc.asyncProperty(outputTree, async (tree) => {
        const text = xmlText(tree)
          .replaceAll("><", ">\r\n\t<!-- \n --><?p \n?><")
          .replaceAll('" ', '"\n');
        const lines = text.split(/\r\n|\r|\n/);
        const { root } = await parseXml(text);
        for (const { name, line, column } of elementsOf(root)) {
          expect(lines[line - 1]?.slice(column - 1).startsWith(`<${name}`)).toBe(true);
        }
      }),
    );
  });
});

describe("what is refused, and where", () => {
  test.for([
    ["", "empty", 1, 1],
    [" \n ", "empty", 2, 2],
    ["hello", "not-xml", 1, 1],
    ["\n {}", "not-xml", 2, 2],
    ["\0\0\0\0<a/>", "not-xml", 1, 1],
    ["<", "truncated", 1, 1],
    ['<?xml version="1.0"?>', "truncated", 1, 21],
    ["<a><b></b>", "truncated", 1, 10],
    ["<a", "truncated", 1, 2],
    ["<a>text", "truncated", 1, 7],
    ["<a><!-- ", "truncated", 1, 8],
    ["<a><![CDATA[x]]", "truncated", 1, 15],
    ["<a>&am", "truncated", 1, 6],
    ["<a></b>", "tag-mismatch", 1, 7],
    ["<a>\n</a ></b>", "tag-mismatch", 2, 9],
    ["</a>", "tag-mismatch", 1, 4],
    ["<a/></b>", "tag-mismatch", 1, 8],
    ["<a/><b/>", "root-repeated", 1, 5],
    ["<a/>x", "text-outside-root", 1, 5],
    ["<a/> \n x<b/>", "text-outside-root", 2, 2],
    ["<!-- -->\nx<a/>", "text-outside-root", 2, 1],
    ["<a/> <![CDATA[x]]>", "text-outside-root", 1, 14],
    ["<a/>&#32;", "text-outside-root", 1, 5],
    ['<a b="1" b="2"/>', "attribute-repeated", 1, 1],
    ['<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', "attribute-repeated", 1, 1],
    ["<a b/>", "attribute-malformed", 1, 5],
    ["<a b=1/>", "attribute-malformed", 1, 6],
    ['<a b="1"c="2"/>', "attribute-malformed", 1, 9],
    ['<a b="<"/>', "character-not-allowed", 1, 7],
    ["<a>\u0001</a>", "character-not-allowed", 1, 4],
    ["<a>\0</a>", "character-not-allowed", 1, 4],
    ["<a>\uFFFE</a>", "character-not-allowed", 1, 4],
    ["<a>\n\uD800</a>", "character-not-allowed", 2, 1],
    ["<a>&#0;</a>", "character-reference-invalid", 1, 7],
    ["<a>&#xD800;</a>", "character-reference-invalid", 1, 11],
    ["<a>&#x110000;</a>", "character-reference-invalid", 1, 13],
    ["<a>&nbsp;</a>", "entity-undefined", 1, 9],
    ["<a>&__proto__;</a>", "entity-undefined", 1, 14],
    ["<a>a & b</a>", "truncated", 1, 12],
    ["<a>a & b;</a>", "entity-undefined", 1, 9],
    ["<a>]]></a>", "markup-malformed", 1, 6],
    ["<a><!-- -- --></a>", "markup-malformed", 1, 11],
    ["<a><?b:c d?></a>", "markup-malformed", 1, 4],
    ["<a><!ELEMENT></a>", "markup-malformed", 1, 12],
    ["<1/>", "tag-malformed", 1, 2],
    ["<a / >", "tag-malformed", 1, 5],
    ["<a:b/>", "namespace-malformed", 1, 1],
    ["<a b:c='1'/>", "namespace-malformed", 1, 1],
    ["<:a/>", "namespace-malformed", 1, 1],
    ["<a xmlns:b='u'><b:c:d/></a>", "namespace-malformed", 1, 16],
    ["<a xmlns:b='u'><b:1/></a>", "namespace-malformed", 1, 16],
    ["<a xmlns:b=''/>", "namespace-malformed", 1, 1],
    ["<a xmlns:xmlns='u'/>", "namespace-malformed", 1, 1],
    ["<a xmlns:xml='u'/>", "namespace-malformed", 1, 1],
    ["<a xmlns='http://www.w3.org/XML/1998/namespace'/>", "namespace-malformed", 1, 1],
    ["<a xmlns:b='http://www.w3.org/2000/xmlns/'/>", "namespace-malformed", 1, 1],
    ["<xmlns:a/>", "namespace-malformed", 1, 1],
    ["<a><b xmlns:c='u'/><c:d/></a>", "namespace-malformed", 1, 20],
    ['<?xml encoding="utf-8"?><a/>', "declaration-malformed", 1, 15],
    [
      '<?xml version="1.0" encoding="utf-8" standalone="maybe"?><a/>',
      "declaration-malformed",
      1,
      55,
    ],
    ["<!-- --><?xml version='1.0'?><a/>", "declaration-malformed", 1, 14],
    ["<!DOCTYPE a><a/>", "doctype", 1, 9],
    ["\n<!DOCTYPE a [\n<!ENTITY b 'c'>\n]>\n<a>&b;</a>", "doctype", 2, 9],
    ["<!DOCTYPE a SYSTEM 'file:///etc/passwd", "doctype", 1, 9],
    ["<a><!DOCTYPE a></a>", "doctype", 1, 12],
  ] as const)("%j is %s at %i:%i", async ([text, code, line, column]) => {
    const error = await refusal(text);
    expect({ code: error.code, line: error.line, column: error.column }).toEqual({
      code,
      line,
      column,
    });
    if (!text.includes("\uD800")) {
      const cut = await refusal(inPieces(utf8(text), 1));
      expect({ code: cut.code, line: cut.line, column: cut.column }).toEqual({
        code,
        line,
        column,
      });
    }
  });

  test("messages are fixed text and hold nothing of the document", async () => {
    const first = await refusal('<Smith dob="1950-01-02" dob="1950-01-02"/>');
    const second = await refusal('<a b="1" b="2"/>');
    expect(first.message).toBe(second.message);
    expect(first).toBeInstanceOf(Error);
  });

  test("a document cut off anywhere is refused", async () => {
    const text =
      '<?xml version="1.0"?>\n<a b="1"><c>t&amp;&#65;</c><![CDATA[x]]><!-- c --><?p i?><d/></a>';
    for (let length = 0; length < text.length; length += 1) {
      expect(["truncated", "empty"]).toContain((await refusal(text.slice(0, length))).code);
    }
  });
});

describe("sources", () => {
  test("bytes, chunks and text give the same", async () => {
    const text = "<a>\u00E9\u20AC\u{1F600}</a>";
    const expected = plain((await parseXml(text)).root);
    expect(plain((await parseXml(utf8(text))).root)).toEqual(expected);
    expect(plain((await parseXml(bytesOf("<a>", "\u00E9\u20AC\u{1F600}", "</a>"))).root)).toEqual(
      expected,
    );
  });

  test("a source is closed when its document is refused, and its own error is passed on", async () => {
    let closed = 0;
    const source = (first: string, error?: Error) =>
      (async function* () {
        try {
          yield utf8(first);
          if (error !== undefined) throw error;
          yield utf8("<b>");
        } finally {
          closed += 1;
        }
      })();
    await expect(parseXml(source("nothing"))).rejects.toMatchObject({ code: "not-xml" });
    await expect(parseXml(source("<a></c>"))).rejects.toMatchObject({ code: "tag-mismatch" });
    await expect(parseXml(source("<a>", new RangeError("disk")))).rejects.toThrow("disk");
    await expect(
      parseXml(source('<?xml version="1.0" encoding="ebcdic-uk"?>')),
    ).rejects.toMatchObject({
      code: "encoding-unknown",
    });
    expect(closed).toBe(4);
  });

  test("an abort rejects with its reason, also while the source keeps silent", async () => {
    const controller = new AbortController();
    const silent = (async function* () {
      yield utf8("<a>");
      await new Promise(() => undefined);
    })();
    const parsing = parseXml(silent, { signal: controller.signal });
    controller.abort(new Error("stopped"));
    await expect(parsing).rejects.toThrow("stopped");
    await expect(parseXml("<a/>", { signal: controller.signal })).rejects.toThrow("stopped");
  });
});
