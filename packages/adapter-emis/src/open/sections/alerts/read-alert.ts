import type { EntryId } from "@gp2gp/core";
import { withEmisData } from "../../emis-data.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireAlert } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import { readCodedItem, withQualifiers } from "../coded-items/read-coded-item.ts";

/** An alert of the alert list. */
export function readAlert(wire: WireAlert, place: Place, reading: Reading): EntryId {
  const item = readCodedItem(wire, { kind: "alert", place, reading });
  const showOn = [
    ...(wire.Book === "1" ? ["booking"] : []),
    ...(wire.AriveSwap === "1" ? ["arrival"] : []),
  ];
  return addCodedItem("alerts", item, {
    facts: {
      ...withQualifiers(item.base.concept, item.qualifiers),
      ...(showOn.length > 0 && { showOn }),
    },
    about: { wire, form: "Alert", reading },
  });
}

/** A message of the registration that the system shows: on opening the record, or when prescribing. */
export function readMessage(
  text: string | undefined,
  {
    form,
    wire,
    reading,
  }: { form: "ScreenMessage" | "MedicationMessage"; wire: object; reading: Reading },
): void {
  if (text === undefined || text === "") return;
  const alert = {
    ...reading.base(reading.freshId(`emis-open:${form}`), wire, {}),
    texts: [{ text, role: "note" as const }],
    ...(form === "ScreenMessage" && { showOn: ["record" as const] }),
  };
  reading.put("alerts", withEmisData(alert, { form }));
}
