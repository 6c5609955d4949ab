import { roleCoded } from "@gp2gp/core";
import type { EntryId, Identifier, Participant, Specimen, TestReport } from "@gp2gp/core";
import { reportKinds } from "../../codecs/value-tables.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Reading } from "../../reading/reading.ts";
import type {
  WirePathologyInvestigation,
  WirePathologyReport,
  WirePathologyTest,
  WireSpecimen,
  WireStructuredIdent,
} from "../../wire/pathology-types.ts";
import { readEntryCode } from "../../codecs/entry-code.ts";
import { readDate } from "../coded-items/read-coded-item.ts";
import { investigationFacts, reportSystem, specimenSystem } from "../groups/read-investigation.ts";
import { readNumericValue } from "../observations/read-numeric-value.ts";
import { codedOf } from "../test-requests/read-test-request.ts";
import { readComments } from "./read-comments.ts";
import { readRanges } from "./read-ranges.ts";

export const originalReportSystem = "emis:original-report";
export const laboratoryRequestSystem = "emis:laboratory-request";
export const resultStatusSystem = "emis:result-status";
export const abnormalIndicatorSystem = "emis:abnormal-indicator";

/** A laboratory's report: its specimens, and in it the batteries and results of each specimen. */
export function readReport(wire: WirePathologyReport, reading: Reading): void {
  const id = reading.entryId(wire, "report");
  const issued = readDate(wire.ReportIssueDateTime, reading, wire);
  const received = readDate(wire.ReportReceivedDateTime, reading, wire);
  const specimens = wire.SpecimenList?.Specimen ?? [];
  const entry: TestReport = {
    ...reading.base(id, wire, {}),
    identifiers: [
      ...identifierOf(reportSystem, wire.ReportID),
      ...identifierOf(originalReportSystem, wire.TrueReportID),
      ...identifierOf(laboratoryRequestSystem, wire.RequestID),
    ],
    kind: reportKinds.read(wire.ReportDataType) ?? "unspecified",
    ...(issued !== undefined && { issued }),
    ...(received !== undefined && { received }),
    texts: [
      ...readComments(wire.ReportTextList, "comment"),
      ...readComments(wire.ClinicalInformationList, "reason"),
    ],
    participants: participantsOf(wire, reading),
    ...(wire.Abnormal === "1" && { abnormal: true }),
    ...(specimens.length > 0 && {
      specimens: specimens.map((specimen) => specimenOf(specimen, reading)),
    }),
  };
  const form = "PathologyReport";
  reading.put("testReports", withEmisData(entry, { form }), { form, wire });
  reading.entries.add(wire, id);
  for (const [at, specimen] of specimens.entries()) {
    for (const battery of specimen.EDIInvestigationList?.EDIInvestigation ?? [])
      readBattery(battery, { report: id, specimen: at, reading });
  }
}

function identifierOf(system: string, value: string | undefined): Identifier[] {
  return value === undefined || value === "" ? [] : [{ system, value }];
}

/** Who asked for the tests and who did them, where the report names them as EMIS's directories or in words. */
function participantsOf(wire: WirePathologyReport, reading: Reading): Participant[] {
  const { OriginalRequestor, ServiceProvider, MessageRecepient } = wire;
  return [
    ...structured("author", OriginalRequestor?.Person, reading.people),
    ...structured("author", OriginalRequestor?.Organisation, reading.locations),
    ...structured("performer", ServiceProvider?.Department, reading.locations),
    ...structured("performer", ServiceProvider?.Organisation, reading.locations),
    ...structured("performer", ServiceProvider?.Person, reading.people),
    ...structured("recipient", MessageRecepient, reading.people),
  ];
}

function structured(
  role: "author" | "performer" | "recipient",
  ident: WireStructuredIdent | undefined,
  directory: Reading["people"],
): Participant[] {
  if (!ident) return [];
  const agent = directory.find(ident);
  const name = ident.Name ?? "";
  if (agent !== undefined) return [{ role: roleCoded(role), agent }];
  return name === "" ? [] : [{ role: roleCoded(role), person: { names: [{ text: name }] } }];
}

function specimenOf(wire: WireSpecimen, reading: Reading): Specimen {
  const collected = readDate(wire.SampleDateTime, reading, wire);
  const start = readDate(wire.CollectionStartDate, reading, wire);
  const end = readDate(wire.CollectionEndDate, reading, wire);
  const received = readDate(wire.ReceivedByLabDateTime, reading, wire);
  const volume = [wire.SpecimenVolume ?? "", wire.SpecimenUnits ?? ""].join(" ").trim();
  const comments = readComments(wire.SpecimenTextList, "comment").map(({ text }) => text);
  const words = (name: "material" | "fasting" | "procedure" | "site", text: string | undefined) =>
    text === undefined || text === "" ? {} : { [name]: text };
  return {
    ...((wire.SpecimenID ?? "") !== "" && {
      identifiers: identifierOf(specimenSystem, wire.SpecimenID),
    }),
    ...(collected !== undefined
      ? { collected: { kind: "point" as const, at: collected } }
      : (start !== undefined || end !== undefined) && {
          collected: {
            kind: "period" as const,
            ...(start !== undefined && { start }),
            ...(end !== undefined && { end }),
          },
        }),
    ...(received !== undefined && { received }),
    ...words("material", wire.SpecimenType),
    ...(volume !== "" && { volume }),
    ...words("procedure", wire.CollectionProcedure),
    ...words("site", wire.AnotomicalOrigin),
    ...words("fasting", wire.FastingStatus),
    ...(comments.length > 0 && { comments }),
  };
}

function readBattery(
  wire: WirePathologyInvestigation,
  { report, specimen, reading }: { report: EntryId; specimen: number; reading: Reading },
): void {
  const { shown, ...facts } = investigationFacts(wire);
  const performed = readDate(wire.InvestigationPerformedDateTime, reading, wire);
  const status = codedOf(wire.EDIResultStatus, resultStatusSystem);
  const comment = wire.UserComment ?? "";
  const base = reading.base(reading.entryId(wire, "battery"), wire, { within: report });
  const form = `EDIInvestigation ${specimen}`;
  const group = withEmisData(
    {
      ...base,
      ...facts,
      kind: "battery" as const,
      ...(performed !== undefined && { effective: { kind: "point" as const, at: performed } }),
      ...(status && { status }),
      texts: [
        ...(comment === "" ? [] : [{ text: comment, role: "note" as const }]),
        ...(shown === undefined ? [] : [{ text: shown, role: "displayed" as const }]),
        ...readComments(wire.LabSpecifiedCommentList, "comment"),
      ],
    },
    { form },
  );
  const id = reading.put("groups", group, { form: "EDIInvestigation", wire });
  reading.entries.add(wire, id);
  for (const test of wire.PathologyEventList?.PathologyEvent ?? []) readResult(test, id, reading);
}

function readResult(wire: WirePathologyTest, battery: EntryId, reading: Reading): void {
  const codings = readEntryCode(wire);
  const display = wire.DisplayTerm === "" ? undefined : wire.DisplayTerm;
  const label = codings?.find((coding) => coding.display !== undefined)?.display;
  const text = wire.TextValue ?? "";
  const measured = readNumericValue(wire.NumericValue, reading);
  const unit = wire.NumericValue?.Units;
  const ranges = [
    ...(measured.referenceRanges ?? []),
    ...readRanges(wire.RangeInformationList, unit),
  ];
  const status = codedOf(wire.EDIResultStatus, resultStatusSystem);
  const interpretation = codedOf(wire.AbnormalIndicator, abnormalIndicatorSystem);
  const words = measured.value !== undefined && text !== "";
  const entry = {
    ...reading.base(reading.entryId(wire, "result"), wire, { within: battery }),
    ...(codings
      ? { concept: { codings } }
      : display !== undefined && { concept: { text: display, codings: [] } }),
    ...(measured.value
      ? { value: measured.value }
      : text !== "" && { value: { kind: "text" as const, text } }),
    ...(ranges.length > 0 && { referenceRanges: ranges }),
    ...(status && { status }),
    ...(interpretation && { interpretation }),
    texts: [
      ...(codings && display !== undefined && display !== label
        ? [{ text: display, role: "displayed" as const }]
        : []),
      ...(words ? [{ text, role: "result" as const }] : []),
      ...readComments(wire.LabSpecifiedCommentList, "comment"),
    ],
  };
  const form = "PathologyEvent";
  const id = reading.put("observations", withEmisData(entry, { form }), { form, wire });
  reading.entries.add(wire, id);
}
