import type { AppointmentOrTask } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";

/** An activity of which the format's four facts are known. */
export function writeActivity(taking: Taking<AppointmentOrTask>): Form | undefined {
  const { entry } = taking;
  const blank = (element: string) =>
    nativeDataOf(entry).blank?.includes(element) === true ? "" : undefined;
  const isNamed = entry.concept !== undefined && entry.concept.codings.length === 0;
  taking.take("kind");
  const fields: WireInput<"Activity"> = {
    Performed: (isNamed ? taking.words("concept", "text") : undefined) ?? blank("Performed"),
    With: taking.words("assignedTo") ?? blank("With"),
    Method: taking.words("type") ?? blank("Method"),
    Duration: taking.words("durationMinutes"),
  };
  return wholeForm(taking, "Activity", fields);
}
