import { describe, expect, test } from "vitest";

import { decodeBase64 } from "./base64-decoder.ts";
import { element } from "./output-element.ts";
import { parseXml } from "./parse-xml.ts";
import { readXml } from "./read-xml.ts";
import type { XmlTextPiece } from "./read-xml.ts";
import { bytesOf, endless, inPieces, plain, utf8 } from "./testing/xml-samples.ts";
import { writeXml } from "./write-xml.ts";
import { elementPath } from "./element-path.ts";
import { isXmlElement } from "./xml-node.ts";

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

describe("parseXml hands long text on", () => {
  const long = "0123456789".repeat(20_000);

  test("what the reader makes of it stands in its place", async () => {
    const { root } = await parseXml(`<a>s<b id="1">${long}<![CDATA[end]]></b><c>${long}</c></a>`, {
      longText: async (at, pieces) => ({
        path: elementPath(at),
        attributes: at.attributes.length,
        text: await joined(pieces),
      }),
    });
    const [, b, c] = root.children.filter((child) => isXmlElement(child) || child.text !== "");
    expect(b).toMatchObject({
      children: [
        {
          text: "",
          line: 1,
          column: 15,
          external: { path: "/a[1]/b[1]", attributes: 1, text: `${long}end` },
        },
      ],
    });
    expect(c).toMatchObject({
      children: [{ text: "", external: { path: "/a[1]/c[1]", text: long } }],
    });
    expect(root.children[0]).toEqual({ text: "s", line: 1, column: 4 });
  });

  test("text up to the threshold, and what the reader does not want, stays in the tree", async () => {
    const offered: string[] = [];
    const { root } = await parseXml("<a>123<b>1234</b><c>12345</c></a>", {
      longTextOver: 3,
      longText: (at, pieces) => {
        offered.push(at.name);
        return at.name === "c" ? joined(pieces) : undefined;
      },
    });
    expect(offered).toEqual(["b", "c"]);
    expect(plain(root)).toEqual(["a", [], ["123", ["b", [], ["1234"]], ["c", [], [""]]]]);
  });

  test("the text is offered once, also where it comes in many pieces", async () => {
    let offers = 0;
    const source = bytesOf(..."<a>", ...Array.from({ length: 50 }, () => "text"), "</a>");
    const { root } = await parseXml(source, {
      longTextOver: 10,
      longText: () => {
        offers += 1;
        return undefined;
      },
    });
    expect(offers).toBe(1);
    expect(root.children).toMatchObject([{ text: "text".repeat(50) }]);
  });

  test("with a threshold of 0 every text is offered, each with its own element", async () => {
    const { root } = await parseXml("<a>1<b>2</b>3<b>4</b></a>", {
      longTextOver: 0,
      longText: async (at, pieces) => `${at.name}${await joined(pieces)}`,
    });
    const externals = root.children.map((child) =>
      isXmlElement(child)
        ? child.children.map((text) => "external" in text && text.external)
        : child.external,
    );
    expect(externals).toEqual(["a1", ["b2"], "a3", ["b4"]]);
  });

  test("text that is handed on does not count as held, and the source waits for the reader", async () => {
    const { source, state } = endless("<a>", "QUJD", 100_000_000);
    let ahead = 0;
    let taken = 0;
    const tail = (async function* () {
      yield* source;
      yield utf8("</a>");
    })();
    const { root } = await parseXml(tail, {
      limits: { text: 200_000 },
      longText: async (_at, pieces) => {
        for await (const piece of pieces) {
          ahead = Math.max(ahead, state.read - taken);
          taken += piece.length;
        }
        return taken;
      },
    });
    expect(root.children).toMatchObject([{ external: state.read }]);
    expect(ahead).toBeLessThan(4 * 65_536);
  });

  test("a reader that stops early is written past; one that never looks as well", async () => {
    const { root } = await parseXml(`<a><b>${long}</b><c>${long}</c></a>`, {
      longText: async (at, pieces) => {
        if (at.name === "b") for await (const piece of pieces) return piece.length < long.length;
        return at.name;
      },
    });
    expect(root.children).toMatchObject([
      { children: [{ external: true }] },
      { children: [{ external: "c" }] },
    ]);
  });

  test("an error of the reader ends the reading and closes the source", async () => {
    const { source, state } = endless("<a>", "x", 10_000_000);
    await expect(
      parseXml(source, {
        longText: async (_at, pieces) => {
          for await (const piece of pieces) if (piece !== "") throw new RangeError("store is full");
          return true;
        },
      }),
    ).rejects.toThrow("store is full");
    expect(state.closed).toBe(true);
    expect(state.read).toBeLessThan(1_000_000);
  });

  test("the reader learns that the document is malformed, and is awaited", async () => {
    let seen: unknown;
    let settled = false;
    const reading = parseXml(inPieces(utf8(`<a>${long}</b>`), 10_000), {
      longText: async (_at, pieces) => {
        try {
          await joined(pieces);
        } catch (error) {
          seen = error;
          await Promise.resolve();
          settled = true;
          throw error;
        }
        return true;
      },
    });
    await expect(reading).rejects.toMatchObject({ code: "tag-mismatch" });
    expect(seen).toMatchObject({ code: "tag-mismatch" });
    expect(settled).toBe(true);
  });

  test("an abort ends a reading that waits for its reader", async () => {
    const controller = new AbortController();
    const reading = parseXml(`<a>${long}</a>`, {
      signal: controller.signal,
      longText: async () => {
        controller.abort(new Error("stopped"));
        await new Promise(() => undefined);
        return true;
      },
    });
    await expect(reading).rejects.toThrow("stopped");
  });

  test("base64 comes out as the bytes that went in, whatever the cut", async () => {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, at) => (at * 7) & 0xff);
    const tree = element("a", {}, [{ encoding: "base64", stream: () => inPieces(bytes, 1_000) }]);
    const { root } = await parseXml(writeXml(tree), {
      longText: async (_at, pieces) => {
        const parts: Uint8Array[] = [];
        for await (const part of decodeBase64(pieces)) parts.push(part);
        return Buffer.concat(parts);
      },
    });
    expect(root.children).toMatchObject([{ external: Buffer.from(bytes) }]);
  });
});

describe("readXml", () => {
  test("tells tags and texts in order and waits for each answer", async () => {
    const told: string[] = [];
    let running = 0;
    const tell = async (what: string) => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      told.push(what);
      running -= 1;
    };
    const end = await readXml(
      bytesOf('<?xml version="1.0"?><a b="1">t<!-- --><![CDATA[u]]><c/>', "\n</a>"),
      {
        open: (tag) => tell(`<${tag.name} ${tag.attributes.length} ${tag.line}:${tag.column}`),
        text: ({ text, line, column, last }) =>
          tell(`${JSON.stringify(text)} ${line}:${column} ${last}`),
        close: (tag) => tell(`/${tag.name}`),
      },
    );
    expect(told).toEqual([
      "<a 1 1:22",
      '"tu" 1:31 true',
      "<c 0 1:53",
      "/c",
      '"\\n" 1:57 true',
      "/a",
    ]);
    expect(end).toEqual({ encoding: "utf-8", notes: [], declaration: { version: "1.0" } });
  });

  test("long text comes in pieces, the last one marked", async () => {
    const pieces: XmlTextPiece[] = [];
    await readXml(`<a>${"x".repeat(200_000)}</a>`, { text: (piece) => void pieces.push(piece) });
    expect(pieces.map(({ last }) => last)).toEqual([false, false, true]);
    expect(pieces.reduce((length, { text }) => length + text.length, 0)).toBe(200_000);
    expect(new Set(pieces.map(({ line, column }) => `${line}:${column}`))).toEqual(
      new Set(["1:4"]),
    );
  });

  test("a document larger than a tree may be streams through", async () => {
    const { source } = endless("<a>", "<b>text</b>", 8_000_000);
    let elements = 0;
    const tail = (async function* () {
      yield* source;
      yield utf8("</a>");
    })();
    await readXml(tail, { close: () => void (elements += 1) }, { limits: { nodes: 10, text: 10 } });
    expect(elements).toBeGreaterThan(700_000);
  });

  test("an error of the handler and an abort end it", async () => {
    await expect(
      readXml("<a/>", {
        open: () => {
          throw new RangeError("enough");
        },
      }),
    ).rejects.toThrow("enough");
    const controller = new AbortController();
    const { source, state } = endless("<a>", "<b/>", 50_000_000);
    await expect(
      readXml(
        source,
        { open: async () => controller.abort(new Error("stopped")) },
        { signal: controller.signal },
      ),
    ).rejects.toThrow("stopped");
    expect(state.read).toBeLessThan(1_000_000);
  });
});
