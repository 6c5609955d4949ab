import { Gp2gpError } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { buildPack } from "../build/build-pack.ts";
import { conceptId } from "../testing/made-up-ids.ts";
import { inputOf, official, terminologyOf, textPart } from "../testing/official-tables.ts";

const [retired, active] = [conceptId(21), conceptId(22)];
const readMap = official("rcsctmap2", [["{1}", "1151.", "00", retired, "", 1, 20200401, 1]]);

/** The reference sets of an edition as of a day, of which one member each may have been withdrawn. */
function edition(day: number, state: 0 | 1) {
  return [
    official(
      "association",
      [["u1", day, state, "m", "900000000000526001", retired, active]],
      `Snapshot/der2_cRefset_AssociationMONOSnapshot_GB_${day}.txt`,
    ),
    official(
      "simpleMap",
      [["u2", day, state, "m", "900000000000497000", active, "XaIV5"]],
      `Snapshot/der2_sRefset_SimpleMapMONOSnapshot_GB_${day}.txt`,
    ),
  ];
}

describe("editions of SNOMED CT, of which several are given", () => {
  const ask = async (...editions: ReturnType<typeof edition>[]) => {
    const terminology = await terminologyOf([readMap, ...editions.flat()]);
    const { translateCode } = terminology;
    const successor = translateCode({ system: "read-v2", code: "1151.00", target: "snomed" });
    return [
      successor.outcome === "mapped" && successor.also.length,
      translateCode({ system: "snomed", code: active, target: "ctv3" }).outcome,
    ];
  };

  it("hold what the later says, in whatever order they come", async () => {
    const [earlier, later] = [edition(20190401, 1), edition(20200401, 0)];
    expect(await ask(earlier)).toEqual([1, "mapped"]);
    expect(await ask(later)).toEqual([0, "no-map"]);
    expect(await ask(earlier, later)).toEqual([0, "no-map"]);
    expect(await ask(later, earlier)).toEqual([0, "no-map"]);
    expect(await ask(edition(20190401, 0), edition(20200401, 1))).toEqual([1, "mapped"]);
  });
});

class BrokenZip extends Gp2gpError {
  readonly code = "zip-damaged";
}

describe("an input among several", () => {
  it("is named where it holds no table, though another does", async () => {
    const photos = { name: "photos.zip", source: { parts: [textPart("cat.txt", "miaow")] } };
    const building = buildPack([inputOf(readMap), photos]);
    await expect(building).rejects.toMatchObject({ code: "tables-missing", part: "photos.zip" });
    await expect(building).rejects.toThrow(/^An input holds no map .*\(photos\.zip\)$/);
  });

  it("is named, with the table in it, where that cannot be read to its end", async () => {
    const cut = {
      ...readMap,
      async *open() {
        yield* readMap.open();
        throw new BrokenZip("cut short");
      },
    };
    const building = buildPack([inputOf(official("rcmap", [])), inputOf(cut)]);
    await expect(building).rejects.toMatchObject({
      code: "table-unreadable",
      part: `release.zip/${readMap.name}`,
      cause: { code: "zip-damaged" },
    });
  });
});
