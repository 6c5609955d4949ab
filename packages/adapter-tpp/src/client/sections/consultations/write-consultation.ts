import { dateOfEffective, EntryFacts } from "@gp2gp/core";
import type { Consultation } from "@gp2gp/core";
import { markLine } from "../../carried-marks.ts";
import { nativeDataOf } from "../../native-data.ts";
import { valuesIn } from "../../wire/field.ts";
import { dateToWire, nearestDateTime } from "../../wire/lexical.ts";
import { wireTypes } from "../../wire/wire-types.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { carriedOf } from "../../writing/carry.ts";
import type { Carried, Remainder } from "../../writing/carry.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { isWritable } from "../../writing/taking.ts";
import { nameOfAgent, performerNameOf } from "./performer-name.ts";
import { participantsOf } from "./read-consultation.ts";
import { isSameFacts, onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The attributes of the event a consultation becomes, and what of it is carried. */
export interface WrittenConsultation {
  readonly attributes: WireInput<"Event">;
  readonly carried: Carried;
  /** What the ids of what stands in it are made from. */
  readonly seed: string;
}

export function writeConsultation(
  entry: Consultation,
  number: number,
  writing: ClientWriting,
): WrittenConsultation {
  const index = writing.byId.get(entry.id)?.index ?? 0;
  const facts = new EntryFacts("consultations", index, entry);
  const uid = eventUidOf(entry, facts);
  const seed = writing.ids.eventSeed(uid, number);
  if (entry.id === writing.ids.of(seed)) facts.take("id");
  const { software } = nativeDataOf(entry);
  const attributes: WireInput<"Event"> = {
    "@DateTime": dateTimeOf(entry, facts, writing),
    ...doneBy(entry, facts, writing),
    "@DoneAt": doneAt(entry, facts, writing),
    "@Software": software !== undefined && isWritable(software) ? software : undefined,
    "@Method": methodOf(entry, facts, writing),
    "@LinkedReferralUID": writing.referralUids.get(entry.id),
    "@EventUID": uid,
  };
  const isShownOnly = entry.effective === undefined && attributes["@DateTime"] !== undefined;
  const remainder: Remainder = {
    facts,
    record: facts.pointer,
    section: "consultations",
    marks: isShownOnly ? [markLine("effective", false)] : [],
    reasons: { effective: "precision-not-representable" },
  };
  return { attributes, carried: carriedOf(remainder, writing), seed };
}

function eventUidOf({ identifiers }: Consultation, facts: EntryFacts): string | undefined {
  const place = identifiers.findIndex(({ system }) => system === tppSystems.event);
  const identifier = identifiers[place];
  if (!identifier || identifier.assigner !== undefined || !isWritable(identifier.value))
    return undefined;
  facts.take("identifiers", place);
  return identifier.value;
}

function dateTimeOf(
  { effective, recorded }: Consultation,
  facts: EntryFacts,
  { version }: ClientWriting,
): string | undefined {
  const exact =
    effective?.kind === "point" ? dateToWire(effective.at, "dateTime", version) : undefined;
  if (exact !== undefined) facts.take("effective");
  const date = dateOfEffective(effective) ?? (effective === undefined ? recorded : undefined);
  return exact ?? (date === undefined ? undefined : nearestDateTime(date));
}

/** Who it was done by: as the format itself has it, or in words beside the participants, which are carried. */
function doneBy(
  entry: Consultation,
  facts: EntryFacts,
  writing: ClientWriting,
): Pick<WireInput<"Event">, "@DoneBy" | "@UserName"> {
  const { participants } = entry;
  const user = participants.find(({ agent }) => writing.userNameOf(agent) !== undefined)?.agent;
  const words = participants.find(({ person }) => person)?.person?.names?.[0]?.text;
  const own = participantsOf(user, words);
  const isSame = isSameFacts(own, participants);
  if (!isSame || (words !== undefined && !isWritable(words)))
    return performerNameOf(entry, writing);
  facts.take("participants");
  if (user !== undefined) writing.named.add(user);
  return { "@UserName": writing.userNameOf(user), "@DoneBy": words };
}

function doneAt(
  { location }: Consultation,
  facts: EntryFacts,
  writing: ClientWriting,
): string | undefined {
  const place = writing.placeNameOf(location);
  if (location === undefined || place === undefined || !isWritable(place))
    return nameOfAgent(location, writing);
  facts.take("location");
  writing.named.add(location);
  return place;
}

function methodOf(
  { concept }: Consultation,
  facts: EntryFacts,
  { version }: ClientWriting,
): string | undefined {
  const method = onlyCodeIn(tppSystems.eventMethod, concept);
  if (method === undefined || !isWritable(method)) return undefined;
  const isListed = valuesIn(wireTypes.Event.attributes.Method, version)?.includes(method);
  // The richer grammar may know more methods than are published.
  if (isListed !== true && version === "patient-record") return undefined;
  facts.take("concept");
  return method;
}
