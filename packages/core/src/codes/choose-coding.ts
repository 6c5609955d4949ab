import type { TerminologyV1 } from "../contract/terminology-v1.ts";
import type { Coded, Coding, Degrade, DegradeKind } from "../values/coded.ts";
import { degradeCoding, degradeKindOf, receivedDegrade } from "./degrade-codes.ts";

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
  | {
      readonly by: "map";
      readonly coding: Coding;
      /** The place of the coding that was translated. */
      readonly from?: number;
      /** Further codes for the concept, to stand beside the chosen one where the target holds them. */
      readonly also?: readonly Coding[];
    }
  | {
      readonly by: "degrade";
      readonly coding: Omit<Coding, "asserted">;
      /** The kind of entry the code stands in for: the received one where the concept came degraded. */
      readonly kind: DegradeKind;
      readonly reason: Degrade["reason"];
    }
  | { readonly by: "nothing"; readonly reason: Degrade["reason"] };

/**
 * Chooses the code a target shows for a concept: the first the source asserted in one of the target's
 * systems, native system first; else a mapped one; else the degrade code of the kind. A chosen code
 * adds to the original and never replaces it: the writer carries the other codings beside it.
 *
 * A stand-in another system put in the place of a code comes after every code the target understands,
 * so that it is undone where the original came along, and is kept as it came where it did not.
 */
export function chooseCoding(
  coded: Coded,
  { targets, kind, terminology, hasValue }: ChooseCoding,
): ChosenCoding {
  for (const [asserted, standIn] of preferences) {
    for (const system of targets) {
      const index = coded.codings.findIndex(
        (coding) =>
          coding.system === system &&
          coding.asserted === asserted &&
          (degradeKindOf(system, coding.code) !== undefined) === standIn,
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
  if (answer.outcome === "mapped") {
    const { coding, from, also } = answer;
    return { by: "map", coding, ...(from !== undefined && { from }), ...(also && { also }) };
  }
  const received = receivedDegrade(coded);
  const reason = received === undefined ? answer.reason : "received";
  for (const system of targets) {
    const coding = degradeCoding(received ?? kind, system);
    if (coding) return { by: "degrade", coding, kind: received ?? kind, reason };
  }
  return { by: "nothing", reason };
}

const preferences = [
  ["source", false],
  ["source", true],
  ["mapped", false],
  ["mapped", true],
] as const;
