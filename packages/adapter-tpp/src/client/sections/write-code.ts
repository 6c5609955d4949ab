import {
  blocksPrescribing,
  chooseCoding,
  codeMappedLine,
  degradeKindOf,
  labelOf,
  noMaps,
  pointerOf,
} from "@gp2gp/core";
import type { AnyEntry, Coded, Coding, DegradeKind, Loss, LossReason } from "@gp2gp/core";
import { nativeDataOf } from "../native-data.ts";
import { codedAs, isSameFacts } from "./coded-as.ts";
import { oddScheme } from "./read-code.ts";
import type { WireInput } from "../wire/wire-types.ts";
import type { ClientWriting } from "../writing/client-writing.ts";
import { isWritable } from "../writing/taking.ts";
import type { Taking } from "../writing/taking.ts";

const schemeOf: Readonly<Record<string, string>> = { ctv3: "CTV3", snomed: "Snomed" };

/** A code as the format shows it, and what the reader has to be told of it. */
export interface WrittenCode {
  readonly code: WireInput<"Code">;
  readonly marks: readonly string[];
  readonly reasons: Readonly<Record<string, LossReason>>;
  /** Whether it stands in for a drug allergy, which no decision support can read from it. */
  readonly blocksPrescribing?: boolean;
}

/**
 * The code shown for the concept of an entry: one that was recorded, one a map finds, or the stand-in
 * of its kind. All codes that are not shown are carried.
 */
export function writeConcept(
  taking: Taking<Pick<AnyEntry, "concept" | "supplierData">>,
  writing: ClientWriting,
  about: {
    readonly kind: DegradeKind;
    readonly hasValue?: boolean;
    readonly at: Pick<Loss, "record" | "section">;
    /** Whether the entry is of another section than the element, which the carried text says. */
    readonly isPlain?: boolean;
    /** Why only the stand-in will do: the code itself would say something else here. */
    readonly standInFor?: LossReason;
  },
): WrittenCode | undefined {
  const { kind, hasValue, standInFor } = about;
  const isOwn = about.isPlain !== true && standInFor === undefined;
  const odd = isOwn ? (writeTerm(taking) ?? writeOddScheme(taking)) : undefined;
  if (odd) return odd;
  const nothing: Coded = { codings: [] };
  const coded = standInFor === undefined ? (taking.entry.concept ?? nothing) : nothing;
  const [own, other] = writing.codeTargets;
  const chosen = chooseCoding(coded, {
    targets: [own],
    others: [other],
    kind,
    terminology: standInFor === undefined ? writing.context.terminology : noMaps,
    ...(hasValue !== undefined && { hasValue }),
    goesHome: writing.goesHome,
  });
  if (chosen.by === "nothing") return undefined;
  const { system = "", code } = chosen.coding;
  // A map may have a code without its term: the words recorded say what it is.
  const display = chosen.coding.display ?? (chosen.by === "map" ? labelOf(coded) : undefined);
  const term = display !== undefined && isWritable(display) ? { "@Term": display } : {};
  const written = { "@Scheme": schemeOf[system], "@Code": code, ...term };
  const isSound = written["@Scheme"] !== undefined && isWritable(code);
  if (chosen.by === "source" && isSound) {
    const standIn = degradeKindOf(system, code);
    if (standIn === undefined) takeCoding(taking, chosen.index, term["@Term"] !== undefined);
    else if (about.isPlain !== true && isReceived(coded, standIn, term["@Term"]))
      taking.take("concept");
    return { code: written, marks: [], reasons: {} };
  }
  if (chosen.by === "map" && isSound) {
    const from = coded.codings[chosen.from ?? 0];
    return {
      code: written,
      ...reportMap({ from, to: chosen.coding }, { taking, writing, at: about.at }),
    };
  }
  if (chosen.by !== "degrade")
    return writeConcept(taking, writing, { ...about, standInFor: "value-not-representable" });
  return {
    code: written,
    marks: [],
    reasons: { concept: standInFor ?? "no-code-map" },
    ...(blocksPrescribing(chosen.coding) && { blocksPrescribing: true }),
  };
}

/** Reports that a code is shown which a map found, and says it in the text. */
export function reportMap(
  { from, to }: { readonly from: Coding | undefined; readonly to: Coding },
  {
    taking,
    writing,
    at,
  }: {
    readonly taking: Taking;
    readonly writing: ClientWriting;
    readonly at: Pick<Loss, "record" | "section">;
  },
): Pick<WrittenCode, "marks" | "reasons"> {
  taking.onCommit(() => {
    writing.losses.push({
      type: "translated",
      ...at,
      record: at.record + pointerOf("concept"),
      reason: "code-translated",
      carriedAs: { part: writing.part, as: "translation" },
      ...(from && { from }),
      to,
      assured: to.map?.assured ?? "unknown",
    });
  });
  return { marks: [codeMappedLine(to.map)], reasons: { concept: "code-translated" } };
}

/** A code of a scheme that is not the format's goes home to where the lists are not all published. */
function writeOddScheme(
  taking: Taking<Pick<AnyEntry, "concept" | "supplierData">>,
): WrittenCode | undefined {
  const { concept } = taking.entry;
  const [coding, ...others] = concept?.codings ?? [];
  const isOff = nativeDataOf(taking.entry).offList?.includes("Scheme") === true;
  const scheme = coding?.system?.startsWith(oddScheme) ? coding.system.slice(oddScheme.length) : "";
  if (!isOff || scheme === "" || !coding || others.length > 0) return undefined;
  if (taking.version !== "client-integration" || !isWritable(coding.code)) return undefined;
  const term =
    coding.display !== undefined && isWritable(coding.display) ? coding.display : undefined;
  takeCoding(taking, 0, term !== undefined);
  return {
    code: { "@Scheme": scheme, "@Code": coding.code, "@Term": term },
    marks: [],
    reasons: {},
  };
}

/** A term that came without a code goes home without one. */
function writeTerm(
  taking: Taking<Pick<AnyEntry, "concept" | "supplierData">>,
): WrittenCode | undefined {
  const { concept } = taking.entry;
  const { termScheme } = nativeDataOf(taking.entry);
  if (termScheme === undefined || !isSameFacts(concept, { text: concept?.text })) return undefined;
  const term = taking.words("concept", "text");
  if (term === undefined) return undefined;
  const code = { "@Scheme": termScheme, "@Code": "", "@Term": term };
  return { code, marks: [], reasons: {} };
}

/**
 * Whether a concept is a stand-in as it was received and nothing more. One of which more is carried is
 * read as standing in for that.
 */
function isReceived(coded: Coded, kind: DegradeKind, term: string | undefined): boolean {
  const [coding] = coded.codings;
  const read = coding && codedAs(coding.system ?? "", coding.code, term);
  return isSameFacts(coded, { ...read, degrade: { kind, reason: "received" } });
}

/** Takes what a code element says of a coding; what else the coding holds stays to be carried. */
function takeCoding(
  taking: Taking<Pick<AnyEntry, "concept" | "supplierData">>,
  index: number,
  hasTerm: boolean,
): void {
  const coding = taking.entry.concept?.codings[index];
  taking.take("concept", "codings", index, "system");
  taking.take("concept", "codings", index, "code");
  if (hasTerm) taking.take("concept", "codings", index, "display");
  if (coding?.asserted === "source") taking.take("concept", "codings", index, "asserted");
}
