import { alertFields } from "../../wire/coded-item-types.ts";
import type { WireAlert } from "../../wire/coded-item-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";

/** An alert for the alert list. */
export function writeAlert(work: EntryWork<"alerts">, writing: Writing): WireAlert {
  const { entry, facts } = work;
  const item = writeCodedItem(work, { kind: "record-entry", writing });
  const shown = entry.showOn ?? [];
  // Reading gives booking before arrival; another order is carried.
  const held = shown.join(" ");
  if (held === "booking" || held === "arrival" || held === "booking arrival") facts.take("showOn");
  const own = {
    Book: shown.includes("booking") ? "1" : undefined,
    AriveSwap: shown.includes("arrival") ? "1" : undefined,
  };
  const carriedElsewhere = held !== "" && !["booking", "arrival", "booking arrival"].includes(held);
  const wire: WireAlert = {
    ...item.wire,
    ...(!carriedElsewhere && own),
    DescriptiveText: item.text(),
  };
  return writing.finish(alertFields, wire, work);
}

/** A message the registration holds, which has room for its words alone. */
export function writeMessage(
  work: EntryWork<"alerts">,
  form: "ScreenMessage" | "MedicationMessage",
  writing: Writing,
): string | undefined {
  const { entry, facts } = work;
  const [text] = entry.texts;
  facts.take("id");
  facts.take("texts", 0, "text");
  facts.take("texts", 0, "role");
  if (form === "ScreenMessage") facts.take("showOn");
  writing.carryApart(work);
  return text?.text;
}
