import type { Observation } from "@gp2gp/core";
import { episodicities, observationTypes, relatives } from "../../codecs/value-tables.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import type { CodedItem } from "../coded-items/read-coded-item.ts";
import { qualifierSystem, withQualifiers } from "../coded-items/read-coded-item.ts";
import { readNumericValue } from "./read-numeric-value.ts";

/** Qualifier items whose meaning the record has a place for. */
export const negationItem = "24";
export const certaintyGroup = "8";
export const relativeGroup = "1";

/** What an event says as an observation, beside what every coded entry says. */
export function observationOf(
  wire: WireEvent,
  item: CodedItem,
  reading: Reading,
): Partial<Observation> {
  const category = observationTypes.read(wire.EventType);
  const episodicity = episodicities.read(wire.Episodicity);
  const measured = readNumericValue(wire.NumericValue, reading);
  const text = wire.TextValue ?? "";
  const negated = item.qualifiers.some((qualifier) => itemOf(qualifier) === negationItem);
  const relative =
    category === "family-history"
      ? item.qualifiers.find((qualifier) => relatives.read(itemOf(qualifier)) !== undefined)
      : undefined;
  const rest = item.qualifiers.filter(
    (qualifier) => qualifier !== relative && itemOf(qualifier) !== negationItem,
  );
  return {
    ...measured,
    ...(measured.value === undefined && text !== "" && { value: { kind: "text", text } }),
    ...withQualifiers(item.base.concept, rest),
    ...(relative?.value && { subject: { relationship: relative.value } }),
    ...(category && { category }),
    ...(episodicity && { episodicity }),
    ...(wire.Abnormal === "1" && { abnormal: true }),
    ...(negated && { negated }),
  };
}

function itemOf({ value }: CodedItem["qualifiers"][number]): string | undefined {
  return value?.codings.find(({ system }) => system === qualifierSystem)?.code;
}
