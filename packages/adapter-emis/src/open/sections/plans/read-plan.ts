import type { EntryId } from "@gp2gp/core";
import { reminderTypes } from "../../codecs/value-tables.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireDiary } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import { readCodedItem, readDate, withQualifiers } from "../coded-items/read-coded-item.ts";

/** A diary entry: what it is assigned to is when it is due. */
export function readPlan(wire: WireDiary, place: Place, reading: Reading): EntryId {
  const item = readCodedItem(wire, { kind: "diary", place, reading });
  const due = item.base.effective?.kind === "point" ? item.base.effective.at : undefined;
  const reminder = wire.Reminder ?? reminderTypes.read(wire.ReminderType) ?? "";
  const duration = wire.DurationTerm ?? "";
  const dated = due === undefined ? item : undatedItem(item);
  return addCodedItem("plans", dated, {
    facts: {
      ...withQualifiers(item.base.concept, item.qualifiers),
      kind: "diary",
      ...(due !== undefined && { due }),
      ...(duration !== "" && { duration }),
      ...(reminder !== "" && { reminder }),
    },
    about: { wire, form: "Diary", reading },
  });
}

function undatedItem(item: ReturnType<typeof readCodedItem>): ReturnType<typeof readCodedItem> {
  const { effective: _, ...base } = item.base;
  const { effective: __, ...whole } = item.whole;
  return { ...item, base, whole };
}

const medicationReviewSystem = "emis:registration-field";

/** The date of the next medication review, which EMIS holds in the registration. */
export function readMedicationReview(
  text: string | undefined,
  wire: object,
  reading: Reading,
): void {
  const due = readDate(text, reading, wire);
  if (due === undefined) return;
  const plan = {
    ...reading.base(reading.freshId("emis-open:MedicationReviewDate"), wire, {}),
    concept: {
      codings: [
        {
          system: medicationReviewSystem,
          code: "MedicationReviewDate",
          display: "Medication review date",
          asserted: "source" as const,
        },
      ],
    },
    kind: "recall" as const,
    due,
  };
  reading.put("plans", withEmisData(plan, { form: "MedicationReviewDate" }));
}
