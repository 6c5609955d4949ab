import { describe, expect, it } from "vitest";
import { jsonText } from "./json-text.ts";

describe("jsonText", () => {
  it("replaces what PostgreSQL cannot hold and nothing else", () => {
    expect(JSON.parse(jsonText({ a: ["x\0y", "\uD83D", "😀", "\\u0000", 1, null, true] }))).toEqual(
      {
        a: ["x\uFFFDy", "\uFFFD", "😀", "\\u0000", 1, null, true],
      },
    );
  });
});
