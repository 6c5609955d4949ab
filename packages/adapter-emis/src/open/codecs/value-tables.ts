import { tableOf } from "../../shared/value-table.ts";

export const episodicities = tableOf([
  ["0", "none"],
  ["1", "first"],
  ["2", "new"],
  ["3", "review"],
  ["4", "flare"],
  ["5", "end"],
  ["6", "changed"],
  ["7", "evolved"],
]);

export const problemStatuses = tableOf([
  ["0", "past"],
  ["1", "active"],
  ["2", "health-administration"],
  ["3", "potential"],
]);

export const significances = tableOf([
  ["1", "major"],
  ["2", "minor"],
  ["3", "unspecified"],
]);

/** GroupingStatus, where the problem has a parent. */
export const problemGroupings = tableOf([
  ["1", "grouped"],
  ["2", "combined"],
]);

export const linkTypes = tableOf([
  ["0", "associated"],
  ["1", "review"],
  ["2", "part-of"],
]);

/** EventType of observations: what the source filed the entry as. */
export const observationTypes = tableOf([
  ["1", "clinical"],
  ["5", "value"],
  ["12", "family-history"],
]);

export const allergyTypes = tableOf([
  ["0", "non-drug"],
  ["1", "drug-group"],
  ["2", "drug"],
  ["3", "ingredient"],
  ["4", "drug-and-ingredient"],
]);

export const prescriptionTypes = tableOf([
  ["ACUTE", "acute"],
  ["REPEAT", "repeat"],
  ["AUTOMATIC", "automatic"],
]);

export const courseStates = tableOf([
  ["C", "current"],
  ["P", "past"],
]);

export const issueMethods = tableOf([
  ["P", "printed"],
  ["H", "handwritten"],
  ["Q", "without-prescription"],
  ["X", "private"],
  ["O", "outside"],
  ["S", "stored"],
]);

export const referralUrgencies = tableOf([
  ["0", "routine"],
  ["1", "soon"],
  ["2", "urgent"],
  ["3", "dated"],
]);

export const referralDirections = tableOf([
  ["1", "outbound"],
  ["2", "inbound"],
]);

export const referralRequestTypes = tableOf([
  ["1", "Outpatient"],
  ["2", "Admission"],
  ["3", "Day case"],
  ["4", "Investigation"],
  ["5", "Domiciliary"],
  ["6", "Self referral"],
  ["7", "Community"],
]);

export const referralFundings = tableOf([
  ["0", "nhs"],
  ["1", "private"],
]);

export const transports = tableOf([
  ["0", "None"],
  ["1", "Needed"],
  ["2", "Stretcher"],
]);

export const referralModes = tableOf([
  ["W", "Written"],
  ["T", "Telephone"],
  ["V", "Verbal"],
  ["E", "Electronic"],
]);

export const reminderTypes = tableOf([
  ["T", "Telephone"],
  ["V", "Verbal"],
  ["L", "Letter"],
]);

/** ReportDataType: discharge, outpatient and other letters have no kind of their own. */
export const reportKinds = tableOf([
  ["1", "pathology"],
  ["2", "radiology"],
]);

/** Qualifiers of group 1, which name the relative a family history is about. */
export const relatives = tableOf([
  ["1", "Mother"],
  ["2", "Father"],
  ["3", "Sister"],
  ["4", "Brother"],
  ["5", "Aunt"],
  ["6", "Uncle"],
  ["7", "Maternal grandmother"],
  ["8", "Maternal grandfather"],
  ["9", "Paternal grandmother"],
  ["10", "Paternal grandfather"],
]);
