import type { Allergy, Immunisation, Observation, Plan, TestReport } from "@gp2gp/core";
import type { CD, Statement } from "@gp2gp/hl7v3";
import { Filing } from "../../values/filed-as.ts";
import type { PlacedEntry } from "../write-statement.ts";
import { withCode } from "./statement-code.ts";

/** What observations are filed as. */
export const observationCategory = new Filing<NonNullable<Observation["category"]>>("category", [
  "clinical",
  "value",
  "family-history",
  "social-history",
  "examination",
  "procedure",
  "administrative",
]);

/** The kinds of allergy that the code of a category does not tell. */
export const allergyKind = new Filing<Allergy["kind"]>("allergy-kind", [
  "drug-group",
  "ingredient",
  "drug-and-ingredient",
  "none-known",
  "unspecified",
]);

/** What became of an immunisation: also that an observation is one. */
export const immunisationOutcome = new Filing<Immunisation["outcome"]>("immunisation-outcome", [
  "given",
  "refused",
  "advised",
  "not-given",
  "not-stated",
]);

/** The kinds of plan beyond a plain one. */
export const planKind = new Filing<Plan["kind"]>("plan-kind", ["recall", "diary"]);

/** The kinds of report that are told. */
export const reportKind = new Filing<TestReport["kind"]>("report-kind", [
  "pathology",
  "radiology",
  "screening",
  "blood-spot",
  "other",
]);

/** A statement that tells what its entry is filed as. */
export function withFiling(statement: Statement, placed: PlacedEntry): Statement {
  const filed = (code: CD | undefined): CD | undefined => code && fileCode(code, placed);
  return withCode(statement, filed);
}

function fileCode(code: CD, placed: PlacedEntry): CD {
  switch (placed.section) {
    case "observations":
      return observationCategory.write(code, placed.entry.category);
    case "allergies":
      return allergyKind.write(code, placed.entry.kind);
    case "immunisations":
      return immunisationOutcome.write(code, placed.entry.outcome);
    case "plans":
      return planKind.write(code, placed.entry.kind);
    case "testReports":
      return reportKind.write(code, placed.entry.kind);
    default:
      return code;
  }
}
