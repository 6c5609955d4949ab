import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isXmlElement, parseXml } from "@gp2gp/xml";
import { InputError } from "../input-error.ts";

const SCHEMA = "http://www.w3.org/2001/XMLSchema";
const FILES = 2_000;

/** Which schema file of a folder says what a document with a given root element is. */
export type SchemaIndex = ReadonlyMap<string, string>;

export function rootKey(namespace: string, local: string): string {
  return `{${namespace}}${local}`;
}

/** Looks through every `.xsd` file under a folder for the root elements it declares. */
export async function indexSchemas(folder: string): Promise<SchemaIndex> {
  const index = new Map<string, string>();
  for (const path of await schemasUnder(folder)) {
    for (const key of await rootsOf(path)) if (!index.has(key)) index.set(key, path);
  }
  if (index.size === 0)
    throw new InputError(
      "The folder of --xsd holds no XML schema (.xsd) that declares an element.",
    );
  return index;
}

async function schemasUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new InputError("The folder of --xsd cannot be read. Check the path and its permissions.");
  });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xsd"))
    .map((entry) => join(entry.parentPath, entry.name));
  if (paths.length > FILES)
    throw new InputError(
      `The folder of --xsd holds more than ${FILES} schemas. Name the one of the format.`,
    );
  return paths.toSorted();
}

async function rootsOf(path: string): Promise<string[]> {
  try {
    const { root } = await parseXml(await readFile(path));
    if (root.namespace !== SCHEMA || root.local !== "schema") return [];
    const target = root.attributes.find(({ name }) => name === "targetNamespace")?.value ?? "";
    return root.children
      .filter(isXmlElement)
      .filter(({ namespace, local }) => namespace === SCHEMA && local === "element")
      .flatMap(({ attributes }) => attributes.filter(({ name }) => name === "name"))
      .map(({ value }) => rootKey(target, value));
  } catch {
    // A file that is no XML schema declares nothing.
    return [];
  }
}
