import type { Coded, Coding, DegradeKind } from "../values/coded.ts";

/**
 * The codes that stand in for one the target has no code for, by kind and code system
 * (GP2GP degrade rules). Where a system's own code for a kind is unverified its record-entry code serves.
 */
export const degradeCodes: Readonly<
  Record<DegradeKind, Readonly<Record<"snomed" | "read-v2" | "ctv3", string>>>
> = {
  "record-entry": { snomed: "196411000000103", "read-v2": "9bJ..00", ctv3: "XaLGM" },
  medication: { snomed: "196421000000109", "read-v2": "9bJ0.00", ctv3: "XaLGN" },
  referral: { snomed: "196431000000106", "read-v2": "9bJ1.00", ctv3: "XaLGM" },
  request: { snomed: "196441000000102", "read-v2": "9bJ2.00", ctv3: "XaLGM" },
  plan: { snomed: "196451000000104", "read-v2": "9bJ3.00", ctv3: "XaLGM" },
  "drug-allergy": { snomed: "196461000000101", "read-v2": "9bJ4.00", ctv3: "XaLGR" },
  "non-drug-allergy": { snomed: "196471000000108", "read-v2": "9bJ5.00", ctv3: "XaLGS" },
};

const terms: Readonly<Record<DegradeKind, string>> = {
  "record-entry": "Transfer-degraded record entry",
  medication: "Transfer-degraded medication entry",
  referral: "Transfer-degraded referral",
  request: "Transfer-degraded request",
  plan: "Transfer-degraded plan",
  "drug-allergy": "Transfer-degraded drug allergy",
  "non-drug-allergy": "Transfer-degraded non-drug allergy",
};

const known = new Map<string, DegradeKind>(
  Object.entries(degradeCodes)
    .flatMap(([kind, codes]) =>
      Object.entries(codes).map(
        ([system, code]) => [`${system} ${code}`, kind as DegradeKind] as const,
      ),
    )
    .reverse(),
);
// Some senders give the description id of the plan code where the concept id belongs.
known.set("snomed 294781000000113", "plan");

/** The degrade code of a kind in a code system, where the system has one. */
export function degradeCoding(
  kind: DegradeKind,
  system: string,
): { system: string; code: string; display: string } | undefined {
  if (system !== "snomed" && system !== "read-v2" && system !== "ctv3") return undefined;
  return { system, code: degradeCodes[kind][system], display: terms[kind] };
}

/** The kind a code stands in for, when it is a degrade code. */
export function degradeKindOf(system: string | undefined, code: string): DegradeKind | undefined {
  return (
    known.get(`${system} ${code}`) ??
    (system === "read-v2" && code.length === 5 ? known.get(`read-v2 ${code}00`) : undefined)
  );
}

/**
 * Whether a code is the stand-in for a drug allergy. A receiver must block prescribing until it is
 * coded again, because no decision support can read it (GP Connect allergy guidance).
 */
export function blocksPrescribing({ system, code }: Pick<Coding, "system" | "code">): boolean {
  return degradeKindOf(system, code) === "drug-allergy";
}

/**
 * Which issue it is that a concept came as a stand-in another system put in the place of its code: a
 * drug allergy behind one no decision support can read. Undefined where its main code is none.
 */
export function standInIssue(
  concept: Coded | undefined,
): "allergy-degraded" | "code-degraded" | undefined {
  const [main] = concept?.codings ?? [];
  if (main?.asserted !== "source" || degradeKindOf(main.system, main.code) === undefined)
    return undefined;
  return blocksPrescribing(main) ? "allergy-degraded" : "code-degraded";
}

/** The kind of the first stand-in among what the source itself coded: a concept another system degraded. */
export function receivedDegrade(coded: Coded): DegradeKind | undefined {
  for (const { system, code, asserted } of coded.codings) {
    const kind = asserted === "source" ? degradeKindOf(system, code) : undefined;
    if (kind !== undefined) return kind;
  }
  return undefined;
}
