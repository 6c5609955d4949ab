import { noMaps } from "@gp2gp/core";
import type { TerminologyV1 } from "@gp2gp/core";
import { createTerminology, parsePolicy, policyForm } from "@gp2gp/terminology";
import type { TranslationPolicy } from "@gp2gp/terminology";
import { UsageError } from "../usage-error.ts";
import { openPack } from "./open-pack.ts";

export interface TerminologyOptions {
  /** A pack; the small one where none is named, no maps where it is `false`. */
  readonly pack?: string | boolean;
  readonly assurance?: readonly string[];
}

/** The terminology of a run; dispose of it to close its pack. */
export interface OpenTerminology extends Disposable {
  readonly terminology: TerminologyV1;
  /** What the pack is called; none where there are no maps. */
  readonly name?: string;
}

/** The code maps the caller chose, and how sure they must be. */
export function openTerminology({ pack, assurance }: TerminologyOptions): OpenTerminology {
  const policy = choosePolicy(assurance);
  if (pack === false) return { terminology: noMaps, [Symbol.dispose]: () => {} };
  const file = openPack(typeof pack === "string" ? pack : undefined);
  return {
    terminology: createTerminology(file.pack, policy && { policy }),
    name: file.pack.header.name,
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

/** The policy the caller wrote, in one option or several; undefined where in none. */
export function choosePolicy(words: readonly string[] = []): TranslationPolicy | undefined {
  if (words.length === 0) return undefined;
  const policy = parsePolicy(words.join(","));
  if (!policy) throw new UsageError(`--assurance takes ${policyForm}.`);
  return policy;
}
