import { writePlainDate } from "../../codecs/emis-date.ts";
import { reminderTypes } from "../../codecs/value-tables.ts";
import { diaryFields } from "../../wire/coded-item-types.ts";
import type { WireDiary } from "../../wire/coded-item-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";

/** A diary entry, assigned to when it is due. */
export function writePlan(work: EntryWork<"plans">, writing: Writing): WireDiary {
  const { entry, facts } = work;
  const item = writeCodedItem(work, { kind: "plan", writing, dated: "due" });
  if (entry.kind === "diary") facts.take("kind");
  const ReminderType = reminderTypes.write(entry.reminder);
  facts.take("reminder");
  facts.take("duration");
  const own = {
    DurationTerm: entry.duration,
    Reminder: ReminderType === undefined ? entry.reminder : undefined,
    ReminderType,
  };
  return writing.finish(diaryFields, { ...item.wire, ...own, DescriptiveText: item.text() }, work);
}

/** The date of the next medication review, for the registration. */
export function writeMedicationReview(
  work: EntryWork<"plans">,
  writing: Writing,
): string | undefined {
  const { entry, facts } = work;
  const written = entry.due === undefined ? undefined : writePlainDate(entry.due);
  facts.take("id");
  facts.take("kind");
  facts.take("concept");
  if (written?.exact) facts.take("due");
  writing.carryApart(work);
  return written?.text;
}
