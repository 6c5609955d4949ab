import { newEntry, roleCoded } from "@gp2gp/core";
import type { Participant, Problem } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { bareKey } from "../../reading/live-rows.ts";
import type { EmisReading } from "../../reading/reading.ts";
import { readPartialDate } from "../../wire/cells.ts";
import { parentRelations, problemStatuses, significances } from "../../wire/value-tables.ts";

const observations = "CareRecord_Observation";

/**
 * A problem: what an observation is over time. It stands in the consultation of the observation that names
 * it, and has the entries that say they belong to it.
 */
export function readProblem(row: Row, reading: EmisReading): void {
  const { cells, source } = row;
  const { ObservationGuid = "", ExpectedDuration, ProblemStatusDescription } = cells;
  const named = reading.live.find(observations, ObservationGuid);
  if (!named) reading.rows.report("reference-unresolved", { source });
  const consultation = named && reading.refer("CareRecord_Consultation", named, "ConsultationGuid");
  const end = reading.known(row, readPartialDate(cells["EndDate"], cells["EndDatePrecision"]));
  const activity = problemStatuses.read(ProblemStatusDescription);
  const significance = significances.read(cells["SignificanceDescription"]);
  if (cells["SignificanceDescription"] !== undefined && !significance)
    reading.rows.report("value-unmapped", { source });
  const text = reading.rows.text(row, "Comment");
  const entry: Problem = {
    ...newEntry(reading.problemId(ObservationGuid), reading.rows.nextOrder(), source),
    ...(consultation !== undefined && { consultation }),
    names: reading.idOf(observations, ObservationGuid),
    ...(activity && { activity }),
    ...(ProblemStatusDescription !== undefined &&
      !activity && { status: reading.words(row, ProblemStatusDescription) }),
    ...(significance && { significance }),
    ...(ExpectedDuration !== undefined &&
      !/^0+$/.test(ExpectedDuration) && {
        expectedDuration: ExpectedDuration,
      }),
    ...(end !== undefined && { effective: { kind: "period", end } }),
    ...parentOf(row, reading),
    texts: text.own === undefined ? [] : [{ text: text.own, role: "note" }],
    participants: reviewOf(row, reading),
    links: reading.problemLinks.get(bareKey(ObservationGuid)) ?? [],
  };
  reading.rows.add("problems", entry, { rows: [row], text });
}

function parentOf(row: Row, reading: EmisReading): Pick<Problem, "parent" | "parentRelation"> {
  const { ParentProblemObservationGuid: parent, ParentProblemRelationship: relation } = row.cells;
  const parentRelation = parentRelations.read(relation);
  if (relation !== undefined && !parentRelation)
    reading.rows.report("value-unmapped", { source: row.source });
  if (parent === undefined) return parentRelation ? { parentRelation } : {};
  if (!reading.live.find("CareRecord_Problem", parent))
    reading.rows.report("reference-unresolved", { source: row.source });
  return { parent: reading.problemId(parent), ...(parentRelation && { parentRelation }) };
}

/** When it was last reviewed, and by whom. */
function reviewOf(row: Row, reading: EmisReading): Participant[] {
  const { LastReviewDate, LastReviewDatePrecision } = row.cells;
  const agent = reading.directory.user(row, "LastReviewUserInRoleGuid");
  const start = reading.known(row, readPartialDate(LastReviewDate, LastReviewDatePrecision));
  if (agent === undefined && start === undefined) return [];
  return [
    {
      role: roleCoded("reviewer"),
      ...(agent !== undefined && { agent }),
      ...(start !== undefined && { time: { start } }),
    },
  ];
}
