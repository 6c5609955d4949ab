import type { Referral } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { referralUrgencies } from "../../wire/value-tables.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { writeQualifierCell } from "../observations/qualifiers.ts";
import { placeObservation, writeObservationRow } from "../observations/write-row.ts";
import { bookingSystem, inboundWords, staffGroupWords, transportWords } from "./read-referral.ts";

/** A referral: a row of observations and the row that extends it. */
export function writeReferral(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as Referral;
  const { urgency, priority, direction, requestType, mode, transport, identifiers } = entry;
  const written = writeObservationRow(placed, { form: "referral" }, writing);
  const qualifiers = writeQualifierCell([], entry.concept?.qualifiers ?? []);
  writing.put(written.row, "Qualifiers", qualifiers);
  const row = writing.row("CareRecord_ObservationReferral");
  writing.put(row, "ObservationGuid", written.row.cells["ObservationGuid"]);
  writing.put(row, "ReferralUrgency", referralUrgencies.write(urgency) ?? priority?.text);
  const service = direction === "inbound" ? inboundWords : requestType;
  writing.put(row, "ReferralServiceType", service);
  writing.put(row, "ReferralMode", mode);
  const booking = identifiers.find(({ system }) => system === bookingSystem)?.value;
  writing.put(row, "ReferralUBRN", booking);
  const organisation = (column: string, id: string | undefined): void =>
    void writing.put(row, column, writing.directory.keyOf("Admin_Organisation", id));
  organisation("ReferralTargetOrganisationGuid", entry.recipient);
  organisation("ReferralSourceOrganisationGuid", entry.sender);
  writing.put(row, "ReferralReasonCodeId", writing.codes.own(entry.reason));
  writing.put(row, "ReferralClosureReasonCodeId", writing.codes.own(entry.outcome));
  const group = entry.concept?.qualifiers?.find(({ name }) => name?.text === staffGroupWords);
  writing.put(row, "ReferringCareProfessionalStaffGroupCodeId", writing.codes.own(group?.value));
  if (transport === transportWords) writing.putBoolean(row, "TransportRequired", true);
  else if (transport === undefined) writing.putFlag(row, "TransportRequired", false);
  placeObservation(placed, written, { rows: [row] }, writing);
}
