import type { Immunisation } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import { isWritable } from "../../writing/taking.ts";
import type { Taking } from "../../writing/taking.ts";
import { isSaid } from "../../../shared/coded-as.ts";

/** A vaccination given, where the vaccine's name, batch and part of the course are known and it has no code, which the format lacks. */
export function writeVaccination(taking: Taking<Immunisation>): Form | undefined {
  const { entry } = taking;
  if (entry.outcome !== "given" || isSaid(entry.concept)) return undefined;
  const blank = (element: string) =>
    nativeDataOf(entry).blank?.includes(element) === true ? "" : undefined;
  taking.take("outcome");
  const fields: WireInput<"Vaccination"> = {
    BatchNumber: taking.words("batchNumber") ?? blank("BatchNumber"),
    Name: taking.words("vaccine", "text") ?? blank("Name"),
    Contents: taking.version === "client-integration" ? contentsOf(taking) : undefined,
    PartType: taking.words("part"),
    Dosage: taking.words("doseText"),
  };
  return wholeForm(taking, "Vaccination", fields, { text: takeText(taking) });
}

function contentsOf(taking: Taking<Immunisation>): readonly string[] | undefined {
  const { contents } = taking.entry;
  if (!contents?.every((content) => isWritable(content))) return undefined;
  taking.take("contents");
  return contents;
}
