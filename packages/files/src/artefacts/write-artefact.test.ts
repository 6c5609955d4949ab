import { chmod, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Artefact } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { writeArtefact } from "./write-artefact.ts";

function artefactOf(parts: Readonly<Record<string, string | Error>>): Artefact {
  return {
    parts: Object.entries(parts).map(([name, content]) => ({
      name,
      mediaType: "text/plain",
      async *open() {
        yield Buffer.from("<");
        if (content instanceof Error) throw content;
        yield Buffer.from(content);
      },
    })),
  };
}

async function treeOf(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    tree[path.slice(folder.length + 1)] = await readFile(path, "utf8");
  }
  return tree;
}

describe("writeArtefact", () => {
  it("writes a file at its path and the other parts beside it", async () => {
    const folder = await temporaryFolder();
    const artefact = artefactOf({ "record.xml": "a", "attachments/letter.pdf": "b" });
    const written = await writeArtefact(artefact, join(folder, "out", "mine.xml"), { as: "file" });
    expect(await treeOf(folder)).toEqual({
      "out/mine.xml": "<a",
      "out/attachments/letter.pdf": "<b",
    });
    expect(written).toEqual([
      { name: "record.xml", path: join(folder, "out", "mine.xml"), bytes: 2 },
      {
        name: "attachments/letter.pdf",
        path: join(folder, "out", "attachments", "letter.pdf"),
        bytes: 2,
      },
    ]);
  });

  it("writes a folder and replaces it only when told", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "out");
    await writeArtefact(artefactOf({ "a.csv": "a", "b.csv": "b" }), path, { as: "folder" });
    const other = artefactOf({ "c.csv": "c" });
    await expect(writeArtefact(other, path, { as: "folder" })).rejects.toMatchObject({
      code: "output-exists",
    });
    expect(await treeOf(folder)).toEqual({ "out/a.csv": "<a", "out/b.csv": "<b" });
    await writeArtefact(other, path, { as: "folder", overwrite: true });
    expect(await treeOf(folder)).toEqual({ "out/c.csv": "<c" });
    expect(await readdir(folder)).toEqual(["out"]);
  });

  it("replaces a file, or one of the files beside it, only when told", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "letter.pdf"), "precious");
    const artefact = artefactOf({ "record.xml": "a", "letter.pdf": "b" });
    const path = join(folder, "mine.xml");
    await expect(writeArtefact(artefact, path, { as: "file" })).rejects.toMatchObject({
      code: "output-exists",
    });
    expect(await treeOf(folder)).toEqual({ "letter.pdf": "precious" });
    await writeArtefact(artefact, path, { as: "file", overwrite: true });
    expect(await treeOf(folder)).toEqual({ "mine.xml": "<a", "letter.pdf": "<b" });
  });

  it("never takes a folder for a file, or a file for a folder", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "place"));
    await writeFile(join(folder, "file"), "x");
    const artefact = artefactOf({ "a.xml": "a" });
    await expect(
      writeArtefact(artefact, join(folder, "place"), { as: "file", overwrite: true }),
    ).rejects.toMatchObject({ code: "output-not-a-file" });
    await expect(
      writeArtefact(artefact, join(folder, "file"), { as: "folder", overwrite: true }),
    ).rejects.toMatchObject({ code: "output-not-a-folder" });
  });

  it("leaves everything as it was when the bytes cannot be made, or the disk is full", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "mine.xml"), "old");
    const damaged = new Error("stored content is damaged");
    const artefact = artefactOf({ "record.xml": "a", "letter.pdf": damaged });
    for (const as of ["file", "folder"] as const) {
      const path = as === "file" ? join(folder, "mine.xml") : join(folder, "out");
      await expect(writeArtefact(artefact, path, { as, overwrite: true })).rejects.toBe(damaged);
    }
    expect(await treeOf(folder)).toEqual({ "mine.xml": "old" });
    expect(await readdir(folder)).toEqual(["mine.xml"]);
  });

  it("stops when aborted", async () => {
    const folder = await temporaryFolder();
    const reason = new Error("enough");
    await expect(
      writeArtefact(artefactOf({ "a.xml": "a" }), join(folder, "a.xml"), {
        as: "file",
        signal: AbortSignal.abort(reason),
      }),
    ).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  it("says that a place cannot be written", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "x");
    await expect(
      writeArtefact(artefactOf({ "a.xml": "a" }), join(folder, "file", "a.xml"), { as: "file" }),
    ).rejects.toMatchObject({ code: "output-unwritable" });
  });

  it.skipIf(process.getuid?.() === 0)("says that a folder may not be written", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o555);
    await expect(
      writeArtefact(artefactOf({ "a.xml": "a" }), join(folder, "a.xml"), { as: "file" }),
    ).rejects.toMatchObject({ code: "output-unwritable" });
    await chmod(folder, 0o755);
  });

  it("keeps hostile part names inside the folder", async () => {
    const folder = await temporaryFolder();
    await writeArtefact(
      artefactOf({ "../../up.txt": "1", "/etc/passwd": "2", "a.txt": "3", "A.txt": "4", con: "5" }),
      join(folder, "out"),
      { as: "folder" },
    );
    expect(await treeOf(folder)).toEqual({
      "out/up.txt": "<1",
      "out/etc/passwd": "<2",
      "out/a.txt": "<3",
      "out/A-2.txt": "<4",
      "out/_con": "<5",
    });
  });
});
