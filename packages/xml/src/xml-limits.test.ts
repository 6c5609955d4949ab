import { describe, expect, test } from "vitest";

import { parseXml } from "./parse-xml.ts";
import { readXml } from "./read-xml.ts";
import { endless, utf8 } from "./testing/xml-samples.ts";
import { defaultXmlLimits } from "./xml-limits.ts";

const { depth, attributes, name, attributeValue, text, nodes } = defaultXmlLimits;

function nested(levels: number): string {
  return `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
}

function withAttributes(count: number): string {
  return `<a${Array.from({ length: count }, (_, index) => ` b${index}=""`).join("")}/>`;
}

describe("a document at its limit is read, one beyond is refused", () => {
  test("depth", async () => {
    await expect(parseXml(nested(depth))).resolves.toBeDefined();
    await expect(parseXml(nested(depth + 1))).rejects.toMatchObject({
      code: "depth-exceeded",
      line: 1,
      column: depth * 3 + 1,
    });
  });

  test("attributes of one element", async () => {
    await expect(parseXml(withAttributes(attributes))).resolves.toBeDefined();
    await expect(parseXml(`\n ${withAttributes(attributes + 1)}`)).rejects.toMatchObject({
      code: "attributes-exceeded",
      line: 2,
      column: 2,
    });
  });

  test("length of a name: element, attribute, instruction", async () => {
    const longest = "n".repeat(name);
    await expect(parseXml(`<${longest} ${longest}=""></${longest}>`)).resolves.toBeDefined();
    const refused = { code: "name-too-long", line: 1, column: 4 };
    await expect(parseXml(`<a><${longest}n/></a>`)).rejects.toMatchObject(refused);
    await expect(parseXml(`<a><b ${longest}n=""/></a>`)).rejects.toMatchObject(refused);
    await expect(parseXml(`<a><?${longest}n ?></a>`)).rejects.toMatchObject(refused);
  });

  test("length of an attribute value", async () => {
    const value = (length: number) => `<a><b c="${"v".repeat(length)}"/></a>`;
    await expect(parseXml(value(attributeValue))).resolves.toBeDefined();
    await expect(parseXml(value(attributeValue + 1))).rejects.toMatchObject({
      code: "attribute-too-long",
      line: 1,
      column: 4,
    });
  });

  test("length of a tag, comment or instruction", async () => {
    const limits = { markup: 100_000 };
    const refused = { code: "markup-too-long", line: 1, column: 4 };
    const filler = "x".repeat(300_000);
    await expect(parseXml(`<a><!--${filler}--></a>`)).resolves.toBeDefined();
    await expect(parseXml(`<a><!--${filler}--></a>`, { limits })).rejects.toMatchObject(refused);
    await expect(parseXml(`<a><?b ${filler}?></a>`, { limits })).rejects.toMatchObject(refused);
    await expect(parseXml(`<a><b${" ".repeat(300_000)}/></a>`, { limits })).rejects.toMatchObject(
      refused,
    );
  });

  test("all text and attribute values that are held", async () => {
    const limits = { text: 10 };
    await expect(parseXml("<a b='12345'>12<c/>345</a>", { limits })).resolves.toBeDefined();
    await expect(parseXml("<a b='12345'>12<c/>3456</a>", { limits })).rejects.toMatchObject({
      code: "text-exceeded",
      line: 1,
      column: 20,
    });
    await expect(parseXml("<a><b c='12345678901'/></a>", { limits })).rejects.toMatchObject({
      code: "text-exceeded",
      column: 4,
    });
  });

  test("all elements, attributes, texts, comments and instructions", async () => {
    const limits = { nodes: 6 };
    await expect(parseXml("<a b=''>1<c/><!-- --><?p?></a>", { limits })).resolves.toBeDefined();
    await expect(parseXml("<a b=''>1<c/><!-- --><?p?><d/></a>", { limits })).rejects.toMatchObject({
      code: "nodes-exceeded",
      line: 1,
      column: 27,
    });
    await expect(parseXml("<a b=''>1<c/><!-- --><?p?>2</a>", { limits })).rejects.toMatchObject({
      code: "nodes-exceeded",
    });
  });
});

describe("200 MB of junk is refused before much of it is read, and the source is closed", () => {
  const megabyte = 1_048_576;
  const random = new Uint8Array(65_536);
  // A linear congruential sequence: the same noise each time.
  for (let at = 0, state = 1; at < random.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    random[at] = state >> 16;
  }

  test.for<[what: string, head: string, piece: string | Uint8Array, code: string, atMost: number]>([
    ["random bytes", "", random, "encoding-invalid", 0.1],
    ["NUL bytes", "", new Uint8Array(65_536), "not-xml", 0.1],
    ["NUL bytes in an element", "<a>", new Uint8Array(65_536), "character-not-allowed", 0.2],
    ["random bytes in an element", "<a>", random, "encoding-invalid", 0.2],
    ["prose", "", "The patient was seen. ", "not-xml", 0.1],
    ["JSON", "", '{"resourceType":"Bundle"},', "not-xml", 0.1],
    ["white space", "", " \n", "not-xml", 0.2],
    ["endless element name", "<", "n", "name-too-long", 0.2],
    ["endless attribute name", "<a ", "n", "name-too-long", 0.2],
    ["endless end tag", "<a></", "n", "name-too-long", 0.2],
    ["endless entity", "<a>&", "n", "name-too-long", 0.2],
    ["endless character reference", "<a>&#", "0", "name-too-long", 0.2],
    ["endless instruction target", "<a><?", "n", "name-too-long", 0.2],
    ["endless attribute value", '<a b="', "v", "attribute-too-long", 1.2],
    ["endless attributes", "<a ", 'b="" ', "attributes-exceeded", 0.2],
    ["endless comment", "<!--", "x", "markup-too-long", 8.2],
    ["endless declaration", "<?xml ", " ", "markup-too-long", 8.2],
    ["endless document type", "<!DOCTYPE a [", "x", "doctype", 0.2],
    ["endless text", "<a>", "text ", "text-exceeded", 64.2],
    ["endless CDATA", "<a><![CDATA[", "]", "text-exceeded", 64.2],
    ["endless CDATA sections", "<a>", "<![CDATA[x]]>", "nodes-exceeded", 60],
    ["elements that never close", "", "<a>", "depth-exceeded", 0.2],
    ["endless empty elements", "<a>", "<b/>", "nodes-exceeded", 16],
    ["endless comments", "", "<!---->", "nodes-exceeded", 30],
    ["endless elements with attributes", "<a>", '<b c="" d=""/>', "nodes-exceeded", 30],
  ])("%s", async ([, head, piece, code, atMost]) => {
    // A part of what a record may hold shows the same.
    const scale = { "nodes-exceeded": 0.01, "text-exceeded": 0.1 }[code] ?? 1;
    const limits = { nodes: nodes * scale, text: text * scale };
    const { source, state } = endless(head, piece, 200 * megabyte);
    await expect(parseXml(source, { limits })).rejects.toMatchObject({ code });
    expect(state.read).toBeLessThanOrEqual(atMost * scale * megabyte + 65_536);
    expect(state.closed).toBe(true);
  });

  test("endless white space after the root keeps nothing, and ends", async () => {
    const { source } = endless("<a/>", " \n", 20 * megabyte);
    await expect(parseXml(source)).resolves.toMatchObject({ root: { name: "a", children: [] } });
  });

  test("streaming holds to the limits of mark-up as well", async () => {
    await expect(readXml(endless("<", "n", megabyte).source, {})).rejects.toMatchObject({
      code: "name-too-long",
    });
    await expect(readXml(endless("", "<a>", megabyte).source, {})).rejects.toMatchObject({
      code: "depth-exceeded",
    });
  });

  test("one chunk of 200 MB is taken apart", async () => {
    const bytes = new Uint8Array(200 * megabyte).fill(0x6e);
    bytes.set(utf8("<"));
    await expect(parseXml(bytes)).rejects.toMatchObject({ code: "name-too-long" });
  });
});

test("the limits leave room for a record of 50 MB and end what is none", () => {
  expect(text).toBeGreaterThan(50_000_000);
  // Real extracts hold 36,000 nodes a megabyte.
  expect(nodes).toBeGreaterThan(50 * 36_000 * 2);
});
