import type { EntryId } from "@gp2gp/core";
import { readSchemaDate } from "../../codecs/emis-date.ts";
import { readEntryCode } from "../../codecs/entry-code.ts";
import {
  referralDirections,
  referralFundings,
  referralModes,
  referralRequestTypes,
  referralUrgencies,
  transports,
} from "../../codecs/value-tables.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireReferral } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import { readCodedItem, withQualifiers } from "../coded-items/read-coded-item.ts";

/** Identifier of a referral, which EMIS writes as ReferralRef. */
export const referralReferenceSystem = "emis:referral-reference";

/** A referral with everything EMIS's referral form says. */
export function readReferral(wire: WireReferral, place: Place, reading: Reading): EntryId {
  const item = readCodedItem(wire, { kind: "referral", place, reading });
  const direction = referralDirections.read(wire.Direction);
  const urgency = referralUrgencies.read(wire.Urgency);
  const requestType = referralRequestTypes.read(wire.RequestType);
  const funding = referralFundings.read(wire.NHS);
  const transport = transports.read(wire.Transport);
  const mode = referralModes.read(wire.ReferralMode) ?? wire.ReferralMode ?? "";
  const speciality = readEntryCode({ Code: wire.Speciality });
  const specialityTerm = wire.Speciality?.Term ?? "";
  const reasonCodings = readEntryCode({ Code: wire.ReasonTerm });
  const reasonText = wire.ReferralReason ?? "";
  const consultant = reading.person(wire.Consultant);
  const recipient = reading.location(wire.Provider);
  const sender = reading.location(wire.SourceLocation);
  const dated = readSchemaDate(wire.DatedReferral ?? "");
  const reference = wire.ReferralRef ?? "";
  return addCodedItem("referrals", item, {
    facts: {
      ...withQualifiers(item.base.concept, item.qualifiers),
      identifiers: reference === "" ? [] : [{ system: referralReferenceSystem, value: reference }],
      ...(direction && { direction }),
      ...(urgency && { urgency }),
      ...(requestType && { requestType }),
      ...(speciality
        ? { speciality: { codings: speciality } }
        : specialityTerm !== "" && { speciality: { text: specialityTerm, codings: [] } }),
      ...(recipient !== undefined && { recipient }),
      ...(consultant !== undefined && { consultant }),
      ...(sender !== undefined && { sender }),
      ...((reasonCodings || reasonText !== "") && {
        reason: {
          ...(reasonText !== "" && { text: reasonText }),
          codings: reasonCodings ?? [],
        },
      }),
      ...(funding && { funding }),
      ...(transport && { transport }),
      ...(mode !== "" && { mode }),
      ...(dated !== undefined && { dated }),
    },
    about: { wire, form: "Referral", reading },
  });
}
