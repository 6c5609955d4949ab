import type { EntryId, Observation } from "@gp2gp/core";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import type { CodedItem } from "../coded-items/read-coded-item.ts";
import { readCodedItem, withQualifiers } from "../coded-items/read-coded-item.ts";
import { readImmunisation } from "../immunisations/read-immunisation.ts";
import { observationOf } from "../observations/read-observation.ts";
import { asEventSection, sectionOfEvent } from "./event-section.ts";

/** An event, put into the section it is of. */
export function readEvent(wire: WireEvent, place: Place, reading: Reading): EntryId {
  const item = readCodedItem(wire, { kind: "event", place, reading });
  const about = { wire, form: "Event", reading };
  const section = asEventSection(item.carried.recordedAs) ?? sectionOfEvent(wire);
  const concept = withQualifiers(item.base.concept, item.qualifiers);
  switch (section) {
    case "narratives":
      return addCodedItem(section, item, { facts: {}, about });
    case "observations": {
      const facts = observationOf(wire, item, reading);
      return addCodedItem(section, withWords(item, wire.TextValue, facts), { facts, about });
    }
    case "immunisations":
      return addCodedItem(section, item, { facts: readImmunisation(item), about });
    case "allergies":
      return addCodedItem(section, item, {
        facts: { ...concept, kind: "unspecified", substances: [] },
        about,
      });
    case "alerts":
    case "referrals":
      return addCodedItem(section, item, { facts: concept, about });
  }
}

/** Words that stand beside a number say more about it. */
function withWords(
  item: CodedItem,
  text: string | undefined,
  { value }: Partial<Observation>,
): CodedItem {
  if (value?.kind !== "quantity" || text === undefined || text === "") return item;
  const words = { text, role: "result" } as const;
  const { base, whole } = item;
  return {
    ...item,
    base: { ...base, texts: [...base.texts, words] },
    whole: { ...whole, texts: [...whole.texts, words] },
  };
}
