import type { Group, TestReport } from "@gp2gp/core";
import type { CompoundStatement, EhrEmpty } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeSpecimen } from "../shared/specimens.ts";
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
  return writeCompound(entry, classCodes[entry.kind], writeCoded(entry.concept), scope);
}

/** A report: the cluster real systems write for one. What the report is called otherwise is carried beside it. */
export function writeTestReport(entry: TestReport, scope: WriteScope): CompoundStatement {
  const own = entry.concept?.codings[0];
  const code =
    own?.system === "snomed" && own.code === laboratoryReport.code
      ? writeCoded(entry.concept)
      : laboratoryReport;
  return writeCompound(entry, "CLUSTER", code, scope);
}

function writeCompound(
  entry: Group | TestReport,
  classCode: string,
  code: CompoundStatement["code"],
  scope: WriteScope,
): CompoundStatement {
  const specimen = (entry.specimens ?? []).map(writeSpecimen);
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
