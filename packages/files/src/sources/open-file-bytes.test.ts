import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileBytes } from "./open-file-bytes.ts";

describe("a file read anywhere in it", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gp2gp-bytes-"));
    await writeFile(join(folder, "ten"), "0123456789");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("gives the bytes from an offset, fewer where it ends", () => {
    for (const path of [join(folder, "ten"), pathToFileURL(join(folder, "ten"))]) {
      using file = openFileBytes(path);
      expect(file.size).toBe(10);
      const target = new Uint8Array(4);
      expect(file.readInto(target, 3)).toBe(4);
      expect(new TextDecoder().decode(target)).toBe("3456");
      expect(file.readInto(target, 8)).toBe(2);
      expect(file.readInto(target, 99)).toBe(0);
    }
  });

  it("says what is wrong: no such file, a folder, closed", () => {
    expect(() => openFileBytes(join(folder, "none"))).toThrow(
      expect.objectContaining({ code: "input-missing" }),
    );
    expect(() => openFileBytes(folder)).toThrow(
      expect.objectContaining({ code: "input-not-a-file" }),
    );
    const file = openFileBytes(join(folder, "ten"));
    file.close();
    file.close();
    expect(() => file.readInto(new Uint8Array(1), 0)).toThrow(
      expect.objectContaining({ code: "input-unreadable" }),
    );
  });
});
