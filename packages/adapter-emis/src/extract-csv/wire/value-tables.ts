import { wordsTable } from "./words-table.ts";

/*
 * Words of the extract and the record's values. Words are read in any case; one that is not in its table is
 * not guessed at but kept as words.
 */

/** `ProblemStatusDescription`. Past is what the extract says; the other two are of the same list in OpenHR. */
export const problemStatuses = wordsTable([
  ["Active Problem", "active"],
  ["Past Problem", "past"],
  ["Inactive Problem", "inactive"],
  ["Potential Problem", "potential"],
  ["Health Promotion", "health-administration"],
]);

export const significances = wordsTable([
  ["Significant Problem", "major"],
  ["Minor Problem", "minor"],
]);

export const parentRelations = wordsTable([
  ["Grouped", "grouped"],
  ["Combined", "combined"],
  ["Evolved", "evolved"],
  ["Replaced", "replaced"],
]);

/** `Episode`. */
export const episodes = wordsTable([
  ["First", "first"],
  ["New", "new"],
  ["Review", "review"],
  ["Flare Up", "flare"],
  ["Ended", "end"],
  ["Changed", "changed"],
  ["Evolved", "evolved"],
]);

export const prescriptionTypes = wordsTable([
  ["Acute", "acute"],
  ["Repeat", "repeat"],
  ["Repeat Dispensing", "repeat-dispensing"],
  ["Automatic", "automatic"],
]);

/** `IssueMethodDescription`, by the names OpenHR gives the list. */
export const issueMethods = wordsTable([
  ["Print", "printed"],
  ["Handwritten", "handwritten"],
  ["Issue Without Script", "without-prescription"],
  ["Outside", "outside"],
  ["Store", "stored"],
  ["Dispensing", "dispensed"],
  ["Electronic", "electronic"],
]);

export const referralUrgencies = wordsTable([
  ["Routine", "routine"],
  ["Soon", "soon"],
  ["Urgent", "urgent"],
  ["2 Week Wait", "two-week-wait"],
  ["Dated", "dated"],
]);

/** `NumericOperator`. */
export const operators = wordsTable([
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
  ["~", "~"],
]);
