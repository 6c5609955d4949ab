import { degradeKindOfEntry } from "@gp2gp/core";
import type { Allergy } from "@gp2gp/core";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";
import { episodicityToWire } from "../observations/write-observation.ts";
import { isSaid } from "../coded-as.ts";
import { writeConcept } from "../write-code.ts";
import { writeDrug, writeIngredient } from "../write-drug.ts";

/** An allergy: a code with the flag where it has a code, a sensitivity where only its kind or substance is known. */
export function writeAllergy(
  taking: Taking<Allergy>,
  writing: ClientWriting,
  record: string,
): Form | undefined {
  const { concept, kind } = taking.entry;
  // That no allergy is known is none: it is written as a plain code, without the flag.
  if (kind === "none-known") return undefined;
  return isSaid(concept) ? codedAllergy(taking, writing, record) : drugSensitivity(taking, writing);
}

function codedAllergy(
  taking: Taking<Allergy>,
  writing: ClientWriting,
  record: string,
): Form | undefined {
  const { kind } = taking.entry;
  const written = writeConcept(taking, writing, {
    kind: degradeKindOfEntry("allergies", taking.entry),
    at: { record, section: "allergies" },
  });
  if (!written) return undefined;
  if (kind === "unspecified") taking.take("kind");
  const fields: WireInput<"ClinicalCode"> = {
    Code: written.code,
    Episodicity: episodicityToWire(taking),
    IsAllergy: true,
  };
  const { code: _, ...about } = written;
  return wholeForm(taking, "ClinicalCode", fields, { text: takeText(taking), ...about });
}

function drugSensitivity(taking: Taking<Allergy>, writing: ClientWriting): Form | undefined {
  const { kind, substances, endedUnknown } = taking.entry;
  if (kind !== "drug" && kind !== "ingredient" && kind !== "unspecified") return undefined;
  taking.take("kind");
  const fields: WireInput<"DrugSensitivity"> = {
    Type: typeWords[kind],
    ...(writing.version === "client-integration" && {
      ...substanceFields(taking, writing, substances[0]),
      EndDate: taking.date("date", "ended"),
      EndedWithUnknownDate: endedUnknown === true,
    }),
  };
  if (fields.EndedWithUnknownDate === true) taking.take("endedUnknown");
  return wholeForm(taking, "DrugSensitivity", fields, { text: takeText(taking) });
}

const typeWords = { drug: "Drug", ingredient: "Ingredient", unspecified: undefined } as const;

function substanceFields(
  taking: Taking<Allergy>,
  writing: ClientWriting,
  substance: Allergy["substances"][number] | undefined,
): Pick<WireInput<"DrugSensitivity">, "Drug" | "Ingredient"> {
  if (!substance) return {};
  return taking.entry.kind === "drug"
    ? { Drug: writeDrug(substance, taking, writing, "substances", 0) }
    : { Ingredient: writeIngredient(substance, taking, "substances", 0) };
}
