import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const template = join(import.meta.dirname, "..", "template");

/** A new adapter could not be made, for a reason and with something to do about it. */
export class CreateAdapterError extends Error {
  override readonly name = "CreateAdapterError";
}

export interface NewAdapter {
  /** The supplier, in lower case: `acme`. */
  readonly supplier: string;
  /** The format id: `acme-records`. */
  readonly format: string;
  /** The folder the package is made in. */
  readonly packages: string;
}

/**
 * Makes the package of a new adapter after the template, named for its supplier and format, and answers
 * its folder. Nothing that is there is overwritten.
 */
export function createAdapter({ supplier, format, packages }: NewAdapter): string {
  if (!/^[a-z][a-z0-9]*$/.test(supplier))
    throw new CreateAdapterError(
      `"${supplier}" is no name of a supplier: use lower-case letters and digits, as in acme.`,
    );
  const kind = format.startsWith(`${supplier}-`) ? format.slice(supplier.length + 1) : "";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind))
    throw new CreateAdapterError(
      `"${format}" is no format of ${supplier}: call it ${supplier}-KIND in lower case, as in ${supplier}-records.`,
    );
  const folder = join(packages, `adapter-${supplier}`);
  if (existsSync(folder))
    throw new CreateAdapterError(
      `${folder} is there already: add the format to it by hand, after its neighbour's shape.`,
    );
  const named = namer(supplier, kind);
  for (const file of readdirSync(template, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const from = join(file.parentPath, file.name);
    const to = join(folder, named(from.slice(template.length + 1)));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
    writeFileSync(to, named(readFileSync(from, "utf8")));
  }
  return folder;
}

/** Puts the new names in the place of those of the template, in every spelling. */
function namer(supplier: string, kind: string): (text: string) => string {
  const pascal = (words: string): string =>
    words
      .split("-")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
  const spellings: readonly (readonly [RegExp, string])[] = [
    [/acme-records/g, `${supplier}-${kind}`],
    [/acmeRecords/g, `${supplier}${pascal(kind)}`],
    [/AcmeRecords/g, pascal(supplier) + pascal(kind)],
    [/ACME records/g, `${supplier.toUpperCase()} ${kind.replaceAll("-", " ")}`],
    [/\/records\b/g, `/${kind}`],
    [/acme/g, supplier],
    [/ACME/g, supplier.toUpperCase()],
  ];
  return (text) => spellings.reduce((named, [old, fresh]) => named.replaceAll(old, fresh), text);
}
