import type { TerminologyV1, TranslationAnswer } from "../contract/terminology-v1.ts";
import type { Coded, Coding, Degrade, DegradeKind } from "../values/coded.ts";
import { degradeCoding, degradeKindOf, receivedDegrade } from "./degrade-codes.ts";

export interface ChooseCoding {
  /** The target's own code systems in this place, best first. */
  readonly targets: readonly string[];
  /** Further systems it holds in this place beside its own, best first. */
  readonly others?: readonly string[];
  readonly kind: DegradeKind;
  readonly terminology: TerminologyV1;
  readonly hasValue?: boolean;
  /** The record goes home to the system it came from, which is given what it said, stand-ins included. */
  readonly goesHome?: boolean;
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

type Mapped = Extract<TranslationAnswer, { outcome: "mapped" }>;

/**
 * Chooses the code a target shows for a concept. The first of these there is:
 *
 * 1. a code the source asserted in one of the target's own systems;
 * 2. a map of one into those systems, unless its publisher would not assure it;
 * 3. a code the source asserted in another system the target holds;
 * 4. a mapped code the record has, then any map the terminology answers with;
 * 5. a stand-in the concept came with; else the target's own stand-in of the kind.
 *
 * A chosen code adds to the original and never replaces it: the writer carries the other codings beside
 * it. A stand-in is so undone where its original came along and the target understands it or a map of
 * it, and kept as it came where not.
 */
export function chooseCoding(coded: Coded, request: ChooseCoding): ChosenCoding {
  const { targets, others = [], goesHome = false } = request;
  const all = [...targets, ...others];
  const asked = (systems: readonly string[]): TranslationAnswer =>
    translated(coded, systems, request);
  const own = asserted(coded, targets, "source");
  if (own) return own;
  const preferred = others.length > 0 && !goesHome ? asked(targets) : undefined;
  if (preferred?.outcome === "mapped" && preferred.coding.map?.assured !== false)
    return byMap(preferred);
  const known =
    asserted(coded, others, "source") ??
    (goesHome ? standIn(coded, all, "source") : undefined) ??
    asserted(coded, all, "mapped");
  if (known) return known;
  const answer = asked(all);
  if (answer.outcome === "mapped") return byMap(answer);
  return (
    standIn(coded, all, "source") ??
    standIn(coded, all, "mapped") ??
    degraded(coded, all, { kind: request.kind, reason: answer.reason })
  );
}

function translated(
  coded: Coded,
  targets: readonly string[],
  { kind, terminology, hasValue }: ChooseCoding,
): TranslationAnswer {
  return terminology.translate({
    coded,
    targets,
    kind,
    ...(hasValue !== undefined && { hasValue }),
  });
}

function byMap({ coding, from, also }: Mapped): ChosenCoding {
  return { by: "map", coding, ...(from !== undefined && { from }), ...(also && { also }) };
}

/** The first code of the concept in one of the systems that is no stand-in. */
function asserted(
  coded: Coded,
  systems: readonly string[],
  by: Coding["asserted"],
): ChosenCoding | undefined {
  return first(coded, systems, (coding) => coding.asserted === by && !isStandIn(coding));
}

function standIn(
  coded: Coded,
  systems: readonly string[],
  by: Coding["asserted"],
): ChosenCoding | undefined {
  return first(coded, systems, (coding) => coding.asserted === by && isStandIn(coding));
}

function first(
  coded: Coded,
  systems: readonly string[],
  fits: (coding: Coding) => boolean,
): ChosenCoding | undefined {
  for (const system of systems) {
    const index = coded.codings.findIndex((coding) => coding.system === system && fits(coding));
    const coding = coded.codings[index];
    if (coding) return { by: "source", coding, index };
  }
  return undefined;
}

function isStandIn({ system, code }: Coding): boolean {
  return degradeKindOf(system, code) !== undefined;
}

function degraded(
  coded: Coded,
  systems: readonly string[],
  about: { readonly kind: DegradeKind; readonly reason: Degrade["reason"] },
): ChosenCoding {
  const received = receivedDegrade(coded);
  const kind = received ?? about.kind;
  const reason = received === undefined ? about.reason : "received";
  for (const system of systems) {
    const coding = degradeCoding(kind, system);
    if (coding) return { by: "degrade", coding, kind, reason };
  }
  return { by: "nothing", reason };
}
