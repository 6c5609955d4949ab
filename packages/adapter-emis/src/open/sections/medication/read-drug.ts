import type { Authorisation, CarriedText, Coded, Quantity } from "@gp2gp/core";
import { asMapped, decimalSchema } from "@gp2gp/core";
import { readDrugCode } from "../../codecs/drug-code.ts";
import { carries, isKey } from "../../reading/restored.ts";
import type { WireDrug, WireMedication } from "../../wire/medication-types.ts";

type DrugFacts = { concept?: Coded } & Pick<Authorisation, "strengths">;

/** The drug, or the mixture with what is in it. */
export function readDrug(wire: WireDrug | undefined, carried: CarriedText): DrugFacts {
  const mixture = wire?.Mixture;
  if (mixture) {
    const name = mixture.MixtureName ?? "";
    const strengths = (mixture.Constituents ?? []).map(
      ({ PreparationID, StrengthQuantity = "" }) => ({
        ingredient: readDrugCode(PreparationID) ?? { codings: [] },
        ...(StrengthQuantity !== "" && { strength: StrengthQuantity }),
      }),
    );
    return {
      ...(name !== "" && { concept: { text: name, codings: [] } }),
      ...(strengths.length > 0 && { strengths }),
    };
  }
  const concept = readDrugCode(wire?.PreparationID);
  if (!concept) return {};
  if (carried.codeMapped !== true) return { concept: withoutStandIns(concept, carried) };
  // A code a map found, under the drug's own name, where the text carries the codes recorded.
  if (carries(carried, "concept", "codings")) return { concept: { codings: [] } };
  return { concept: asMapped(concept) };
}

/**
 * A term that is the drug's own words, which the text carries, is not the term of its codes; nor is it
 * that of a code which the text carries without one.
 */
function withoutStandIns(concept: Coded, { facts }: CarriedText): Coded {
  const inConcept = facts.filter(({ path: [first] }) => isKey(first, "concept"));
  const words = inConcept.find(({ path: [, member] }) => isKey(member, "text"))?.value;
  const whole = new Set(inConcept.map(({ value }) => codeKey(value)));
  const codings = concept.codings.filter((coding) => !whole.has(codeKey(coding)));
  if (words === undefined || concept.codings[0]?.display !== words) return { ...concept, codings };
  return { ...concept, codings: codings.map(({ display: _, ...coding }) => coding) };
}

function codeKey(value: CarriedText["facts"][number]["value"]): string | undefined {
  return typeof value === "object" ? `${value.system ?? ""} ${value.code}` : undefined;
}

/** Quantity as number and unit; in words where they say more, so that it goes home as it came. */
export function readQuantity(wire: WireMedication): { quantity?: Quantity; quantityText?: string } {
  const { Quantity: amount = "", QuantityUnits = "", QuantityRepresentation = "" } = wire;
  const value = decimalSchema.safeParse(amount.trim()).data;
  const unit = QuantityUnits === "" ? {} : { unit: QuantityUnits };
  const said =
    QuantityRepresentation !== "" &&
    QuantityRepresentation !== representationOf(value, QuantityUnits);
  return {
    ...(value !== undefined && { quantity: { value, ...unit } }),
    ...(said && { quantityText: QuantityRepresentation }),
  };
}

/** The words EMIS shows for a quantity. */
export function representationOf(value: string | undefined, unit: string | undefined): string {
  return [value, unit].filter((part) => part !== undefined && part !== "").join(" ");
}
