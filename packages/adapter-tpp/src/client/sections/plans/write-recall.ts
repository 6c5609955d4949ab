import type { Plan } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";

/** A recall whose date, words and state are known. */
export function writeRecall(taking: Taking<Plan>): Form | undefined {
  const { entry } = taking;
  if (entry.kind !== "recall") return undefined;
  taking.take("kind");
  const isNamed = entry.concept !== undefined && entry.concept.codings.length === 0;
  const isBlank = nativeDataOf(entry).blank?.includes("Type") === true;
  const fields: WireInput<"Recall"> = {
    RecallDate: taking.date("date", "due"),
    Type: isNamed ? taking.words("concept", "text") : isBlank && !entry.concept ? "" : undefined,
    Status: taking.words("state"),
  };
  return wholeForm(taking, "Recall", fields, { text: takeText(taking) });
}
