import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layPack } from "../build/lay-pack.ts";
import type { MapRow } from "../build/map-row.ts";
import { PackBuilder } from "../build/pack-builder.ts";
import { conceptId } from "../testing/made-up-ids.ts";
import { build, bytesOfPack, official } from "../testing/official-tables.ts";
import { TerminologyError } from "../terminology-error.ts";
import { NumberCodeTable, ReadCodeTable, TextCodeTable, compareCodes } from "./code-table.ts";
import { codeColumns } from "../build/code-register.ts";
import { packBytesOf } from "./pack-bytes.ts";
import { readKey, readKeyText } from "./read-key.ts";
import { NONE } from "./row-flags.ts";
import { openPack } from "./terminology-pack.ts";

const letter = fc.constantFrom(..."0123456789ABCXYZabcxyz");
const readCode = fc
  .array(letter, { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join("").padEnd(5, "."));
const concept = fc.integer({ min: 1, max: 99_999_999 }).map(conceptId);

describe("tables of codes", () => {
  it("of the Read alphabet keep codes as numbers, in the order of their bytes", () => {
    fc.assert(
      fc.property(readCode, readCode, (a, b) => {
        expect(readKeyText(readKey(a), 5)).toBe(a);
        expect(Math.sign(readKey(a) - readKey(b))).toBe(a < b ? -1 : Number(a > b));
      }),
    );
    expect(readKey("G3/..")).toBe(-1);
    expect(readKey("G30..0")).toBe(-1);
    expect(readKey("\u20ac")).toBe(-1);
  });

  it("find every code that is in them, and no other", () => {
    const number = fc.bigInt({ min: 1n, max: 999_999_999_999_999_999n }).map(String);
    const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
    const kinds = [
      ["read", readCode],
      ["number", number],
      ["text", text],
    ] as const;
    for (const [encoding, code] of kinds) {
      fc.assert(
        fc.property(fc.uniqueArray(code, { maxLength: 60 }), code, (codes, other) => {
          const sorted = codes.toSorted(compareCodes(encoding));
          const columns = codeColumns(encoding, sorted);
          const table =
            "keys" in columns
              ? new ReadCodeTable(columns.keys)
              : "highs" in columns
                ? new NumberCodeTable(columns.highs, columns.lows)
                : new TextCodeTable(columns.offsets, columns.bytes);
          for (const [ordinal, known] of sorted.entries()) {
            expect(table.find(known)).toBe(ordinal);
            expect(table.code(ordinal)).toBe(known);
          }
          expect(table.find(other)).toBe(sorted.indexOf(other));
        }),
      );
    }
  });
});

describe("a pack", () => {
  it("gives back every row that was put in, forwards and backwards", () => {
    const row = fc.record({
      source: readCode,
      sourceTermId: fc.constantFrom("00", "11", "1A"),
      target: fc.oneof(
        fc.record({ code: concept }),
        fc.constantFrom("none" as const, "drug" as const),
      ),
      status: fc.constantFrom("active" as const, "retired" as const, "ambiguous" as const),
      assurance: fc.constantFrom("assured" as const, "unassured" as const, "unknown" as const),
      date: fc.constantFrom("20100401", "20200401"),
      sourceText: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const builder = new PackBuilder({ name: "test" });
        const info = { title: "t", from: "read-v2", to: "snomed", release: "1" } as const;
        const set = builder.set({ ...info, id: "a", kind: "map" });
        const withIds: MapRow[] = rows.map((given, at) => ({ ...given, mapId: `{${at}}` }));
        for (const given of withIds) set.add(given);
        const pack = openPack(packBytesOf(bytesOfPack({ pieces: layPack(builder) })));
        const relation = pack.relation("read-v2", "snomed");
        const [from, to] = [pack.system("read-v2"), pack.system("snomed")];
        if (!relation || !from || !to) throw new Error("The pack lacks what was put in.");
        expect(relation.target.length).toBe(rows.length);
        const inverse = new Set<number>();
        for (let ordinal = 0; ordinal < to.codes.size; ordinal += 1)
          for (const at of relation.inverseRowsOf(ordinal)) {
            expect(relation.target[at]).toBe(ordinal);
            inverse.add(at);
          }
        for (const { source, sourceTermId, target, status, mapId, date, sourceText } of withIds) {
          const [start, end] = relation.rowsOf(from.codes.find(source));
          const places = Array.from({ length: end - start }, (_, at) => start + at);
          const place = places.find((at) => relation.details(at).mapId === mapId) ?? -1;
          expect(place).toBeGreaterThanOrEqual(start);
          expect(relation.sourceOf(place)).toBe(from.codes.find(source));
          expect(from.termId(relation.sourceTerm[place] ?? NONE)).toBe(sourceTermId);
          const code = typeof target === "string" ? undefined : target.code;
          const ordinal = relation.target[place] ?? NONE;
          expect(ordinal === NONE ? undefined : to.codes.code(ordinal)).toBe(code);
          expect(inverse.has(place)).toBe(code !== undefined && status === "active");
          expect(relation.details(place).date).toBe(date);
          if (sourceText !== undefined && !sourceText.includes("\0"))
            expect(relation.details(place).text ?? "").toBe(sourceText);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is the same bytes for the same tables", async () => {
    const part = official("rcsctmap2", [["{A}", "G30..", "00", conceptId(5), "", 1, 20200401, 1]]);
    const [first, second] = [await build([part]), await build([part])];
    expect(bytesOfPack(first)).toEqual(bytesOfPack(second));
    const { header } = openPack(packBytesOf(bytesOfPack(first)));
    expect(header.inputs[0]).toMatchObject({
      name: `release.zip/${part.name}`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: part.size,
    });
    expect(header.notices.join(" ")).toContain("SNOMED");
  });
});

describe("a damaged pack", () => {
  const rows = Array.from({ length: 200 }, (_, at) => [
    ...[`{${at}}`, `G${String(at).padStart(3, "0")}.`, "00", conceptId(at + 1), "", 1, 20200401, 1],
  ]);
  const sound = async () => bytesOfPack(await build([official("rcsctmap2", rows)]));
  const codeOf = (work: () => void): string => {
    try {
      work();
      return "sound";
    } catch (error) {
      expect(error).toBeInstanceOf(TerminologyError);
      return error instanceof TerminologyError ? error.code : "other";
    }
  };
  const openAndCheck = (bytes: Uint8Array): void => openPack(packBytesOf(bytes)).check();

  it("is found out wherever a byte is wrong, and never read as another", async () => {
    const bytes = await sound();
    expect(codeOf(() => openAndCheck(bytes))).toBe("sound");
    for (let at = 0; at < bytes.length; at += 53) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(
        codeOf(() => openAndCheck(damaged)),
        `byte ${at}`,
      ).toMatch(/^pack-/);
    }
  });

  it("is found out wherever it is cut, or goes on", async () => {
    const bytes = await sound();
    for (let end = 0; end < bytes.length; end += 97)
      expect(codeOf(() => openAndCheck(bytes.slice(0, end)))).toMatch(/^pack-/);
    expect(codeOf(() => openAndCheck(new Uint8Array([...bytes, 0])))).toBe("pack-damaged");
  });

  it("of another version or another kind of file is told apart", async () => {
    const text = new TextDecoder("latin1").decode(await sound());
    const other = Buffer.from(text.replace('{"format":1', '{"format":2'), "latin1");
    const crc = new DataView(other.buffer, other.byteOffset);
    const { crc32 } = await import("node:zlib");
    crc.setUint32(12, crc32(other.subarray(16, 16 + crc.getUint32(8, true))), true);
    expect(codeOf(() => openAndCheck(other))).toBe("pack-version");
    expect(codeOf(() => openAndCheck(Buffer.from("PK\u0003\u0004 a zip")))).toBe("pack-not-a-pack");
    expect(codeOf(() => openAndCheck(new Uint8Array()))).toBe("pack-not-a-pack");
  });

  it("of any bytes is refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        const bytes = new Uint8Array([...new TextEncoder().encode("GP2GPT1\n"), ...tail]);
        expect(codeOf(() => openAndCheck(bytes))).toMatch(/^pack-/);
      }),
    );
  });
});
