import type { EntryOf, Group } from "@gp2gp/core";
import type { CD, CompoundStatement, EhrEmpty } from "@gp2gp/hl7v3";
import { readSpecimens } from "../shared/specimens.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";

const kinds: ReadonlyMap<string, Group["kind"]> = new Map([
  ["TOPIC", "topic"],
  ["CATEGORY", "category"],
  ["CLUSTER", "cluster"],
  ["BATTERY", "battery"],
]);

// SNOMED CT; every report has it, and by itself it says nothing of this one
export const laboratoryReport = {
  code: "16488004",
  codeSystem: "2.16.840.1.113883.2.1.3.2.4.15",
  displayName: "Laboratory reporting",
};

function isPlainReport(code: CD | undefined): boolean {
  return (
    code?.displayName === laboratoryReport.displayName &&
    code.codeSystem === laboratoryReport.codeSystem &&
    code.originalText === undefined &&
    code.translation === undefined &&
    code.qualifier === undefined
  );
}

/**
 * What holds other statements: a topic, category, cluster or battery. A cluster that is a report
 * (16488004) is one; the clusters in it keep their place and their specimens.
 */
export function readCompound(
  statement: CompoundStatement,
  scope: ReadScope,
): Reading<"groups"> | Reading<"testReports"> {
  const head: EntryOf<"groups"> = {
    ...readHead(statement.id ?? [], statement.code, statement, scope),
    ...readSpecimens(statement.specimen),
    kind: kinds.get(statement.classCode ?? "") ?? "other",
  };
  if (head.kind !== "cluster" || statement.code?.code !== laboratoryReport.code)
    return { section: "groups", entry: head };
  const { concept, ...report } = head;
  const named = concept !== undefined && !isPlainReport(statement.code);
  return {
    section: "testReports",
    entry: { ...report, ...(named && { concept }), kind: "unspecified" },
  };
}

/** A statement that says nothing: the place of one that was taken out, or an empty consultation. */
export function readEmpty(statement: EhrEmpty, scope: ReadScope): Reading<"groups"> {
  return {
    section: "groups",
    entry: { ...readHead([statement.id], undefined, statement, scope), kind: "empty" },
  };
}
