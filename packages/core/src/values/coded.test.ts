import { describe, expect, it } from "vitest";
import { codedSchema, labelOf } from "./coded.ts";
import type { Coded } from "./coded.ts";

const asthma: Coded = {
  text: "Asthma, childhood",
  codings: [
    { system: "ctv3", code: "H33..", display: "Asthma", asserted: "source" },
    { system: "snomed", code: "195967001", asserted: "source" },
  ],
  qualifiers: [
    {
      name: { codings: [], text: "severity" },
      value: { codings: [{ code: "X75ow", asserted: "source" }] },
    },
  ],
};

describe("coded concepts", () => {
  it("keep codings in order and both halves of a qualifier", () => {
    expect(codedSchema.parse(asthma)).toEqual(asthma);
  });

  it("refuse members nobody knows instead of dropping them", () => {
    expect(codedSchema.safeParse({ ...asthma, severity: "mild" }).success).toBe(false);
  });

  it("are labelled by their original words, else by the first term shown", () => {
    expect(labelOf(asthma)).toBe("Asthma, childhood");
    expect(labelOf({ codings: asthma.codings })).toBe("Asthma");
    expect(labelOf(undefined)).toBeUndefined();
  });
});
