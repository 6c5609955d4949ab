import { join } from "node:path";
import type { SupplierAdapterV1 } from "@gp2gp/core";

export interface OutputPlace {
  readonly path: string;
  readonly as: "file" | "folder";
}

/**
 * Where each patient's artefact goes. One patient: the path itself, a file where the format is one.
 * Many: a folder each within it, named as the part of the input was.
 */
export class OutputPlaces {
  readonly #out: string;
  readonly #single: OutputPlace["as"];
  readonly #many: boolean;
  readonly #taken = new Set<string>();

  constructor(out: string, format: SupplierAdapterV1["format"], many: boolean) {
    this.#out = out;
    this.#single = format.extension === undefined ? "folder" : "file";
    this.#many = many;
  }

  next(name: string): OutputPlace {
    if (!this.#many) return { path: this.#out, as: this.#single };
    const stem = folderName(name);
    let folder = stem;
    for (let count = 2; this.#taken.has(folder.toLowerCase()); count += 1)
      folder = `${stem}-${count}`;
    this.#taken.add(folder.toLowerCase());
    return { path: join(this.#out, folder), as: "folder" };
  }
}

function folderName(name: string): string {
  const stem = name
    .replace(/\.[A-Za-z0-9]{1,5}(?=#\d+$|$)/, "")
    .replaceAll(/[^\p{L}\p{N}_.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 100);
  return stem === "" ? "patient" : stem;
}
