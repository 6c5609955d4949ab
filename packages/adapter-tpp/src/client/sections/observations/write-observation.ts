import type { Observation, ObservationComponent } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import { hasForm } from "../../wire/lexical.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import { isWritable } from "../../writing/taking.ts";
import type { Taking } from "../../writing/taking.ts";
import { writeConcept } from "../write-code.ts";
import { wordsOfUnclearValue } from "../../../shared/comparator-text.ts";
import { isSaid } from "../../../shared/coded-as.ts";

/** An observation that has a concept, as a coded entry. */
export function writeObservation(
  taking: Taking<Observation | ObservationComponent>,
  writing: ClientWriting,
  record: string,
): Form | undefined {
  const { entry } = taking;
  if (!isSaid(entry.concept)) return undefined;
  const isUnasserted = isOfNobody(entry);
  const written = writeConcept(taking, writing, {
    kind: "record-entry",
    hasValue: entry.value?.kind === "quantity",
    at: { record, section: "observations" },
    ...(isUnasserted && { standInFor: "value-not-representable" }),
  });
  if (!written) return undefined;
  const fields: WireInput<"ClinicalCode"> = {
    Code: written.code,
    Episodicity: episodicityToWire(taking),
    ...(isUnasserted ? {} : valueFields(taking)),
    IsFamilyHistory: isFamilyHistory(taking),
  };
  return wholeForm(taking, "ClinicalCode", fields, {
    text: takeText(taking),
    marks: written.marks,
    reasons: { value: "value-not-representable", ...written.reasons },
    isUnasserted,
  });
}

/** Whether the code as it stands would say of the patient what the record does not: negated, or about somebody else. */
function isOfNobody(entry: Observation | ObservationComponent): boolean {
  if ("negated" in entry && entry.negated === true) return true;
  const isOfRelative = "category" in entry && entry.category === "family-history";
  return entry.subject !== undefined && !isOfRelative;
}

/** The episodicities of the format. */
export function episodicityToWire(taking: Taking): string | undefined {
  const { episodicity } = taking.entry as Partial<Pick<Observation, "episodicity">>;
  if (episodicity !== "new" && episodicity !== "ongoing") return undefined;
  taking.take("episodicity");
  return episodicity === "new" ? "New" : "Ongoing";
}

function isFamilyHistory(taking: Taking<Observation | ObservationComponent>): boolean {
  if (!("category" in taking.entry) || taking.entry.category !== "family-history") return false;
  taking.take("category");
  return true;
}

type ValueFields = Pick<WireInput<"ClinicalCode">, "Comparator" | "Units" | "Value">;

/**
 * The number and unit of a value, as it stands. A value with a comparator is no number the format can
 * hold: without it, it would say another amount; it is carried whole.
 */
function valueFields(taking: Taking<Observation | ObservationComponent>): ValueFields {
  const { value } = taking.entry;
  if (value?.kind === "text") return unclearFields(taking, value.text);
  if (value?.kind !== "quantity") return {};
  const { quantity } = value;
  if (quantity.comparator !== undefined || quantity.absent !== undefined) return {};
  const number = quantity.value;
  const unit = quantity.unit;
  if (number !== undefined && !hasForm(number, "decimal", taking.version)) return {};
  if (unit !== undefined && !isWritable(unit)) return {};
  if (number === undefined && unit === undefined) return {};
  taking.take("value", "kind");
  taking.take("value", "quantity", "value");
  taking.take("value", "quantity", "unit");
  // Without units the receiving system takes its own for the code. Where that was not so, an empty element says that there are none.
  const none = nativeDataOf(taking.entry).unitsImplied === true ? undefined : "";
  return { Value: number, Units: unit ?? none };
}

function unclearFields(
  taking: Taking<Observation | ObservationComponent>,
  text: string,
): ValueFields {
  const { comparator } = nativeDataOf(taking.entry);
  if (!comparator || wordsOfUnclearValue(comparator) !== text) return {};
  if (taking.version !== "client-integration") return {};
  taking.take("value");
  return {
    Value: comparator.value,
    Units: comparator.units,
    Comparator: comparator.comparator,
  };
}
