import { bytesOf } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { changedValue } from "./changed-value.ts";
import { leavesOfParts } from "./leaves-of-source.ts";

const leavesOf = (text: string) =>
  leavesOfParts([{ name: "a", bytes: new TextEncoder().encode(text) }]);
const seen = (text: string) => leavesOf(text).map(({ where, value }) => `${where}=${value}`);

describe("the leaves of a source", () => {
  it("of XML are attributes and texts, with entities read, without namespaces and comments", () => {
    const xml = `<?xml version="1.0"?><!-- no --><r xmlns="urn:x" a='1 > 0'>
      <b>x &amp; &#233;</b><c/><![CDATA[ <raw> ]]></r>`;
    expect(seen(xml)).toEqual(["a r/@a=1 > 0", "a r/b=x & é", "a r=<raw>"]);
  });

  it("of JSON are strings, numbers and truths, by the names around them", () => {
    expect(seen('{"a":{"b":["x",1.50]},"c":true,"d":null}')).toEqual([
      "a a/b=x",
      "a a/b=1.50",
      "a c=true",
    ]);
  });

  it("of rows are cells, quoted or not", () => {
    expect(seen('n,"t, u"\n7,\n')).toEqual(["a column 1=n", "a column 2=t, u", "a column 1=7"]);
  });

  it("of what is no text are none", () => {
    expect(leavesOfParts([{ name: "a", bytes: Uint8Array.of(0xff, 0xfe, 0x00) }])).toEqual([]);
    expect(leavesOf("plain words")).toEqual([]);
  });

  it("can each be changed alone", async () => {
    const [, second] = leavesOf('<r a="1" b="29"/>');
    const [part] = second?.changed().parts ?? [];
    expect(new TextDecoder().decode(part && (await bytesOf(part)))).toBe('<r a="1" b="20"/>');
  });

  it.each([
    ["1999", "1990"],
    ["abc", "abd"],
    ["Z", "A"],
    ["(8)", "(9)"],
    ["…", "…x"],
  ])("change %s into %s", (before, after) => {
    expect(changedValue(before)).toBe(after);
  });
});
