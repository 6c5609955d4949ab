import { describe, expect, it } from "vitest";
import { testkitJsonAdapter as adapter } from "../testing/testkit-json-adapter.ts";
import { describeSupplierAdapter } from "./describe-supplier-adapter.ts";
import { findingsOf, lawNames, renderFindings } from "./law.ts";
import type { LawName } from "./law.ts";

describe("a skip", () => {
  it("needs a reason and a law there is", () => {
    const skipping = (law: string, reason: string) => () => {
      describeSupplierAdapter({ adapter, cases: [], skip: [{ law: law as LawName, reason }] });
    };
    expect(skipping("home", " ")).toThrow("needs a reason");
    expect(skipping("gravity", "we float")).toThrow(lawNames.join(", "));
  });
});

describe("a finding", () => {
  it("is read as what is broken, where, and what to do", () => {
    const law = { name: "home", holds: "things come home.", checks: () => [] } as const;
    const found = Array.from({ length: 23 }, (_, at) => `/place/${String(at)}`);
    const text = renderFindings(law, [{ broken: "It does not.", found, advice: "mend it." }]);
    expect(text.split("\n").slice(0, 4)).toEqual([
      "The law home is broken: things come home.",
      "",
      "It does not.",
      "  - /place/0",
    ]);
    expect(text.split("\n").slice(-2)).toEqual(["  … and 3 more", "What to do: mend it."]);
  });

  it("is made of a throw too", async () => {
    const run = () => {
      throw new TypeError("a bug");
    };
    const [finding] = await findingsOf({ title: "x", run });
    expect(finding?.broken).toBe("The adapter throws.");
    expect(finding?.found?.[0]).toContain("a bug");
  });
});
