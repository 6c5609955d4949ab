import { describe, expect, it } from "vitest";
import { isLater } from "./time-order.ts";

describe("one time after another", () => {
  it("is so as far as both are precise", () => {
    expect(isLater("20190102", "20190101")).toBe(true);
    expect(isLater("2019", "20180101120000")).toBe(true);
    expect(isLater("201902", "20190101120000")).toBe(true);
    expect(isLater("2019", "20190101")).toBe(false);
    expect(isLater("20190101120001+0100", "20190101120000+0100")).toBe(true);
  });

  it("is not so by hours of other zones, or of texts that are no times", () => {
    expect(isLater("20190101235959", "20190101000000+0100")).toBe(false);
    for (const text of [undefined, "", "tomorrow", "19"])
      expect([isLater(text, "1900"), isLater("2019", text)]).toEqual([false, false]);
  });
});
