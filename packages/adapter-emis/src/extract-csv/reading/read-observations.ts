import type { Row } from "@gp2gp/tabular";
import { isCommentNote } from "../codes/clinical-codings.ts";
import { readAlert } from "../sections/alerts/read-alert.ts";
import { readAllergy } from "../sections/allergies/read-allergy.ts";
import { readAttachedDocument, readDocument } from "../sections/documents/read-document.ts";
import { readBattery } from "../sections/groups/read-battery.ts";
import { readImmunisation } from "../sections/immunisations/read-immunisation.ts";
import { readNarrative } from "../sections/narratives/read-narrative.ts";
import { isComposite, readComposite } from "../sections/observations/read-composite.ts";
import { readObservation } from "../sections/observations/read-observation.ts";
import { readLoneReferral, readReferral } from "../sections/referrals/read-referral.ts";
import { readTestReport } from "../sections/test-reports/read-test-report.ts";
import { readTestRequest } from "../sections/test-requests/read-test-request.ts";
import { reportKindOf } from "../wire/observation-types.ts";
import { bareKey } from "./live-rows.ts";
import { ObservationRow } from "./observation-row.ts";
import type { EmisReading } from "./reading.ts";

const table = "CareRecord_Observation";
const referrals = "CareRecord_ObservationReferral";

/** Reads the rows of observations, of which the extract has nearly all that is coded, into the sections they are of. */
export function readObservations(reading: EmisReading): void {
  const all = [...reading.live.of(table)];
  const under = childrenByParent(all);
  const rows = new Map<Row, ObservationRow>(
    all.map((row) => {
      const children = under.get(bareKey(row.cells["ObservationGuid"] ?? "")) ?? [];
      return [row, new ObservationRow(row, children, reading)];
    }),
  );
  const composites = new Map<ObservationRow, readonly ObservationRow[]>();
  const components = new Set<ObservationRow>();
  for (const head of rows.values()) {
    const children = head.children.flatMap((row) => rows.get(row) ?? []);
    const isPlain = !reading.live.find(referrals, head.row.cells["ObservationGuid"]);
    if (!isPlain || components.has(head) || !isComposite(head, children)) continue;
    composites.set(head, children);
    for (const child of children) components.add(child);
  }
  const heads = new Set(
    [...rows.values()].flatMap((one) => (isHead(one) ? bareKey(keyOf(one)) : [])),
  );
  for (const observation of rows.values()) {
    const children = composites.get(observation);
    if (children) readComposite(observation, children);
    else if (!components.has(observation)) readOne(observation, heads);
  }
  for (const row of reading.live.of(referrals))
    if (!reading.live.find(table, row.cells["ObservationGuid"])) readLoneReferral(row, reading);
}

function childrenByParent(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const children = new Map<string, Row[]>();
  for (const row of rows) {
    const { ParentObservationGuid: parent, ObservationGuid: own } = row.cells;
    if (parent === undefined || parent === own) continue;
    const siblings = children.get(bareKey(parent));
    if (siblings) siblings.push(row);
    else children.set(bareKey(parent), [row]);
  }
  return children;
}

const keyOf = ({ row }: ObservationRow): string => row.cells["ObservationGuid"] ?? "";

/** Whether results stand under a row: one filed as a report, or of a category of tests with no value of its own. */
function isHead({ form, hasValue, children, code }: ObservationRow): boolean {
  if (hasValue || !["report", "investigation", "observation", "value"].includes(form)) return false;
  return form === "report" || (children.length > 0 && reportKindOf(code.category) !== undefined);
}

/** `heads`: the keys of rows that results stand under. */
function readOne(observation: ObservationRow, heads: ReadonlySet<string>): void {
  const { reading, row, form, text } = observation;
  const { ObservationGuid = "", DocumentGuid } = row.cells;
  const extension = reading.live.find(referrals, ObservationGuid);
  if (extension) return readReferral(observation, extension);
  if (observation.code.marker === "words" && reading.rows.takeDetails(text)) return;
  const isDocument = ["observation", "attachment"].includes(form) && !observation.hasValue;
  if (DocumentGuid !== undefined && isDocument) return readDocument(observation);
  readBySort(observation, heads);
  if (DocumentGuid !== undefined) readAttachedDocument(observation);
}

function readBySort(observation: ObservationRow, heads: ReadonlySet<string>): void {
  const { form } = observation;
  if (isHead(observation)) return readHead(observation, heads);
  switch (form) {
    case "allergy":
      return readAllergy(observation);
    case "immunisation":
      return readImmunisation(observation);
    case "test-request":
      return readTestRequest(observation);
    case "referral":
      return readReferral(observation, undefined);
    case "attachment":
      return readDocument(observation);
    case "alert":
      return readAlert(observation);
    case "report":
    case "investigation":
    case "observation":
    case "value":
    case "family-history":
      return readFinding(observation);
  }
}

/** A finding, words, or a group of results. */
function readFinding(observation: ObservationRow): void {
  const { code, form, hasValue } = observation;
  if (form === "investigation" && !hasValue) return readBattery(observation);
  const codings = code.concept?.codings ?? [];
  const isWords = form === "observation" && (codings.length === 0 || isCommentNote(codings));
  return isWords && !hasValue ? readNarrative(observation) : readObservation(observation);
}

/** The head of a report; one within a report is a group of its results. */
function readHead(observation: ObservationRow, heads: ReadonlySet<string>): void {
  const { ParentObservationGuid: parent } = observation.row.cells;
  if (parent !== undefined && heads.has(bareKey(parent))) readBattery(observation);
  else readTestReport(observation);
}
