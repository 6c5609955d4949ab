import type { Authorisation, Loss, MedicationIssue, Supply } from "@gp2gp/core";
import { tppSystems } from "../../client-ids.ts";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";
import { onlyCodeIn } from "../coded-as.ts";
import { writeDrug, writeMappedDrug } from "../write-drug.ts";
import { quantityToText } from "./quantity-text.ts";

/** A prescription issued, where the drug, dose, quantity and both dates of the format are known. */
export function writeMedication(
  taking: Taking<MedicationIssue>,
  writing: ClientWriting,
  record: Loss["record"],
): Form | undefined {
  const isRepeat = taking.entry.repeat === true;
  if (isRepeat) taking.take("repeat");
  const { drug, ...about } = drugOf(taking, writing, { record, section: "issues" });
  const fields: WireInput<"Medication"> = {
    Drug: drug,
    ...supplyFields(taking),
    RepeatIssue: isRepeat,
  };
  return wholeForm(taking, "Medication", fields, { dated: false, ...about });
}

/** A repeat template, where all the format asks of one is known. */
export function writeRepeatMedication(
  taking: Taking<Authorisation>,
  writing: ClientWriting,
  record: Loss["record"],
): Form | undefined {
  if (taking.entry.kind !== "repeat") return undefined;
  taking.take("kind");
  const { drug, ...about } = drugOf(taking, writing, { record, section: "authorisations" });
  const fields: WireInput<"RepeatMedication"> = {
    Drug: drug,
    ...supplyFields(taking),
    MaxIssues: integer(taking, "repeatNumber"),
    ReviewDate: taking.date("date", "reviewDate"),
    IssueDurationDays: integer(taking, "issueDurationDays"),
  };
  return wholeForm(taking, "RepeatMedication", fields, { dated: false, ...about });
}

/** The drug by a code that was recorded, else by one a map finds. */
function drugOf(
  taking: Taking<(MedicationIssue | Authorisation) & Supply>,
  writing: ClientWriting,
  at: Pick<Loss, "record" | "section">,
): Partial<NonNullable<ReturnType<typeof writeMappedDrug>>> {
  const drug = writeDrug(taking.entry.concept, taking, writing, "concept");
  return drug ? { drug } : (writeMappedDrug(taking, writing, at) ?? {});
}

function supplyFields(
  taking: Taking<(MedicationIssue | Authorisation) & Supply>,
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
