import type { Group, TestReport } from "@gp2gp/core";
import type { CD, CompoundStatement, EhrEmpty } from "@gp2gp/hl7v3";
import { writeCoded, writeStandIn } from "../../values/coded.ts";
import { writeSpecimen } from "../shared/specimens.ts";
import { writeGroupCode } from "./headings.ts";
import { writeToldTexts } from "./told-texts.ts";
import { laboratoryReport } from "./read-group.ts";
import type { WriteScope } from "../shared/scopes.ts";
import {
  writeConfidentiality,
  writeIds,
  writePriority,
  writeStatusOf,
  writeTail,
  writeUncertainty,
} from "../shared/statement-head.ts";
import { writeTimes } from "../../values/times.ts";

const classCodes: Readonly<Record<Group["kind"], string>> = {
  topic: "TOPIC",
  category: "CATEGORY",
  cluster: "CLUSTER",
  battery: "BATTERY",
  empty: "CLUSTER",
  other: "CLUSTER",
};

/** A group without the statements in it, which the caller puts in. */
export function writeGroup(entry: Group, scope: WriteScope): CompoundStatement {
  return writeCompound(entry, classCodes[entry.kind], writeGroupCode(entry), scope);
}

/** A report: the cluster real systems write for one, with what the report itself is called. */
export function writeTestReport(entry: TestReport, scope: WriteScope): CompoundStatement {
  return writeCompound(entry, "CLUSTER", writeReportCode(entry), scope);
}

function writeReportCode({ concept }: TestReport): CD {
  if (!concept) return laboratoryReport;
  const [own] = concept.codings;
  return own?.system === "snomed" && own.code === laboratoryReport.code
    ? writeCoded(concept)
    : writeStandIn(concept, laboratoryReport);
}

function writeCompound(
  entry: Group | TestReport,
  classCode: string,
  code: CompoundStatement["code"],
  scope: WriteScope,
): CompoundStatement {
  const specimen = (entry.specimens ?? []).map(writeSpecimen);
  const isReport = entry.kind !== "battery" && classCode === "CLUSTER";
  const component = writeToldTexts(
    entry,
    isReport ? "AGGREGATE COMMENT SET" : "LABORATORY RESULT COMMENT(E141)",
    scope,
  );
  return {
    classCode,
    moodCode: "EVN",
    // MIM: CompoundStatement id is 1..2
    id: writeIds(entry.id, entry.identifiers, scope, 2),
    code,
    ...writeStatusOf(entry),
    ...writeTimes(entry),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeUncertainty(entry),
    ...(specimen.length > 0 && { specimen }),
    ...(component.length > 0 && { component }),
    ...writeTail(entry, scope),
  };
}

/** A statement that says nothing. */
export function writeEmpty(entry: Group, scope: WriteScope): EhrEmpty {
  return {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    ...writeTail(entry, scope),
  };
}
