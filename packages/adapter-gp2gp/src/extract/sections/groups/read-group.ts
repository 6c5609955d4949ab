import type { EntryText, Group } from "@gp2gp/core";
import type { CompoundStatement, EhrEmpty } from "@gp2gp/hl7v3";
import { readCoded } from "../../values/coded.ts";
import { readSpecimens } from "../shared/specimens.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { reportKind } from "../shared/filings.ts";
import { snomed } from "../shared/named-codes.ts";
import { readHead } from "../shared/statement-head.ts";
import { isExactly, readGroupCode } from "./headings.ts";

const kinds: ReadonlyMap<string, Group["kind"]> = new Map([
  ["TOPIC", "topic"],
  ["CATEGORY", "category"],
  ["CLUSTER", "cluster"],
  ["BATTERY", "battery"],
]);

// SNOMED CT; every report has it, and by itself it says nothing of this one
export const laboratoryReport = snomed("16488004", "Laboratory reporting");

/**
 * What holds other statements: a topic, category, cluster or battery. A cluster that is a report
 * (16488004) is one; the clusters in it keep their place and their specimens.
 */
export function readCompound(
  statement: CompoundStatement,
  texts: readonly EntryText[],
  scope: ReadScope,
): Reading<"groups"> | Reading<"testReports"> {
  const kind = kinds.get(statement.classCode ?? "") ?? "other";
  const head = {
    ...readHead(statement.id ?? [], undefined, statement, scope),
    ...readSpecimens(statement.specimen),
    texts,
  };
  const { code, filedAs } = reportKind.read(statement.code);
  if (kind !== "cluster" || code?.code !== laboratoryReport.code) {
    const concept = readGroupCode(kind, code);
    return { section: "groups", entry: { ...head, ...(concept && { concept }), kind } };
  }
  const concept = isExactly(code, laboratoryReport)
    ? undefined
    : readCoded(code, (one) => one.code === laboratoryReport.code);
  return {
    section: "testReports",
    entry: { ...head, ...(concept && { concept }), kind: filedAs ?? "unspecified" },
  };
}

/** A statement that says nothing: the place of one that was taken out, or an empty consultation. */
export function readEmpty(statement: EhrEmpty, scope: ReadScope): Reading<"groups"> {
  return {
    section: "groups",
    entry: { ...readHead([statement.id], undefined, statement, scope), kind: "empty" },
  };
}
