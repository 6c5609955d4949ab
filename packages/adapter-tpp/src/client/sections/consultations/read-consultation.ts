import { newEntry, roleCoded } from "@gp2gp/core";
import type { Consultation, Participant } from "@gp2gp/core";
import { carriesAny } from "../../carried-marks.ts";
import { nativeData } from "../../native-data.ts";
import type { ClientReading } from "../../reading/client-reading.ts";
import type { EventItems } from "../../reading/event-items.ts";
import { restoreCarried } from "../../reading/restore-carried.ts";
import { dateFromWire } from "../../wire/lexical.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { performerNamed } from "../practice/read-practice-item.ts";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The participants an event names: the user who did it, and the person or organisation given in words. */
export function participantsOf(
  user: string | undefined,
  doneBy: string | undefined,
): Participant[] {
  return [
    ...(user === undefined ? [] : [{ role: roleCoded("author"), agent: user }]),
    ...(doneBy === undefined ? [] : [performerNamed(doneBy)]),
  ];
}

/** The date of an event, where it has one. */
export function dateOfEvent(node: WireNode<"Event">): string | undefined {
  const text = node.attribute("DateTime");
  return text === undefined ? undefined : dateFromWire(text, "dateTime");
}

/** Reads an event that stands for a consultation; what further details of it say comes first. */
export function readConsultation(
  node: WireNode<"Event">,
  event: {
    readonly id: string;
    readonly uid: string | undefined;
    readonly number: number;
    readonly items: EventItems;
  },
  reading: ClientReading,
): Consultation {
  const carried = event.items.ofEvent?.carried;
  const facts = carried?.facts ?? [];
  const at = dateOfEvent(node);
  const userName = node.attribute("UserName");
  const doneBy = node.attribute("DoneBy");
  const doneAt = node.attribute("DoneAt");
  const method = node.attribute("Method");
  const source = node.location;
  const user =
    userName === undefined || carriesAny(facts, "participants")
      ? undefined
      : reading.agents.user(userName, source);
  const location =
    doneAt === undefined || carriesAny(facts, "location")
      ? undefined
      : reading.agents.place(doneAt, source);
  // What further details say is not made from how it is shown.
  const entry: Consultation = {
    ...newEntry(event.id, event.number - 1, source),
    ...(event.uid !== undefined && {
      identifiers: [{ system: tppSystems.event, value: event.uid }],
    }),
    ...(at !== undefined && { effective: { kind: "point", at } as const }),
    ...(method !== undefined && { concept: codedAs(tppSystems.eventMethod, method) }),
    participants: participantsOf(user, doneBy),
    ...(location !== undefined && { location }),
    ...nativeData({ software: node.attribute("Software") }),
  };
  if (!carried) return entry;
  const restored = restoreCarried("consultations", entry, carried, {
    participants: ["participants"],
    effective: ["effective"],
    location: ["location"],
  });
  if (restored) return restored;
  reading.report("carried-text-unreadable", { source });
  return entry;
}
