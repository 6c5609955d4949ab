import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { elementPath } from "./element-path.ts";
import { parseXml } from "./parse-xml.ts";
import { outputTree } from "./testing/xml-samples.ts";
import { isXmlElement } from "./xml-node.ts";
import type { XmlElement } from "./xml-node.ts";
import { XmlTaker } from "./xml-taker.ts";
import { xmlText } from "./xml-text.ts";

async function taking(
  text: string,
): Promise<{ root: XmlElement; taker: XmlTaker; left: () => string[] }> {
  const { root } = await parseXml(text);
  const taker = new XmlTaker(root);
  return { root, taker, left: () => taker.untaken().map(({ path }) => path) };
}

function some<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("expected something");
  return value;
}

describe("XmlTaker", () => {
  test("reports every attribute, topmost element and text that nobody took, in order, with its place", async () => {
    const { root, taker } = await taking(
      '<a b="1" xmlns="u" xmlns:x="v">\n<c d="2"><e/></c> t\n<x:c/><c/></a>',
    );
    const c = some(taker.child(root, "c"));
    expect(
      taker
        .untaken()
        .map(({ kind, path, line, column, within }) => [kind, path, line, column, within?.name]),
    ).toEqual([
      ["attribute", "/a[1]/@b", 1, 1, "a"],
      ["attribute", "/a[1]/c[1]/@d", 2, 1, "c"],
      ["element", "/a[1]/c[1]/e[1]", 2, 10, "c"],
      ["text", "/a[1]/text()[2]", 2, 18, "a"],
      ["element", "/a[1]/x:c[1]", 3, 1, "a"],
      ["element", "/a[1]/c[2]", 3, 7, "a"],
    ]);
    expect(taker.untaken(c).map(({ path }) => path)).toEqual(["/a[1]/c[1]/@d", "/a[1]/c[1]/e[1]"]);
    const second = some(root.children.filter(isXmlElement)[2]);
    expect(taker.untaken(second).map(({ path }) => path)).toEqual(["/a[1]/c[2]"]);
  });

  test("nothing is left of what was taken", async () => {
    const { root, taker, left } = await taking(
      '<a b="1"><c>t<!-- -->u</c><d><e f="2">g</e></d> </a>',
    );
    expect(taker.attribute(root, "b")).toBe("1");
    expect(taker.text(some(taker.child(root, "c")))).toBe("tu");
    taker.takeAll(some(taker.child(root, "d")));
    expect(left()).toEqual([]);
    expect(
      taker.untaken(some(root.children.filter(isXmlElement)[1]?.children.filter(isXmlElement)[0])),
    ).toEqual([]);
  });

  test("child gives one after the other, children the rest, elements what is left of any name", async () => {
    for (const filler of ["", "<x/>".repeat(20)]) {
      const { root, taker } = await taking(
        `<a><b n="1"/><c/><b n="2"/><b n="3"/><d/>${filler}</a>`,
      );
      const number = (found: XmlElement | undefined) => found?.attributes[0]?.value;
      expect(number(taker.child(root, "b"))).toBe("1");
      expect(taker.children(root, "b").map(number)).toEqual(["2", "3"]);
      expect(taker.child(root, "b")).toBeUndefined();
      expect(taker.children(root, "b")).toEqual([]);
      expect(taker.child(root, "none")).toBeUndefined();
      expect(
        taker
          .elements(root)
          .slice(0, 2)
          .map(({ name }) => name),
      ).toEqual(["c", "d"]);
      expect(taker.elements(root)).toEqual([]);
      expect(taker.untaken().map(({ path }) => path)).toEqual([
        "/a[1]/b[1]/@n",
        "/a[1]/b[2]/@n",
        "/a[1]/b[3]/@n",
      ]);
    }
  });

  test("an attribute is found by local name; the one in no namespace comes first", async () => {
    const { root, taker, left } = await taking('<a xmlns:x="u" x:type="1" type="2" x:other="3"/>');
    expect(taker.attribute(root, "type")).toBe("2");
    expect(taker.attribute(root, "other")).toBe("3");
    expect(taker.attribute(root, "none")).toBeUndefined();
    expect(taker.attribute(root, "other", "")).toBeUndefined();
    expect(left()).toEqual(["/a[1]/@x:type"]);
    expect(taker.attribute(root, "type", "u")).toBe("1");
    expect(left()).toEqual([]);
  });

  test("white space is not missed, other text is; an empty element has the text ''", async () => {
    const { root, taker, left } = await taking("<a> \n\t<b>\u00A0</b></a>");
    const b = some(taker.child(root, "b"));
    expect(left()).toEqual(["/a[1]/b[1]/text()[1]"]);
    expect(taker.text(b)).toBe("\u00A0");
    expect(taker.text(root)).toBe(" \n\t");
    expect(left()).toEqual([]);
  });

  test("text that was handed on is taken by external only", async () => {
    const { root } = await parseXml("<a>long<b/>er</a>", {
      longTextOver: 3,
      longText: async () => "kept elsewhere",
    });
    const taker = new XmlTaker(root);
    expect(taker.text(root)).toBe("er");
    expect(taker.untaken().map(({ path }) => path)).toEqual(["/a[1]/text()[1]", "/a[1]/b[1]"]);
    expect(taker.external(root)).toBe("kept elsewhere");
    expect(taker.external(root)).toBeUndefined();
    expect(taker.untaken().map(({ path }) => path)).toEqual(["/a[1]/b[1]"]);
  });

  test("what is taken and what is left are together all there is", async () => {
    await fc.assert(
      fc.asyncProperty(outputTree, fc.infiniteStream(fc.boolean()), async (tree, wanted) => {
        const { root } = await parseXml(xmlText(tree));
        const taker = new XmlTaker(root);
        const wants = () => wanted.next().value === true;
        let taken = 1;
        const all = (node: XmlElement): number =>
          1 +
          node.attributes.length +
          node.children.reduce((sum, child) => sum + (isXmlElement(child) ? all(child) : 1), 0);
        const isBlank = (text: string) => text.trim() === "" && !/[^ \t\r\n]/.test(text);
        const blanks = (node: XmlElement): number =>
          node.children.reduce(
            (sum, child) =>
              sum + (isXmlElement(child) ? blanks(child) : isBlank(child.text) ? 1 : 0),
            0,
          );
        const walk = (node: XmlElement): void => {
          for (const { local } of node.attributes)
            if (wants() && taker.attribute(node, local) !== undefined) taken += 1;
          for (const child of node.children) {
            if (!isXmlElement(child) || !wants()) continue;
            const next = some(taker.child(node, child.local));
            taken += 1;
            walk(next);
          }
          if (wants()) {
            taker.text(node);
            taken += node.children.filter(
              (child) => !isXmlElement(child) && !isBlank(child.text),
            ).length;
          }
        };
        walk(root);
        const left = taker
          .untaken()
          .reduce(
            (sum, part) => sum + (part.kind === "element" ? all(part.node) - blanks(part.node) : 1),
            0,
          );
        expect(taken + left).toBe(all(root) - blanks(root));
      }),
    );
  });

  test("a hundred thousand siblings take no scan", async () => {
    const { root } = await parseXml(`<a>${'<b c="1"/>'.repeat(100_000)}</a>`);
    const taker = new XmlTaker(root);
    let count = 0;
    for (let child = taker.child(root, "b"); child !== undefined; child = taker.child(root, "b")) {
      taker.attribute(child, "c");
      count += elementPath(child) === `/a[1]/b[${count + 1}]` ? 1 : 0;
    }
    expect(count).toBe(100_000);
    expect(taker.untaken()).toEqual([]);
  });
});
