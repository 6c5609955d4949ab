import type { Authorisation, MedicationIssue, Supply } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";
import { writeDrug } from "../write-code.ts";
import { onlyCodeIn } from "../../../shared/coded-as.ts";
import { quantityToText } from "../../../shared/quantity-text.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** A prescription issued, where the drug, dose, quantity and both dates of the format are known. */
export function writeMedication(
  taking: Taking<MedicationIssue>,
  writing: ClientWriting,
): Form | undefined {
  const isRepeat = taking.entry.repeat === true;
  if (isRepeat) taking.take("repeat");
  const fields: WireInput<"Medication"> = {
    ...supplyFields(taking, writing),
    RepeatIssue: isRepeat,
  };
  return wholeForm(taking, "Medication", fields, { dated: false });
}

/** A repeat template, where all the format asks of one is known. */
export function writeRepeatMedication(
  taking: Taking<Authorisation>,
  writing: ClientWriting,
): Form | undefined {
  if (taking.entry.kind !== "repeat") return undefined;
  taking.take("kind");
  const fields: WireInput<"RepeatMedication"> = {
    ...supplyFields(taking, writing),
    MaxIssues: integer(taking, "repeatNumber"),
    ReviewDate: taking.date("date", "reviewDate"),
    IssueDurationDays: integer(taking, "issueDurationDays"),
  };
  return wholeForm(taking, "RepeatMedication", fields, { dated: false });
}

function supplyFields(
  taking: Taking<(MedicationIssue | Authorisation) & Supply>,
  writing: ClientWriting,
): WireInput<"Medication"> & WireInput<"RepeatMedication"> {
  const { entry } = taking;
  const type = onlyCodeIn(tppSystems.medicationType, entry.type);
  const reason = onlyCodeIn(tppSystems.endReason, entry.endReason);
  if (type !== undefined) taking.take("type");
  if (reason !== undefined) taking.take("endReason");
  const blank = (element: string) =>
    nativeDataOf(entry).blank?.includes(element) === true ? "" : undefined;
  return {
    MedicationType: type,
    Drug: writeDrug(entry.concept, taking, writing, "concept"),
    Dose: entry.dosages.length > 0 ? taking.words("dosages", 0) : blank("Dose"),
    Quantity: quantityOf(taking) ?? blank("Quantity"),
    ...courseOf(taking),
    EndReason: reason,
  };
}

function quantityOf(taking: Taking<Pick<Supply, "quantity" | "quantityText">>): string | undefined {
  const text = quantityToText(taking.entry);
  if (text === undefined) return undefined;
  taking.take("quantity");
  taking.take("quantityText");
  return text;
}

function courseOf(
  taking: Taking<Pick<Supply, "effective">>,
): Pick<WireInput<"Medication">, "StartDate" | "EndDate"> {
  if (taking.entry.effective?.kind !== "period") return {};
  taking.take("effective", "kind");
  return {
    StartDate: taking.date("date", "effective", "start"),
    EndDate: taking.date("date", "effective", "end"),
  };
}

function integer(
  taking: Taking<Authorisation>,
  key: "repeatNumber" | "issueDurationDays",
): string | undefined {
  return /^[+-]?\d+$/.test(taking.entry[key] ?? "") ? taking.words(key) : undefined;
}
