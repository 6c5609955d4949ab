import type { Place, Reading } from "../../reading/reading.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import { compositeOf, groupEvents, readComposite } from "../observations/read-composite.ts";
import { residueOfText } from "../../writing/write-residue.ts";
import { readEvent } from "./read-event.ts";

/** The events of a list, those of a group as one observation. */
export function readEvents(
  events: readonly WireEvent[],
  place: Place,
  { reading, list }: { reading: Reading; list: string },
): void {
  const kept = events.filter((event) => {
    const residue = residueOfText(event.DescriptiveText);
    if (residue) {
      reading.otherResidue(residue, event);
      return false;
    }
    if (event.FileStatus !== "2") return true;
    reading.deleted(list, event, place.consultation);
    return false;
  });
  for (const run of groupEvents(kept, { eventOf: (event) => event })) {
    const group = run.length > 1 ? compositeOf(run) : undefined;
    if (group) readComposite(group, place, reading);
    else for (const event of run) readEvent(event, place, reading);
  }
}
