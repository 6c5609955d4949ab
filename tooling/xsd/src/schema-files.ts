import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

const scheme = "xsd:///";
const schemaLocation =
  /(?<attribute>schemaLocation\s*=\s*)(?<quote>["'])(?<location>[^"']*)\k<quote>/gu;
const fileLimit = 5000;

/**
 * The schema files that one schema may use: those of its folder and of the folders beside it. An include is found by
 * its file name, because published schemas name paths of machines on which they were made. Nothing else is ever read.
 */
export class SchemaFiles {
  readonly #root: string;
  readonly #paths = new Map<string, string>();

  constructor(path: string) {
    this.#root = resolve(path);
    const folder = dirname(this.#root);
    for (const file of [...schemasBeside(folder), ...schemasIn(folder), this.#root])
      this.#paths.set(basename(file), file);
    if (this.#paths.size > fileLimit)
      throw new RangeError(
        `There are more than ${fileLimit} schema files in and beside the folder of the schema: expected a folder of schemas alone.`,
      );
  }

  /** The address under which the schema's own file is read. */
  get rootAddress(): string {
    return `${scheme}${basename(this.#root)}`;
  }

  has(address: string): boolean {
    return address.startsWith(scheme) && this.#paths.has(address.slice(scheme.length));
  }

  /** A file's bytes, each include in it under the one address of the file it means. */
  read(address: string): Uint8Array | undefined {
    const path = this.#paths.get(address.slice(scheme.length));
    if (path === undefined) return undefined;
    const text = readFileSync(path, "utf8");
    return new TextEncoder().encode(
      text.replaceAll(schemaLocation, (...match) => {
        const { attribute, quote, location } = match.at(-1) as Record<string, string>;
        return `${attribute}${quote}${scheme}${basename(location ?? "")}${quote}`;
      }),
    );
  }
}

function schemasIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xsd"))
    .map((entry) => join(folder, entry.name));
}

function schemasBeside(folder: string): string[] {
  const parent = dirname(folder);
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      try {
        return schemasIn(join(parent, entry.name));
      } catch {
        // A folder that may not be read holds none of the schemas.
        return [];
      }
    });
}
