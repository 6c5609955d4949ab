import type { Referral } from "@gp2gp/core";
import { writeSchemaDate } from "../../codecs/emis-date.ts";
import {
  referralDirections,
  referralFundings,
  referralModes,
  referralRequestTypes,
  referralUrgencies,
  transports,
} from "../../codecs/value-tables.ts";
import { referralFields } from "../../wire/coded-item-types.ts";
import type { WireReferral } from "../../wire/coded-item-types.ts";
import type { WireIdent } from "../../wire/ident-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { isLocation } from "../agents/write-agents.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";
import { isPerson } from "../coded-items/write-participants.ts";
import { writeStringCode } from "../coded-items/write-string-code.ts";
import { referralReferenceSystem } from "./read-referral.ts";

/** A referral in EMIS's referral form. */
export function writeReferral(work: EntryWork<"referrals">, writing: Writing): WireReferral {
  const { entry, facts } = work;
  const item = writeCodedItem(work, { kind: "referral", writing });
  const take = <Value>(member: keyof Referral, value: Value | undefined): Value | undefined => {
    if (value !== undefined) facts.take(member);
    return value;
  };
  const agent = (member: "consultant" | "recipient" | "sender"): WireIdent | undefined => {
    const id = entry[member];
    if (id === undefined) return undefined;
    const fits = member === "consultant" ? isPerson(id, writing) : isLocation(id, writing);
    return take(member, fits ? writing.idents.of(id) : undefined);
  };
  const [reference] = entry.identifiers;
  const referenced =
    reference?.system === referralReferenceSystem && reference.assigner === undefined;
  if (referenced) facts.take("identifiers", 0);
  const mode = entry.mode;
  const { reason } = entry;
  if (reason?.text !== undefined) facts.take("reason", "text");
  const ReasonTerm =
    reason && reason.codings.length > 0
      ? writeStringCode(reason, (...path) => facts.take("reason", ...path))
      : undefined;
  const own: WireReferral = {
    Consultant: agent("consultant"),
    Provider: agent("recipient"),
    Speciality:
      entry.speciality &&
      writeStringCode(entry.speciality, (...path) => facts.take("speciality", ...path)),
    RequestType: take("requestType", referralRequestTypes.write(entry.requestType)),
    ReferralReason: reason?.text,
    Urgency: take("urgency", referralUrgencies.write(entry.urgency)),
    NHS: take("funding", referralFundings.write(entry.funding)),
    Transport: take("transport", transports.write(entry.transport)),
    ReferralRef: referenced ? reference.value : undefined,
    Direction: take("direction", referralDirections.write(entry.direction)),
    SourceLocation: agent("sender"),
    DatedReferral: take(
      "dated",
      entry.dated === undefined ? undefined : writeSchemaDate(entry.dated),
    ),
    ReasonTerm,
    ReferralMode: take("mode", referralModes.write(mode) ?? mode),
  };
  const wire: WireReferral = { ...item.wire, ...own, DescriptiveText: item.text() };
  return writing.finish(referralFields, wire, work);
}
