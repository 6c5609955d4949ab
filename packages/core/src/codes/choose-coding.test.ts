import { describe, expect, it } from "vitest";
import { noMaps } from "../contract/terminology-v1.ts";
import type { TerminologyV1 } from "../contract/terminology-v1.ts";
import type { Coded } from "../values/coded.ts";
import { chooseCoding } from "./choose-coding.ts";
import { degradeKindOf } from "./degrade-codes.ts";

const coded: Coded = {
  codings: [
    { system: "ctv3", code: "XE0Ub", asserted: "source" },
    { system: "snomed", code: "59621000", asserted: "source" },
    { system: "read-v2", code: "G20..00", asserted: "mapped" },
  ],
};

describe("the code a target is given", () => {
  it("is the source's own in the target's native system, before one of another system it holds", () => {
    expect(
      chooseCoding(coded, {
        targets: ["snomed", "ctv3"],
        kind: "record-entry",
        terminology: noMaps,
      }),
    ).toMatchObject({
      by: "source",
      index: 1,
    });
  });

  it("is a code the source asserted before a mapped one", () => {
    expect(
      chooseCoding(coded, {
        targets: ["read-v2", "snomed"],
        kind: "record-entry",
        terminology: noMaps,
      }),
    ).toMatchObject({
      by: "source",
      coding: { system: "snomed" },
    });
  });

  it("is a mapped one where the source has none", () => {
    const coding = { system: "emis", code: "EMISNQ1", asserted: "mapped" } as const;
    const terminology: TerminologyV1 = {
      ...noMaps,
      translate: () => ({ outcome: "mapped", coding }),
    };
    expect(chooseCoding(coded, { targets: ["emis"], kind: "record-entry", terminology })).toEqual({
      by: "map",
      coding,
    });
  });

  it("is the degrade code of the kind where nothing maps, with the reason", () => {
    const allergy: Coded = {
      codings: [{ system: "multilex", code: "02782001", asserted: "source" }],
    };
    const chosen = chooseCoding(allergy, {
      targets: ["ctv3", "snomed"],
      kind: "drug-allergy",
      terminology: noMaps,
    });
    expect(chosen).toMatchObject({
      by: "degrade",
      coding: { system: "ctv3", code: "XaLGR" },
      reason: "no-map",
    });
    expect(degradeKindOf("ctv3", "XaLGR")).toBe("drug-allergy");
  });

  it("is none where the target's system has no degrade code either", () => {
    expect(
      chooseCoding(
        { codings: [] },
        { targets: ["multilex"], kind: "medication", terminology: noMaps },
      ),
    ).toEqual({
      by: "nothing",
      reason: "no-map",
    });
  });

  it("is recognised as a stand-in when it is received, and an ambiguous stand-in as a record entry", () => {
    expect(degradeKindOf("read-v2", "9bJ4.00")).toBe("drug-allergy");
    expect(degradeKindOf("read-v2", "9bJ..")).toBe("record-entry");
    expect(degradeKindOf("ctv3", "XaLGM")).toBe("record-entry");
    expect(degradeKindOf("ctv3", "XE0Ub")).toBeUndefined();
  });
});
