import { asMapped, degradeKindOf } from "@gp2gp/core";
import type { Allergy, CarriedText, Coded, Observation, ObservationValue } from "@gp2gp/core";
import { carriesAny } from "../../carried-marks.ts";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ItemReading, ItemStart, ReadItem } from "../../reading/item-start.ts";
import type { ProblemHeader } from "../../reading/problem-links.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { readCode } from "../read-code.ts";
import { wordsOfUnclearValue } from "./comparator-text.ts";
import type { UnclearValue } from "./comparator-text.ts";

/** A coded entry: an observation, an allergy or family history by its flags, and the header of a problem by its severity. */
export const readClinicalCode: ReadItem<"ClinicalCode"> = (node, start) => {
  const header = headerOf(node, start);
  const read = readConcept(node, start.carried);
  const { concept, shown, termScheme } = read;
  const about: Pick<ItemReading, "header" | "shown"> = {
    ...(header && { header }),
    ...(shown && { shown }),
  };
  // The flag that it is about a relative weighs more: the patient has no such allergy. The other flag is left.
  if (node.has("IsFamilyHistory"))
    return readAs(
      "observations",
      { ...observationOf(node, start, read), category: "family-history" },
      about,
    );
  if (!node.has("IsAllergy"))
    return readAs("observations", observationOf(node, start, read), about);
  const episodicity = episodicityOf(node);
  const allergy: Allergy = {
    ...start.shape,
    ...start.dated,
    ...(concept && { concept }),
    texts: start.texts,
    kind: "unspecified",
    substances: [],
    ...(episodicity && { episodicity }),
    ...nativeOf(node, start, termScheme === undefined ? {} : { termScheme }),
  };
  return readAs("allergies", allergy, about);
};

function observationOf(
  node: WireNode<"ClinicalCode">,
  start: ItemStart,
  { concept, termScheme }: ReadConcept,
): Observation {
  const episodicity = episodicityOf(node);
  const unclear = unclearValueOf(node);
  const value = unclear
    ? ({ kind: "text", text: wordsOfUnclearValue(unclear) } as const)
    : valueOf(node);
  return {
    ...start.shape,
    ...start.dated,
    ...(concept && { concept }),
    texts: start.texts,
    ...(value && { value }),
    ...(episodicity && { episodicity }),
    ...nativeOf(node, start, {
      ...(unclear && { comparator: { ...unclear } }),
      ...(isUnitImplied(node, value) && { unitsImplied: true }),
      ...(termScheme !== undefined && { termScheme }),
    }),
  };
}

/** The concept of a coded entry. */
interface ReadConcept {
  readonly concept?: Coded;
  /** As it is shown, where that may only stand in for what is carried. */
  readonly shown?: Coded;
  /** The scheme of a term without a code. */
  readonly termScheme?: string;
}

/** The concept of a code, and the concept as shown. A code that only stands in for codes that are carried is none of the entry's own. */
export function readConcept(
  node: WireNode<"ClinicalCode">,
  { facts, recordedAs, codeMapped }: CarriedText,
): ReadConcept {
  const code = node.node("Code");
  const shown = code && readCode(code);
  if (!shown) return {};
  if (code && shown.codings.length === 0)
    return { concept: shown, shown, termScheme: code.attribute("Scheme") ?? "" };
  const [coding] = shown.codings;
  const carriesConcept = carriesAny(facts, "concept");
  if (codeMapped === true && !carriesAny(facts, "concept/codings")) {
    const concept = asMapped(shown);
    return { concept, shown: concept };
  }
  const standsIn =
    codeMapped === true ||
    (coding !== undefined &&
      degradeKindOf(coding.system, coding.code) !== undefined &&
      (carriesConcept || recordedAs !== undefined));
  if (!standsIn) {
    const kind = coding && degradeKindOf(coding.system, coding.code);
    const concept: Coded = kind ? { ...shown, degrade: { kind, reason: "received" } } : shown;
    return { concept, shown: concept };
  }
  return carriesConcept ? { concept: { codings: [] }, shown } : { shown };
}

/** The problem a code is the header of, when it has a severity. An end date alone is left. */
export function headerOf(
  node: WireNode<"ClinicalCode">,
  { problem, shape }: ItemStart,
): ProblemHeader | undefined {
  const severity = node.text("ProblemSeverity");
  if (severity === undefined) return undefined;
  return { ...problem, severity, endDate: node.text("ProblemEndDate"), order: shape.order };
}

function episodicityOf(node: WireNode<"ClinicalCode">): "new" | "ongoing" | undefined {
  const episodicity = node.listed("Episodicity");
  if (episodicity === undefined) return undefined;
  return episodicity === "New" ? "new" : "ongoing";
}

function valueOf(node: WireNode<"ClinicalCode">): ObservationValue | undefined {
  const value = node.text("Value");
  const unit = node.text("Units");
  if (value === undefined && unit === undefined) return undefined;
  return {
    kind: "quantity",
    quantity: { ...(value !== undefined && { value }), ...(unit !== undefined && { unit }) },
  };
}

function isUnitImplied(
  node: WireNode<"ClinicalCode">,
  value: ObservationValue | undefined,
): boolean {
  const isNumber = value?.kind === "quantity" && value.quantity.unit === undefined;
  return isNumber && !node.hasElement("Units");
}

function unclearValueOf(node: WireNode<"ClinicalCode">): UnclearValue | undefined {
  const comparator = node.text("Comparator");
  if (comparator === undefined) return undefined;
  const value = node.text("Value");
  const units = node.text("Units");
  return {
    comparator,
    ...(value !== undefined && { value }),
    ...(units !== undefined && { units }),
  };
}
