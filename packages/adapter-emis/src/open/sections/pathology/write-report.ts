import type { EntryOf, EntryText, Specimen } from "@gp2gp/core";
import { labelOf } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import { reportKinds } from "../../codecs/value-tables.ts";
import { emisDataOf } from "../../emis-data.ts";
import type { WireCommentList } from "../../wire/ident-types.ts";
import {
  pathologyInvestigationFields,
  pathologyReportFields,
  pathologyTestFields,
  specimenFields,
} from "../../wire/pathology-types.ts";
import type {
  WirePathologyInvestigation,
  WirePathologyReport,
  WirePathologyTest,
  WireSpecimen,
} from "../../wire/pathology-types.ts";
import { apart, list, node, required } from "../../wire/wire-spec.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { workOn } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCode } from "../coded-items/write-coded-item.ts";
import { reportSystem } from "../groups/read-investigation.ts";
import { writeInvestigationBase } from "../groups/write-investigation.ts";
import { writeValue } from "../observations/write-numeric-value.ts";
import {
  abnormalIndicatorSystem,
  laboratoryRequestSystem,
  originalReportSystem,
  resultStatusSystem,
} from "./read-report.ts";
import { writeSpecimen } from "./write-specimen.ts";

/** A report that came from EMIS, in EMIS's report form with its specimens, batteries and results. */
export function writeReport(work: EntryWork<"testReports">, writing: Writing): WirePathologyReport {
  const { entry, facts } = work;
  const identifier = (system: string): string | undefined => {
    const at = entry.identifiers.findIndex((found) => found.system === system);
    if (at < 0) return undefined;
    facts.take("identifiers", at, "system");
    facts.take("identifiers", at, "value");
    return entry.identifiers[at]?.value;
  };
  const date = (member: "issued" | "received"): string | undefined => {
    const at = entry[member];
    const written = at === undefined ? undefined : writePlainDate(at);
    if (written?.exact) facts.take(member);
    return written?.text;
  };
  const ReportDataType = reportKinds.write(entry.kind);
  if (ReportDataType !== undefined || entry.kind === "unspecified") facts.take("kind");
  if (entry.abnormal === true) facts.take("abnormal");
  const ReportID = identifier(reportSystem) ?? "";
  const wire: WirePathologyReport = {
    ...writing.head(work),
    ReportDataType,
    ReportID,
    ReportReceivedDateTime: date("received"),
    ReportIssueDateTime: date("issued"),
    ReportTextList: writeComments(work, "comment"),
    Abnormal: entry.abnormal === true ? "1" : undefined,
    RequestID: identifier(laboratoryRequestSystem),
    ClinicalInformationList: writeComments(work, "reason"),
    TrueReportID: identifier(originalReportSystem),
    SpecimenList: { Specimen: writeSpecimens(work, ReportID) },
  };
  // Who asked and who did it goes back through the source's own form, which has more about them.
  entry.participants.forEach((_, at) => facts.take("participants", at));
  const finished = writing.finish(reportFields, wire, work);
  writing.carryApart(work);
  return withBatteries(finished, work, writing);
}

const reportFields = {
  ...pathologyReportFields,
  SpecimenList: required(
    node({ Specimen: list({ ...specimenFields, EDIInvestigationList: apart }) }),
  ),
};

function writeSpecimens(
  { entry, facts }: EntryWork<"testReports">,
  report: string,
): WireSpecimen[] {
  const specimens: readonly Specimen[] = entry.specimens ?? [];
  const written = specimens.map((specimen, at) =>
    writeSpecimen(specimen, report, (...path) => facts.take("specimens", at, ...path)),
  );
  return written.length > 0 ? written : [{ ReportID: report, SpecimenID: "" }];
}

/** The batteries of the report, each put into the specimen it is of. */
function withBatteries(
  report: WirePathologyReport,
  work: EntryWork<"testReports">,
  writing: Writing,
): WirePathologyReport {
  const specimens = report.SpecimenList?.Specimen ?? [];
  const batteries: WirePathologyInvestigation[][] = specimens.map(() => []);
  for (const { section, index, entry } of writing.index.children(work.entry.id)) {
    if (section !== "groups" || !("kind" in entry) || !isBatteryForm(entry)) continue;
    const own = workOn("groups", index, {
      entry: entry as EntryOf<"groups">,
      position: { within: work.entry.id },
    });
    const place = Number(emisDataOf(entry)?.form?.split(" ")[1] ?? 0);
    (batteries[place] ?? batteries[0])?.push(writeBattery(own, writing));
  }
  return {
    ...report,
    SpecimenList: {
      Specimen: specimens.map((specimen, at) => ({
        ...specimen,
        ...((batteries[at]?.length ?? 0) > 0 && {
          EDIInvestigationList: { EDIInvestigation: batteries[at] },
        }),
      })),
    },
  };
}

/** Whether a group is a battery of a report of EMIS. */
function isBatteryForm(entry: object): boolean {
  return emisDataOf(entry)?.form?.startsWith("EDIInvestigation") === true;
}

function writeBattery(work: EntryWork<"groups">, writing: Writing): WirePathologyInvestigation {
  const { entry, facts } = work;
  const base = writeInvestigationBase(
    { ...work, entry: { ...entry, texts: withoutRole(entry.texts, "comment") } },
    writing,
    { hasText: false },
  );
  facts.take("kind");
  const { effective } = entry;
  const performed = effective?.kind === "point" ? writePlainDate(effective.at) : undefined;
  if (performed?.exact) facts.take("effective");
  const wire: WirePathologyInvestigation = {
    ...writing.head(work),
    ...base.wire,
    DataType: "LAB",
    UserComment: base.note,
    LabSpecifiedCommentList: writeComments(work, "comment"),
    EDIResultStatus: writeCoded(work, "status", resultStatusSystem),
    InvestigationPerformedDateTime: performed?.text,
  };
  const tests = writing.index.children(entry.id).flatMap((child) => {
    if (child.section !== "observations") return [];
    const position = { within: entry.id };
    return [
      writeResult(
        workOn("observations", child.index, {
          entry: child.entry as EntryOf<"observations">,
          position,
        }),
        base.wire,
        writing,
      ),
    ];
  });
  const finished = writing.finish(batteryFields, wire, work);
  writing.carryApart(work);
  return tests.length > 0
    ? { ...finished, PathologyEventList: { PathologyEvent: tests } }
    : finished;
}

const batteryFields = { ...pathologyInvestigationFields, PathologyEventList: apart };

function writeResult(
  work: EntryWork<"observations">,
  battery: WirePathologyInvestigation,
  writing: Writing,
): WirePathologyTest {
  const { entry, facts } = work;
  const code = writeCode(work, {
    kind: "record-entry",
    writing,
    hasValue: true,
    hasText: false,
  });
  if (entry.concept?.codings.length === 0) facts.take("concept", "text");
  const displayed = entry.texts.findIndex(({ role }) => role === "displayed");
  const result = entry.texts.findIndex(({ role }) => role === "result");
  for (const at of [displayed, result]) if (at >= 0) facts.take("texts", at);
  const value = writeValue(entry, (...path) => facts.take(...path));
  facts.take("referenceRanges");
  const wire: WirePathologyTest = {
    ...writing.head(work),
    ReportID: battery.ReportID ?? "",
    SpecimenID: battery.SpecimenID ?? "",
    DisplayTerm: entry.texts[displayed]?.text ?? labelOf(entry.concept),
    ...code,
    NumericValue: value.NumericValue,
    TextValue: value.TextValue ?? entry.texts[result]?.text,
    AbnormalIndicator: writeCoded(work, "interpretation", abnormalIndicatorSystem),
    EDIResultStatus: writeCoded(work, "status", resultStatusSystem),
    LabSpecifiedCommentList: writeComments(work, "comment"),
    RangeInformationList: writeRanges(
      entry.referenceRanges?.slice(
        value.NumericValue?.NumericMinimum === undefined &&
          value.NumericValue?.NumericMaximum === undefined
          ? 0
          : 1,
      ),
    ),
  };
  const finished = writing.finish(pathologyTestFields, wire, work);
  writing.carryApart(work);
  return finished;
}

function writeRanges(
  ranges: EntryOf<"observations">["referenceRanges"],
): WirePathologyTest["RangeInformationList"] {
  if (!ranges || ranges.length === 0) return undefined;
  return {
    RangeInformation: ranges.map(({ range, text }) => ({
      MinRange: range?.low?.value,
      MaxRange: range?.high?.value,
      RangeFTXList: text === undefined ? undefined : { EDIComment: [{ FTX: text }] },
    })),
  };
}

function writeCoded(
  { entry, facts }: EntryWork<"groups"> | EntryWork<"observations">,
  member: "status" | "interpretation",
  system: string,
): string | undefined {
  const coded =
    member === "status"
      ? entry.status
      : "interpretation" in entry
        ? entry.interpretation
        : undefined;
  const [coding, ...more] = coded?.codings ?? [];
  if (!coding || more.length > 0 || coding.system !== system) return undefined;
  facts.take(member);
  return coding.code;
}

function withoutRole(texts: readonly EntryText[], role: EntryText["role"]): readonly EntryText[] {
  return texts.filter((text) => text.role !== role);
}

function writeComments(
  { entry, facts }: EntryWork<"testReports"> | EntryWork<"groups"> | EntryWork<"observations">,
  role: EntryText["role"],
): WireCommentList | undefined {
  const comments: { FTX: string }[] = [];
  for (const [at, text] of entry.texts.entries()) {
    if (text.role !== role) continue;
    facts.take("texts", at, "text");
    facts.take("texts", at, "role");
    comments.push({ FTX: text.text });
  }
  return comments.length > 0 ? { EDIComment: comments } : undefined;
}
