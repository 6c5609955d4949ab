import { readCarriedText, roleCoded } from "@gp2gp/core";
import type { Consultation, EntryId, Participant } from "@gp2gp/core";
import { withEmisData } from "../../emis-data.ts";
import { restored } from "../../reading/restored.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireConsultation, WireConsultationElement } from "../../wire/consultation-types.ts";
import { readEffective, readRecorded } from "../coded-items/read-coded-item.ts";
import { readElements } from "./read-elements.ts";

/** A consultation with its problem pages, headings and entries. */
export function readConsultation(wire: WireConsultation, reading: Reading): void {
  const elements = wire.ElementList?.ConsultationElement ?? [];
  const own = withEmisData(consultationOf(wire, reading), { form: "Consultation" });
  const carrier = carrierOf(elements[0]);
  const entry = carrier ? restored("consultations", own, carrier) : own;
  if (!entry) reading.report("carried-text-unreadable", elements[0]);
  const id = reading.put("consultations", entry ?? own, { form: "Consultation", wire });
  reading.entries.add(wire, id);
  readElements(carrier && entry ? elements.slice(1) : elements, id, reading);
}

function carrierOf(
  element: WireConsultationElement | undefined,
): ReturnType<typeof readCarriedText> | undefined {
  const carried = readCarriedText(element?.Event?.DescriptiveText ?? "");
  return carried.recordedAs === "consultations" && carried.text === "" ? carried : undefined;
}

function consultationOf(wire: WireConsultation, reading: Reading): Consultation {
  const id: EntryId = reading.entryId(wire, "consultation");
  const effective = readEffective({ ...wire }, reading);
  const recorded = readRecorded(wire.OriginalAuthor, reading);
  const location = reading.location(wire.LocationID);
  const concept = reading.locationTypes.conceptOf(wire.LocationTypeID);
  const duration = wire.Duration ?? "";
  return {
    ...reading.base(id, wire, {}),
    ...(effective && { effective }),
    ...(recorded !== undefined && { recorded }),
    ...(concept && { concept }),
    participants: participantsOf(wire, reading),
    confidentiality: reading.confidentiality(wire.PolicyID),
    ...(location !== undefined && { location }),
    ...(!/^0*$/.test(duration) && { durationMinutes: duration }),
  };
}

function participantsOf(wire: WireConsultation, reading: Reading): Participant[] {
  const author = reading.person(wire.UserID);
  const enteredBy = reading.person(wire.OriginalAuthor?.User);
  const accompanying = reading.person(wire.AccompanyingHCPID);
  const external = wire.ExternalConsultant ?? "";
  return [
    ...(author === undefined ? [] : [{ role: roleCoded("author"), agent: author }]),
    ...(enteredBy === undefined ? [] : [{ role: roleCoded("entered-by"), agent: enteredBy }]),
    ...(accompanying === undefined
      ? []
      : [{ role: roleCoded("secondary-performer"), agent: accompanying }]),
    ...(external === ""
      ? []
      : [{ role: roleCoded("performer"), person: { names: [{ text: external }] } }]),
  ];
}
