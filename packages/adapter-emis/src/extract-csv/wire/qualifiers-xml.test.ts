import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQualifiers, writeQualifiers } from "./qualifiers-xml.ts";

const words = fc.record(
  { text: fc.stringMatching(/^[ -~é½]{1,20}$/), codeId: fc.stringMatching(/^[1-9]\d{0,15}$/) },
  { requiredKeys: ["text"] },
);
const items = fc.array(fc.record({ key: words, value: words }, { requiredKeys: ["key"] }), {
  minLength: 1,
  maxLength: 4,
});

describe("qualifiers", () => {
  it("read back as they were written", () => {
    fc.assert(
      fc.property(items, (all) => {
        expect(readQualifiers(writeQualifiers(all) ?? "")).toEqual(all);
      }),
    );
  });

  it("are as EMIS writes them", () => {
    const cell =
      '<qualifier><item><key codeId="0">Manufacturer</key><value>bexsero</value></item></qualifier>';
    const all = [{ key: { text: "Manufacturer" }, value: { text: "bexsero" } }];
    expect(readQualifiers(cell)).toEqual(all);
    expect(writeQualifiers(all)).toBe(cell);
  });

  it("are none of anything else, which is then kept as it came", () => {
    for (const cell of [
      '<qualifier><item><key codeId="0">Manufacturer</key><value>bexsero</value>',
      "<qualifier/>",
      "<qualifier>words</qualifier>",
      '<qualifier><item><key codeId="0">A</key><value>b</value><value>c</value></item></qualifier>',
      '<qualifier><item weight="1"><key codeId="0">A</key></item></qualifier>',
      "left eye",
    ])
      expect(readQualifiers(cell)).toBeUndefined();
    expect(writeQualifiers([])).toBeUndefined();
    expect(writeQualifiers([{ key: { text: "A\u0007" } }])).toBeUndefined();
  });
});
