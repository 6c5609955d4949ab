import { readFileSync } from "node:fs";
import { Random } from "@gp2gp/adapter-testkit";
import { parseXml, xmlText } from "@gp2gp/xml";
import { change, partOf } from "./change-extract.ts";
import { DonorPool } from "./donor-pool.ts";
import { extractTree, find, outputOf } from "./extract-tree.ts";
import type { ExtractNode } from "./extract-tree.ts";
import { sharedExtracts } from "./shared-extracts.ts";

/** A part of an extract that was changed, and how. */
export interface ChangedExtract {
  readonly name: string;
  readonly changes: readonly string[];
  readonly message: Uint8Array;
}

interface Extract {
  readonly name: string;
  readonly message: ExtractNode;
}

const everyClass = new URL("../extract/__fixtures__/every-class/source.xml", import.meta.url);
const messageName = /^RCMR_IN030000UK0[67]$/;

/**
 * Real extracts, and the sample of every class, in parts and with changes: the same seed gives the same. Where the shared
 * extracts are absent, the sample alone.
 */
export class ChangedExtracts {
  readonly #extracts: readonly Extract[];
  readonly #pool: DonorPool;

  static async load(): Promise<ChangedExtracts> {
    const files = [...sharedExtracts(), { name: "every-class", bytes: readFileSync(everyClass) }];
    const extracts = [];
    for (const { name, bytes } of files) {
      const root = extractTree((await parseXml(bytes)).root);
      const message = find(root, messageName);
      if (message) extracts.push({ name, message });
    }
    return new ChangedExtracts(extracts);
  }

  private constructor(extracts: readonly Extract[]) {
    this.#extracts = extracts;
    this.#pool = new DonorPool(extracts.map(({ message }) => message));
  }

  /** The extract of a seed, with up to so many changes. */
  of(seed: number, mostChanges: number): ChangedExtract {
    const random = new Random(seed);
    const extract = this.#extracts[random.whole(0, this.#extracts.length - 1)];
    if (!extract) throw new RangeError("there is no extract to change");
    const part = partOf(extract.message, random.whole(1, 6), random);
    const changes = change(part, random.whole(1, mostChanges), { random, pool: this.#pool });
    const attributes = new Map([...namespaces, ...part.attributes]);
    const text = xmlText(outputOf({ ...part, name: "RCMR_IN030000UK07", attributes }));
    return { name: extract.name, changes, message: new TextEncoder().encode(text) };
  }
}

const namespaces = [
  ["xmlns", "urn:hl7-org:v3"],
  ["xmlns:hl7", "urn:hl7-org:v3"],
  ["xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"],
] as const;
