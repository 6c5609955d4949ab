import type { EntrySection } from "@gp2gp/core";
import type { WireEvent } from "../../wire/coded-item-types.ts";

const eventSections = [
  "observations",
  "narratives",
  "allergies",
  "immunisations",
  "alerts",
  "referrals",
] as const satisfies readonly EntrySection[];
export type EventSection = (typeof eventSections)[number];

/** The section, where it is one that events are read into. */
export function asEventSection(section: EntrySection | undefined): EventSection | undefined {
  return eventSections.find((known) => known === section);
}

/** The section of the record an event is of, by what EMIS filed it as; an event of text alone is a narrative. */
export function sectionOfEvent(wire: WireEvent): EventSection {
  switch (wire.EventType) {
    case "8":
      return "referrals";
    case "10":
      return "alerts";
    case "11":
      return "allergies";
    case "13":
      return "immunisations";
    default:
      return isTextAlone(wire) ? "narratives" : "observations";
  }
}

function isTextAlone(wire: WireEvent): boolean {
  const empty = (text: string | undefined): boolean => text === undefined || text === "";
  return (
    empty(wire.Code?.Value) &&
    empty(wire.DisplayTerm) &&
    empty(wire.TextValue) &&
    wire.NumericValue === undefined &&
    wire.QualifierList === undefined &&
    wire.Problem === undefined &&
    (wire.EventType === undefined || wire.EventType === "0" || wire.EventType === "1")
  );
}
