import { roleOf } from "@gp2gp/core";
import type { Problem } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { parentRelations, problemStatuses, significances } from "../../wire/value-tables.ts";
import { shownWords } from "../../writing/shown-words.ts";
import type { EmisWriting } from "../../writing/writing.ts";

/** A problem, as a row beside the observation that names it. */
export function writeProblem(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as Problem;
  const { names, activity, status, significance, expectedDuration, effective, texts } = entry;
  const row = writing.row("CareRecord_Problem");
  writing.put(row, "ObservationGuid", names && writing.keyOf(names));
  const words = activity === undefined ? status?.text : problemStatuses.write(activity);
  writing.put(row, "ProblemStatusDescription", words);
  writing.put(row, "SignificanceDescription", significances.write(significance));
  const duration = /^[1-9]\d{0,4}$/.test(expectedDuration ?? "") ? expectedDuration : undefined;
  const open = writing.habits.saysFalse && expectedDuration === undefined ? "0" : undefined;
  writing.put(row, "ExpectedDuration", duration ?? open);
  if (effective?.kind === "period") writing.putDate(row, "EndDate", effective.end);
  writeParent(row, entry, writing);
  writeReview(row, entry, writing);
  const own = shownWords(texts);
  writing.rows.place(placed, { rows: [row], text: { row, column: "Comment", own } });
}

function writeParent(row: RowDraft, { parent, parentRelation }: Problem, writing: EmisWriting) {
  const whole = writing.record.problems.find(({ id }) => id === parent);
  const isFacet = writing.forms.of(parent) === "problem";
  writing.put(
    row,
    "ParentProblemObservationGuid",
    isFacet && whole?.names !== undefined ? writing.keyOf(whole.names) : undefined,
  );
  if (isFacet) writing.put(row, "ParentProblemRelationship", parentRelations.write(parentRelation));
}

function writeReview(row: RowDraft, { participants }: Problem, writing: EmisWriting): void {
  const review = participants.find(({ role }) => roleOf(role) === "reviewer");
  writing.put(
    row,
    "LastReviewUserInRoleGuid",
    writing.directory.keyOf("Admin_UserInRole", review?.agent),
  );
  writing.putDate(row, "LastReviewDate", review?.time?.start);
}

/** The columns in which rows say which problem they belong to. */
const problemColumns: Readonly<Record<string, string>> = {
  CareRecord_Observation: "ProblemGuid",
  Prescribing_DrugRecord: "ProblemObservationGuid",
  Prescribing_IssueRecord: "ProblemObservationGuid",
};

/**
 * Says in the rows of entries which problem they belong to, once all are written: each can name one, and
 * whether it reviews that or is associated with it is told by its code.
 */
export function linkProblems(problems: readonly PlacedEntry[], writing: EmisWriting): void {
  for (const { entry } of problems) {
    const { id, names, links } = entry as Problem;
    if (names === undefined || writing.forms.of(id) !== "problem") continue;
    const named = writing.rowsById.get(names);
    const linked = new Set<string>();
    for (const { target, kind } of links) {
      const row = writing.rowsById.get(target);
      const column = problemColumns[row?.table ?? ""];
      if (!row || column === undefined || target === names || linked.has(target)) continue;
      const isReview =
        column === "ProblemGuid" &&
        writing.codes.isSame(row.cells["CodeId"], named?.cells["CodeId"]);
      const isFree = row.cells[column] === undefined;
      if (!isFree || kind !== (isReview ? "review" : "associated")) continue;
      linked.add(target);
      writing.put(row, column, writing.keyOf(names));
    }
  }
}
