import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sourceOfParts } from "../kit/source-of-parts.ts";
import type { PartInMemory } from "../kit/source-of-parts.ts";
import type { AdapterCase } from "./adapter-case.ts";

/**
 * The cases of a folder, in order of name: each a folder with `case.md` (what it shows, which rule) and
 * either one file `source.*` or a folder `source` with all parts. Folders without `case.md` are no cases.
 */
export function loadCases(folder: URL): AdapterCase[] {
  const path = fileURLToPath(folder);
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, "case.md")))
    .map(({ name }) => loadCase(join(path, name), name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function loadCase(path: string, name: string): AdapterCase {
  return {
    name,
    about: readFileSync(join(path, "case.md"), "utf8").trim(),
    source: sourceOfParts(partsOf(path, name)),
    folder: pathToFileURL(`${path}/`),
  };
}

function partsOf(path: string, name: string): PartInMemory[] {
  const files = readdirSync(path, { withFileTypes: true });
  const single = files.find((file) => file.isFile() && /^source\./.test(file.name));
  if (single) return [partOf(path, single.name)];
  const inner = join(path, "source");
  if (!existsSync(inner))
    throw new Error(`The case ${name} has neither a file source.* nor a folder source.`);
  return readdirSync(inner, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => partOf(inner, join(file.parentPath, file.name).slice(inner.length + 1)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function partOf(folder: string, name: string): PartInMemory {
  return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
}
