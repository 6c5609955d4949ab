import { describe, expect, it } from "vitest";
import {
  describeResponseCode,
  formatResponseCode,
  parseResponseCode,
  responseCodes,
} from "./response-codes.ts";

describe("response codes", () => {
  it("has each published code once, in order", () => {
    expect(responseCodes.map(({ code }) => code)).toEqual([
      6, 7, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 30, 31, 99,
    ]);
  });

  it("reads `6` and `06` as one code, and writes two digits", () => {
    expect(["6", "06", " 06 ", "99", "-8", "six", ""].map(parseResponseCode)).toEqual([
      6,
      6,
      6,
      99,
      -8,
      undefined,
      undefined,
    ]);
    expect([6, 19, 102].map(formatResponseCode)).toEqual(["06", "19", "102"]);
  });

  it("keeps an unknown code", () => {
    expect(describeResponseCode(4711)).toMatchObject({ code: 4711, saidBy: "either" });
  });
});
