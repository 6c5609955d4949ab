import { describe, expect, it } from "vitest";
import { noMaps } from "../contract/terminology-v1.ts";
import type { TerminologyV1 } from "../contract/terminology-v1.ts";
import type { Coded } from "../values/coded.ts";
import { chooseCoding } from "./choose-coding.ts";
import {
  blocksPrescribing,
  degradeCoding,
  degradeKindOf,
  receivedDegrade,
} from "./degrade-codes.ts";

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

  it("is a mapped one of the target's own system before the source's of another it holds, if it may be assured", () => {
    const concept: Coded = {
      codings: [
        { system: "ctv3", code: "XE0Ub", asserted: "source" },
        { system: "snomed", code: "59621000", asserted: "source" },
      ],
    };
    const answering = (assured: boolean | "unknown"): TerminologyV1 => {
      const map = { set: "test", release: "1", method: "test", assured };
      const coding = { system: "read-v2", code: "G20..00", asserted: "mapped", map } as const;
      return { ...noMaps, translate: () => ({ outcome: "mapped", coding, from: 0 }) };
    };
    const choose = (terminology: TerminologyV1, goesHome = false) =>
      chooseCoding(concept, {
        targets: ["read-v2"],
        others: ["snomed"],
        kind: "record-entry",
        terminology,
        goesHome,
      });
    for (const assured of [true, "unknown"] as const)
      expect(choose(answering(assured))).toMatchObject({ by: "map", coding: { code: "G20..00" } });
    expect(choose(answering(false))).toMatchObject({ by: "source", index: 1 });
    expect(choose(noMaps)).toMatchObject({ by: "source", index: 1 });
    expect(choose(answering(true), true)).toMatchObject({ by: "source", index: 1 });
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

  const degraded: Coded = {
    codings: [
      { system: "read-v2", code: "9bJ4.00", asserted: "source" },
      { system: "emis", code: "ALLERGY112EMIS", asserted: "source" },
    ],
  };

  it("is the original where one came along with its stand-in and the target understands it", () => {
    expect(
      chooseCoding(degraded, {
        targets: ["read-v2", "emis"],
        kind: "drug-allergy",
        terminology: noMaps,
      }),
    ).toMatchObject({ by: "source", index: 1 });
  });

  it("is what a map finds for the original of a stand-in, but at home the stand-in", () => {
    const coding = { system: "read-v2", code: "SN50.00", asserted: "mapped" } as const;
    const terminology: TerminologyV1 = {
      ...noMaps,
      translate: () => ({ outcome: "mapped", coding, from: 1 }),
    };
    const request = { targets: ["read-v2"], kind: "drug-allergy", terminology } as const;
    expect(chooseCoding(degraded, request)).toEqual({ by: "map", coding, from: 1 });
    expect(chooseCoding(degraded, { ...request, goesHome: true })).toMatchObject({
      by: "source",
      index: 0,
    });
  });

  it("is the stand-in as it came where the original is of no use to the target", () => {
    expect(
      chooseCoding(degraded, { targets: ["read-v2"], kind: "record-entry", terminology: noMaps }),
    ).toMatchObject({ by: "source", index: 0 });
  });

  it("is the target's own stand-in of the received kind where the concept came degraded", () => {
    const chosen = chooseCoding(degraded, {
      targets: ["ctv3"],
      kind: "record-entry",
      terminology: noMaps,
    });
    expect(chosen).toEqual({
      by: "degrade",
      coding: degradeCoding("drug-allergy", "ctv3"),
      kind: "drug-allergy",
      reason: "received",
    });
    expect(receivedDegrade(degraded)).toBe("drug-allergy");
  });

  it("blocks prescribing where it stands in for a drug allergy", () => {
    expect(blocksPrescribing({ system: "snomed", code: "196461000000101" })).toBe(true);
    expect(blocksPrescribing({ system: "snomed", code: "196471000000108" })).toBe(false);
    expect(blocksPrescribing({ code: "XaLGR" })).toBe(false);
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
