import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { lineAdapter } from "../testing/line-adapter.ts";
import { makeZip } from "../testing/make-zip.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { FormatRegistry } from "./format-registry.ts";
import { openSources } from "./open-sources.ts";
import type { OpenedSources } from "./open-sources.ts";

const red = lineAdapter("red-line", { sure: "RED", unsure: "?" });
const blue = lineAdapter("blue-line", { sure: "BLUE", unsure: "??" });
const table = lineAdapter("table-csv", { sure: "", folder: "patients.csv" });
const registry = new FormatRegistry([red, blue, table]);

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

function shapeOf({ groups, others }: OpenedSources) {
  return {
    groups: groups.map(({ name, source, detection }) => ({
      name,
      parts: source.parts.map((part) => part.name),
      format: detection.outcome === "found" ? detection.adapter.id : detection.outcome,
    })),
    others,
  };
}

async function shapeAt(path: string, from?: typeof red) {
  await using sources = await openSources(path, registry, from ? { from } : {});
  return shapeOf(sources);
}

describe("openSources", () => {
  it("takes a file as one source, known or not", async () => {
    const folder = await folderOf({ "a.txt": "RED 1", "b.txt": "green" });
    expect(await shapeAt(join(folder, "a.txt"))).toEqual({
      groups: [{ name: "a.txt", parts: ["a.txt"], format: "red-line" }],
      others: [],
    });
    expect((await shapeAt(join(folder, "b.txt"))).groups[0]?.format).toBe("none");
    expect((await shapeAt(join(folder, "b.txt"), blue)).groups[0]?.format).toBe("blue-line");
  });

  it("takes a folder of artefacts as one source each and names the rest", async () => {
    const folder = await folderOf({ "a.txt": "RED 1", "b.txt": "BLUE", "readme.md": "about" });
    expect(await shapeAt(folder)).toEqual({
      groups: [
        { name: "a.txt", parts: ["a.txt", "readme.md"], format: "red-line" },
        { name: "b.txt", parts: ["b.txt", "readme.md"], format: "blue-line" },
      ],
      others: ["readme.md"],
    });
  });

  it("names a file that looks like an artefact among artefacts and is none", async () => {
    const folder = await folderOf({ "a.txt": "RED 1", "b.txt": "RED 2", "c.txt": "", "d.md": "" });
    const { groups, others } = await shapeAt(folder);
    expect(groups.map(({ name, format }) => `${name} ${format}`)).toEqual([
      "a.txt red-line",
      "b.txt red-line",
      "c.txt none",
    ]);
    expect(others).toEqual(["d.md"]);
  });

  it("looks into every file of a folder of thousands", async () => {
    const files = Array.from({ length: 2_500 }, (_, index) => [`${index}.txt`, "RED"] as const);
    const { groups } = await shapeAt(await folderOf(Object.fromEntries(files)));
    expect(groups).toHaveLength(2_500);
  });

  it("takes an artefact and the files beside it as one source", async () => {
    const folder = await folderOf({ "z.txt": "RED", "attachments/a.pdf": "pdf", "b.png": "png" });
    expect(await shapeAt(folder)).toEqual({
      groups: [
        { name: "z.txt", parts: ["z.txt", "b.png", "attachments/a.pdf"], format: "red-line" },
      ],
      others: [],
    });
  });

  it("takes a folder of folders as one source each, with names within", async () => {
    const folder = await folderOf({
      "1/record.txt": "RED",
      "1/attachments/a.pdf": "1",
      "2/record.txt": "BLUE",
      "2/attachments/a.pdf": "2",
      "report.json": "{}",
    });
    expect(await shapeAt(folder)).toEqual({
      groups: [
        { name: "1/record.txt", parts: ["record.txt", "attachments/a.pdf"], format: "red-line" },
        { name: "2/record.txt", parts: ["record.txt", "attachments/a.pdf"], format: "blue-line" },
      ],
      others: ["report.json"],
    });
  });

  it("takes the files of a format that is a folder as one source, in a folder or a zip", async () => {
    const files = { "patients.csv": "1", "events.csv": "2", "documents/a.txt": "RED" };
    expect((await shapeAt(await folderOf(files))).groups).toEqual([
      {
        name: ".",
        parts: ["documents/a.txt", "events.csv", "patients.csv"],
        format: "table-csv",
      },
    ]);
    const path = join(await temporaryFolder(), "export.zip");
    await makeZip(
      path,
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`export/${name}`, text])),
    );
    expect((await shapeAt(path)).groups).toEqual([
      {
        name: "export",
        parts: ["documents/a.txt", "events.csv", "patients.csv"],
        format: "table-csv",
      },
    ]);
  });

  it("believes a maybe only where nobody is sure, and tells two apart", async () => {
    const unsure = await folderOf({ "a.txt": "?" });
    expect((await shapeAt(unsure)).groups[0]?.format).toBe("red-line");
    const both = await folderOf({ "a.txt": "??" });
    expect((await shapeAt(both)).groups[0]?.format).toBe("ambiguous");
    const beside = await folderOf({ "a.txt": "?", "b.txt": "BLUE" });
    expect((await shapeAt(beside)).groups).toEqual([
      { name: "b.txt", parts: ["b.txt", "a.txt"], format: "blue-line" },
    ]);
  });

  it("says of a folder nobody knows that nobody does", async () => {
    const folder = await folderOf({ "a.txt": "green", "b.txt": "yellow" });
    expect(await shapeAt(folder)).toEqual({
      groups: [{ name: ".", parts: ["a.txt", "b.txt"], format: "none" }],
      others: [],
    });
  });

  it("rejects when aborted", async () => {
    const folder = await folderOf({ "a.txt": "RED", "b.txt": "RED" });
    const reason = new Error("enough");
    await expect(openSources(folder, registry, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
});

describe("FormatRegistry", () => {
  it("refuses two adapters of one id", () => {
    expect(() => new FormatRegistry([red, red])).toThrow(TypeError);
  });

  it("answers what every format said", () => {
    const detection = registry.detectPeek({
      parts: [{ name: "a", head: new TextEncoder().encode("RED") }],
    });
    expect(detection.answers).toEqual([
      { format: "red-line", answer: "yes" },
      { format: "blue-line", answer: "no" },
      { format: "table-csv", answer: "no" },
    ]);
  });
});
