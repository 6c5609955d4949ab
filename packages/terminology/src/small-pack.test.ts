import { describe, expect, it } from "vitest";
import { createTerminology } from "./terminology.ts";
import { caseVariants, lookUpCode } from "./translate/look-up-code.ts";
import { openSmallPack } from "./testing/open-small-pack.ts";

describe("the small pack", () => {
  it("is whole, names where it comes from and translates out of the box", () => {
    const pack = openSmallPack();
    pack.check();
    expect(pack.header.notices.join(" ")).toMatch(/Open Government Licence v3\.0.*SNOMED/s);
    const { translateCode } = createTerminology(pack);
    expect(translateCode({ system: "ctv3", code: "XE0oh", target: "read-v2" })).toMatchObject({
      coding: {
        code: "1371.00",
        display: "Never smoked tobacco",
        map: { set: "small-ctv3-read-v2", release: "1", assured: "unknown" },
      },
    });
    expect(translateCode({ system: "read-v2", code: "H33..00", target: "snomed" })).toMatchObject({
      coding: { code: "195967001", display: "Asthma" },
    });
  });

  it("takes no way back from what is broader", () => {
    const pack = openSmallPack();
    const { translateCode } = createTerminology(pack);
    expect(translateCode({ system: "ctv3", code: "Ub1tv", target: "read-v2" })).toMatchObject({
      coding: { code: "136..00" },
    });
    expect(translateCode({ system: "read-v2", code: "136..00", target: "ctv3" })).toMatchObject({
      coding: { code: "136.." },
    });
    expect(translateCode({ system: "read-v2", code: "137R.00", target: "ctv3" })).toMatchObject({
      outcome: "no-map",
    });
  });

  it("lists what it says of a code, and codes that differ in case alone", () => {
    const pack = openSmallPack();
    const [listing, ...others] = lookUpCode(pack, { system: "read-v2", code: "H33.." }) ?? [];
    expect(others).toEqual([]);
    expect(listing).toMatchObject({
      system: "read-v2",
      code: "H33..",
      terms: [{ text: "Asthma", termId: "00", preferred: true }],
      maps: [
        {
          set: "small-read-v2-snomed",
          termId: "00",
          other: { code: "195967001" },
          state: "active",
        },
      ],
      inverse: [{ set: "small-ctv3-read-v2", other: { system: "ctv3", code: "H33.." } }],
    });
    expect(lookUpCode(pack, { system: "read-v2", code: "h33.." })).toBeUndefined();
    expect(caseVariants(pack, { system: "read-v2", code: "h33.." })).toEqual(["H33.."]);
    expect(caseVariants(pack, { system: "ctv3", code: "uB1TV" })).toEqual(["Ub1Tv", "Ub1tv"]);
  });
});
