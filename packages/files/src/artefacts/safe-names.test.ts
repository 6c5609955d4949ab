import fc from "fast-check";
import { expect, it } from "vitest";
import { safeNames } from "./safe-names.ts";

it("leaves good names as they are", () => {
  const names = ["record.xml", "attachments/letter (1).pdf", "Ärztebrief.pdf", "a.b/c-d_e.txt"];
  expect(safeNames(names)).toEqual(names);
});

it("makes names every file system takes, none twice, and has nothing to do the second time", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(".", "/", "\\", "a", "A", " ", "é", "e\u0301"),
      maxLength: 12,
    }),
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 8 }), (names) => {
      const safe = safeNames(names);
      expect(safe).toHaveLength(names.length);
      expect(new Set(safe.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(
        names.length,
      );
      for (const step of safe.flatMap((name) => name.split("/"))) {
        expect(step).not.toMatch(/^$|^\.|[. ]$|[\u0000-\u001f<>:"|?*\\]/);
        expect(Buffer.byteLength(step)).toBeLessThanOrEqual(210);
      }
      expect(safeNames(safe)).toEqual(safe);
    }),
  );
});
