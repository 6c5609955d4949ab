import type { Qualifier, Referral } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { ObservationRow } from "../../reading/observation-row.ts";
import type { EmisReading } from "../../reading/reading.ts";
import { shownConcept } from "../../reading/shown-concept.ts";
import { isTrue } from "../../wire/cells.ts";
import { referralUrgencies } from "../../wire/value-tables.ts";

/** The number of a booking in the national e-Referral Service. */
export const bookingSystem = "ubrn";
/** `ReferralServiceType` of a referral to the practice. */
export const inboundWords = "Inbound";
/** The qualifier that is the kind of professional who made the referral. */
export const staffGroupWords = "Referring care professional staff group";
/** What a referral says for which transport is needed. */
export const transportWords = "Needed";

/** A referral: an observation, and the row that extends it where that has come along. */
export function readReferral(observation: ObservationRow, extension: Row | undefined): void {
  const { reading, qualifiers } = observation;
  const group = extension ? staffGroupOf(extension, reading) : [];
  const head = observation.head([...qualifiers, ...group]);
  const facts = extension ? factsOf(extension, reading) : {};
  observation.add("referrals", { ...head, ...facts }, ...(extension ? [extension] : []));
}

/** A referral whose observation has not come along, as when only what extends it was changed. */
export function readLoneReferral(row: Row, reading: EmisReading): void {
  reading.rows.report("reference-unresolved", { source: row.source });
  const qualifiers = staffGroupOf(row, reading);
  const entry: Referral = {
    ...reading.base(row),
    ...shownConcept(undefined, undefined, qualifiers),
    ...factsOf(row, reading),
  };
  reading.rows.add("referrals", entry, { rows: [row] });
}

/** What kind of professional made the referral. */
function staffGroupOf(row: Row, reading: EmisReading): Qualifier[] {
  const { concept } = reading.codes.clinical(row, "ReferringCareProfessionalStaffGroupCodeId");
  return concept ? [{ name: { text: staffGroupWords, codings: [] }, value: concept }] : [];
}

function factsOf(row: Row, reading: EmisReading): Partial<Referral> {
  const { cells, source } = row;
  const { ReferralUrgency, ReferralServiceType, ReferralMode, ReferralUBRN } = cells;
  const urgency = referralUrgencies.read(ReferralUrgency);
  const isInbound = ReferralServiceType?.trim().toLowerCase() === inboundWords.toLowerCase();
  const recipient = reading.directory.organisation(row, "ReferralTargetOrganisationGuid");
  const sender = reading.directory.organisation(row, "ReferralSourceOrganisationGuid");
  const { concept: reason } = reading.codes.clinical(row, "ReferralReasonCodeId");
  const { concept: outcome } = reading.codes.clinical(row, "ReferralClosureReasonCodeId");
  if (ReferralUrgency !== undefined && !urgency) reading.rows.report("value-unmapped", { source });
  return {
    ...(ReferralUBRN !== undefined && {
      identifiers: [{ system: bookingSystem, value: ReferralUBRN }],
    }),
    ...(ReferralUrgency !== undefined &&
      (urgency ? { urgency } : { priority: { text: ReferralUrgency, codings: [] } })),
    ...(isInbound && { direction: "inbound" }),
    ...(ReferralServiceType !== undefined && !isInbound && { requestType: ReferralServiceType }),
    ...(ReferralMode !== undefined && { mode: ReferralMode }),
    ...(recipient !== undefined && { recipient }),
    ...(sender !== undefined && { sender }),
    ...(reason && { reason }),
    ...(outcome && { outcome }),
    ...(isTrue(cells["TransportRequired"]) && { transport: transportWords }),
  };
}
