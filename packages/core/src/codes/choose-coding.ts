import type { TerminologyV1 } from "../contract/terminology-v1.ts";
import type { Coded, Coding, Degrade, DegradeKind } from "../values/coded.ts";
import { degradeCoding } from "./degrade-codes.ts";

export interface ChooseCoding {
  /** Code systems the target holds in this place, its native one first. */
  readonly targets: readonly string[];
  readonly kind: DegradeKind;
  readonly terminology: TerminologyV1;
  readonly hasValue?: boolean;
}

/** The code a target is given for a concept, and how it came about. `index` is its place among the concept's codings. */
export type ChosenCoding =
  | { readonly by: "source"; readonly coding: Coding; readonly index: number }
  | { readonly by: "map"; readonly coding: Coding }
  | {
      readonly by: "degrade";
      readonly coding: Omit<Coding, "asserted">;
      readonly reason: Degrade["reason"];
    }
  | { readonly by: "nothing"; readonly reason: Degrade["reason"] };

/**
 * Chooses the code a target shows for a concept: the first the source asserted in one of the target's
 * systems, native system first; else a mapped one; else the degrade code of the kind. A chosen code
 * adds to the original and never replaces it: the writer carries the other codings beside it.
 */
export function chooseCoding(
  coded: Coded,
  { targets, kind, terminology, hasValue }: ChooseCoding,
): ChosenCoding {
  for (const asserted of ["source", "mapped"] as const) {
    for (const system of targets) {
      const index = coded.codings.findIndex(
        (coding) => coding.system === system && coding.asserted === asserted,
      );
      const coding = coded.codings[index];
      if (coding) return { by: "source", coding, index };
    }
  }
  const answer = terminology.translate({
    coded,
    targets,
    kind,
    ...(hasValue !== undefined && { hasValue }),
  });
  if (answer.outcome === "mapped") return { by: "map", coding: answer.coding };
  for (const system of targets) {
    const coding = degradeCoding(kind, system);
    if (coding) return { by: "degrade", coding, reason: answer.reason };
  }
  return { by: "nothing", reason: answer.reason };
}
