import { readCarriedText } from "@gp2gp/core";
import type { CarriedText, EntryId, EntryText, Group } from "@gp2gp/core";
import { withEmisData } from "../../emis-data.ts";
import { restored } from "../../reading/restored.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireInvestigation } from "../../wire/consultation-types.ts";
import { readEffective, readParticipants, readRecorded } from "../coded-items/read-coded-item.ts";
import { readConcept } from "../coded-items/read-concept.ts";
import { readEvents } from "../events/read-events.ts";

/** Identifiers of the laboratory report and specimen an investigation names. */
export const reportSystem = "emis:report";
export const specimenSystem = "emis:specimen";

interface InvestigationBase {
  readonly DisplayTerm?: string | undefined;
  readonly Code?: WireInvestigation["Code"];
  readonly TermID?: WireInvestigation["TermID"];
  readonly ReportID?: string | undefined;
  readonly SpecimenID?: string | undefined;
  readonly SpecimenType?: string | undefined;
}

/** What investigations entered by hand and sent by laboratories share: their name, report and specimen. */
export function investigationFacts(
  wire: InvestigationBase,
  carried: CarriedText = { text: "", facts: [] },
): Partial<Group> & { readonly shown: string | undefined } {
  const { concept, shown } = readConcept(wire, carried);
  const report = wire.ReportID ?? "";
  const specimen = wire.SpecimenID ?? "";
  const material = wire.SpecimenType ?? "";
  return {
    identifiers: report === "" ? [] : [{ system: reportSystem, value: report }],
    ...(concept && { concept }),
    ...((specimen !== "" || material !== "") && {
      specimens: [
        {
          ...(specimen !== "" && {
            identifiers: [{ system: specimenSystem, value: specimen }],
          }),
          ...(material !== "" && { material }),
        },
      ],
    }),
    shown,
  };
}

/** A battery of results entered by hand: a group, with its results in it. */
export function readInvestigation(
  wire: WireInvestigation,
  place: Place,
  reading: Reading,
): EntryId {
  const carried = readCarriedText(wire.DescriptiveText ?? "");
  const { shown, ...facts } = investigationFacts(wire, carried);
  const effective = readEffective(wire, reading);
  const recorded = readRecorded(wire.OriginalAuthor, reading);
  const texts = (note: string): EntryText[] => [
    ...(note === "" ? [] : [{ text: note, role: "note" as const }]),
    ...(shown === undefined ? [] : [{ text: shown, role: "displayed" as const }]),
    ...((wire.UserComment ?? "") === ""
      ? []
      : [{ text: wire.UserComment ?? "", role: "comment" as const }]),
  ];
  const base = {
    ...reading.base(reading.entryId(wire, "investigation"), wire, place),
    ...facts,
    kind: "battery" as const,
    ...(effective && { effective }),
    ...(recorded !== undefined && { recorded }),
    participants: readParticipants(wire, reading),
    confidentiality: reading.confidentiality(wire.PolicyID),
  };
  const entry = withEmisData({ ...base, texts: texts(carried.text) }, { form: "Investigation" });
  const joined = restored("groups", entry, carried);
  if (!joined) reading.report("carried-text-unreadable", wire);
  const whole = { ...entry, texts: texts(wire.DescriptiveText ?? "") };
  const id = reading.put("groups", joined ?? whole, { form: "Investigation", wire });
  reading.entries.add(wire, id);
  const { consultation } = place;
  readEvents(
    wire.EventList?.Event ?? [],
    { ...(consultation !== undefined && { consultation }), within: id },
    { reading, list: "Investigation" },
  );
  return id;
}
