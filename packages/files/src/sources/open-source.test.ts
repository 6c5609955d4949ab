import { mkdir, symlink, truncate, writeFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesOf } from "@gp2gp/core";
import type { SourcePart } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { makeZip } from "../testing/make-zip.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openSource } from "./open-source.ts";
import { defaultSourceLimits } from "./source-limits.ts";

async function textOf(
  part: SourcePart | undefined,
  range?: { readonly start: number; readonly end?: number },
): Promise<string> {
  if (!part) throw new Error("no such part");
  return Buffer.from(await bytesOf({ open: () => part.open(range) })).toString();
}

async function refusal(opening: Promise<unknown>): Promise<string> {
  try {
    await opening;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
  throw new Error("it was opened");
}

describe("openSource", () => {
  it("opens a file, again and again, whole and in ranges", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "record.xml"), "0123456789");
    await using source = await openSource(join(folder, "record.xml"));
    expect(source.kind).toBe("file");
    expect(source.parts.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: "record.xml", size: 10 },
    ]);
    const [part] = source.parts;
    expect(await textOf(part)).toBe("0123456789");
    expect(await textOf(part, { start: 2, end: 5 })).toBe("234");
    expect(await textOf(part, { start: 8 })).toBe("89");
    expect(await textOf(part, { start: 3, end: 3 })).toBe("");
    expect(await textOf(part)).toBe("0123456789");
  });

  it("opens a folder with its subfolders, by name, without what desktops leave there", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "documents", "__MACOSX"), { recursive: true });
    await writeFile(join(folder, "b.csv"), "b");
    await writeFile(join(folder, "a.csv"), "a");
    await writeFile(join(folder, ".DS_Store"), "x");
    await writeFile(join(folder, "documents", "letter.pdf"), "letter");
    await writeFile(join(folder, "documents", "__MACOSX", "x"), "x");
    await using source = await openSource(folder);
    expect(source.kind).toBe("folder");
    expect(source.parts.map(({ name }) => name)).toEqual([
      "a.csv",
      "b.csv",
      "documents/letter.pdf",
    ]);
  });

  it("opens a zip told by its content, whole and in ranges", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "export.dat");
    await makeZip(path, { "b/letter.txt": "0123456789", "a.csv": "a,b", "__MACOSX/x": "x" });
    await using source = await openSource(path);
    expect(source.kind).toBe("zip");
    expect(source.parts.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: "a.csv", size: 3 },
      { name: "b/letter.txt", size: 10 },
    ]);
    const letter = source.parts[1];
    expect(await textOf(letter, { start: 2, end: 5 })).toBe("234");
    expect(await textOf(letter)).toBe("0123456789");
  });

  it("stops unpacking where the range ends", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "big.zip");
    const noise = Buffer.alloc(8_000_000, "a little that repeats, ");
    await makeZip(path, { "big.txt": noise });
    await using source = await openSource(path);
    expect(await textOf(source.parts[0], { start: 0, end: 8 })).toBe("a little");
  });

  it("says what is wrong with a path that is no input", async () => {
    const folder = await temporaryFolder();
    const empty = join(folder, "empty.xml");
    await writeFile(empty, "");
    await mkdir(join(folder, "nothing", "in", "it"), { recursive: true });
    expect(await refusal(openSource(join(folder, "absent.xml")))).toBe("input-missing");
    expect(await refusal(openSource(join(empty, "below")))).toBe("input-missing");
    expect(await refusal(openSource(empty))).toBe("input-empty");
    expect(await refusal(openSource(join(folder, "nothing")))).toBe("input-empty");
    expect(await refusal(openSource("/dev/null"))).toBe("input-not-a-file");
  });

  it("does not follow links out of a folder", async () => {
    const folder = await temporaryFolder();
    await symlink("/etc/hosts", join(folder, "record.xml"));
    expect(await refusal(openSource(folder))).toBe("input-not-a-file");
  });

  it("keeps to its limits", async () => {
    const folder = await temporaryFolder();
    for (const name of ["a", "b", "c"]) await writeFile(join(folder, name), name);
    expect(await refusal(openSource(folder, { ...defaultSourceLimits, parts: 2 }))).toBe(
      "input-too-many-files",
    );
    await mkdir(join(folder, ...Array.from({ length: 40 }, () => "d")), { recursive: true });
    expect(await refusal(openSource(folder))).toBe("input-too-deep");
  });
});

describe("hostile and damaged zips", () => {
  const local = Buffer.from("504b0304", "hex");
  const central = Buffer.from("504b0102", "hex");

  it("refuses an archive cut short, and one that only begins like one", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "cut.zip");
    await makeZip(path, { "a.xml": "x".repeat(1000) });
    await truncate(path, 60);
    expect(await refusal(openSource(path))).toBe("zip-damaged");
    await writeFile(path, Buffer.concat([local, Buffer.alloc(5000, 7)]));
    expect(await refusal(openSource(path))).toBe("zip-damaged");
  });

  it("refuses an archive without members", async () => {
    const folder = await temporaryFolder();
    await makeZip(join(folder, "none.zip"), {});
    expect(await refusal(openSource(join(folder, "none.zip")))).toBe("input-empty");
  });

  it("tells a member whose bytes changed when it is read", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "changed.zip");
    await makeZip(path, { "a.txt": "x" });
    const bytes = await readFile(path);
    // The checksum in the central directory: 16 bytes after its mark.
    const at = bytes.indexOf(central) + 16;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(path, bytes);
    await using source = await openSource(path);
    expect(await refusal(textOf(source.parts[0]))).toBe("zip-damaged");
  });

  it.each([
    "../outside.xml",
    "/absolute.xml",
    "a/../../b.xml",
    "C:/windows.xml",
    "a//b.xml",
    "nul\0.xml",
  ])("refuses the name %j", async (name) => {
    const folder = await temporaryFolder();
    const path = join(folder, "names.zip");
    const harmless = "n".repeat(name.length);
    await makeZip(path, { [harmless]: "x" });
    const bytes = (await readFile(path)).toString("latin1").replaceAll(harmless, name);
    await writeFile(path, bytes, "latin1");
    expect(await refusal(openSource(path))).toBe("zip-hostile");
  });

  it("refuses links, encrypted members, unknown compressions and a name twice", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "x.zip");
    await makeZip(path, { link: "/etc/passwd" }, 0o120777);
    expect(await refusal(openSource(path))).toBe("zip-hostile");

    await makeZip(path, { "a.xml": "x" });
    const plain = await readFile(path);
    const at = plain.indexOf(central);
    const encrypted = Buffer.from(plain);
    encrypted.writeUInt16LE(encrypted.readUInt16LE(at + 8) | 1, at + 8);
    await writeFile(path, encrypted);
    expect(await refusal(openSource(path))).toBe("zip-encrypted");
    const other = Buffer.from(plain);
    other.writeUInt16LE(12, at + 10);
    await writeFile(path, other);
    expect(await refusal(openSource(path))).toBe("zip-unsupported");

    await makeZip(path, { aaa: "1", bbb: "2" });
    await writeFile(
      path,
      (await readFile(path)).toString("latin1").replaceAll("bbb", "aaa"),
      "latin1",
    );
    expect(await refusal(openSource(path))).toBe("zip-hostile");
  });

  it("refuses what unpacks to far more than it holds", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "bomb.zip");
    await makeZip(path, { "zeros.xml": Buffer.alloc(64 * 1024 ** 2) });
    expect(await refusal(openSource(path))).toBe("zip-bomb");
    await makeZip(path, { "a.txt": "a".repeat(100_000) });
    expect(await refusal(openSource(path, { ...defaultSourceLimits, unpackedBytes: 99_999 }))).toBe(
      "zip-bomb",
    );
  });

  it("refuses members that share their bytes", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "shared.zip");
    const size = 200;
    await makeZip(path, { a: Buffer.from("ab".repeat(size / 2)), b: "b" });
    const bytes = await readFile(path);
    const first = bytes.indexOf(central);
    const second = bytes.indexOf(central, first + 1);
    // The second member claims the packed bytes of a file larger than the archive.
    bytes.writeUInt32LE(100_000, second + 20);
    bytes.writeUInt32LE(100_000, second + 24);
    await writeFile(path, bytes);
    expect(["zip-bomb", "zip-damaged"]).toContain(await refusal(openSource(path)));
  });

  it("refuses a million members before it lists them", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "many.zip");
    const name = Buffer.from("nnnnnnn");
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(name.length, 28);
    const count = 1_000_000;
    const directory = Buffer.alloc((header.length + name.length) * count);
    for (let index = 0; index < count; index += 1) {
      const at = index * (header.length + name.length);
      header.copy(directory, at);
      directory.write(String(index).padStart(7, "0"), at + header.length, "latin1");
    }
    const zip64 = Buffer.alloc(56 + 20);
    zip64.writeUInt32LE(0x06064b50, 0);
    zip64.writeBigUInt64LE(44n, 4);
    zip64.writeBigUInt64LE(BigInt(count), 24);
    zip64.writeBigUInt64LE(BigInt(count), 32);
    zip64.writeBigUInt64LE(BigInt(directory.length), 40);
    zip64.writeBigUInt64LE(4n, 48);
    zip64.writeUInt32LE(0x07064b50, 56);
    zip64.writeBigUInt64LE(BigInt(directory.length + 4), 64);
    zip64.writeUInt32LE(1, 72);
    const end = Buffer.alloc(22, 0xff);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(0, 20);
    await writeFile(path, Buffer.concat([local, directory, zip64, end]));
    expect(await refusal(openSource(path))).toBe("input-too-many-files");
  });
});
