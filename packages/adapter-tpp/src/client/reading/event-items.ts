import { readCarriedText } from "@gp2gp/core";
import type { CarriedText, EntrySection } from "@gp2gp/core";
import { componentOfMark, detailsSubject, isDetails, memberOf } from "../carried-marks.ts";
import type { DetailsSubject } from "../carried-marks.ts";
import type { FreeText, ItemOf, WireNode } from "../wire/wire-node.ts";

/** An item of an event with its free text and what that carries. */
export interface EventItem {
  readonly item: ItemOf<"Event">;
  /** Its place in the event, or the one it had where it was recorded. */
  readonly order: number;
  readonly free: FreeText | undefined;
  readonly carried: CarriedText;
}

/** A narrative that holds further details of something else. */
export interface Details {
  readonly subject: DetailsSubject;
  readonly carried: CarriedText;
  readonly node: WireNode<"Narrative">;
}

/** The items of an event, sorted into entries and the narratives that belong to something else. */
export interface EventItems {
  readonly entries: readonly EventItem[];
  readonly ofEvent: Details | undefined;
  readonly ofRecord: readonly Details[];
  /** By name and number of the item, and the section for those about the problem it names. */
  readonly ofItems: ReadonlyMap<string, Details>;
  /** Narratives about items that are not there: their text is kept whole. */
  readonly strays: readonly Details[];
}

type Unplaced = Omit<EventItem, "order">;

export function itemKey(name: string, number: number, section?: EntrySection): string {
  return section === "problems" ? `${name} ${number} problems` : `${name} ${number}`;
}

/** Looks through an event once, before anything in it is read. */
export function eventItems(event: WireNode<"Event">): EventItems {
  const plain: Unplaced[] = [];
  const details: Details[] = [];
  const freeOf = new Map<Details, Unplaced>();
  for (const item of event.items()) {
    const free = item.node.freeText();
    const carried = free ? readCarriedText(free.text) : withoutCarried("");
    const subject = isDetails(carried) ? detailsSubject(carried.text) : undefined;
    if (item.name === "Narrative" && subject && free) {
      const found = { subject, carried, node: item.node };
      details.push(found);
      freeOf.set(found, { item, free, carried: withoutCarried(free.text) });
    } else plain.push({ item, free, carried });
  }
  const names = new Set(plain.map(({ item }) => itemKey(item.name, item.number)));
  const ofItems = new Map<string, Details>();
  const strays: Details[] = [];
  let ofEvent: Details | undefined;
  for (const found of details) {
    const { subject, carried } = found;
    if (subject.kind === "event" && !ofEvent) ofEvent = found;
    else if (subject.kind === "item") {
      const key = itemKey(subject.name, subject.number, carried.recordedAs);
      const isThere = names.has(itemKey(subject.name, subject.number));
      if (isThere && !ofItems.has(key)) ofItems.set(key, found);
      else strays.push(found);
    } else if (subject.kind === "event") strays.push(found);
  }
  const strayItems = strays.flatMap((stray) => freeOf.get(stray) ?? []);
  return {
    entries: [...plain, ...strayItems].map(placedBy(ofItems, ofEvent)),
    ofEvent,
    ofRecord: details.filter(({ subject }) => subject.kind !== "item" && subject.kind !== "event"),
    ofItems,
    strays,
  };
}

function placedBy(ofItems: ReadonlyMap<string, Details>, ofEvent: Details | undefined) {
  const order = ofEvent?.subject.kind === "event" ? (ofEvent.subject.order ?? []) : [];
  const ranks = new Map(order.map((item, rank) => [item, rank]));
  return ({ item, free, carried }: Unplaced, index: number): EventItem => {
    const key = itemKey(item.name, item.number);
    return {
      item,
      free,
      carried: free ? carried : (ofItems.get(key)?.carried ?? carried),
      order: ranks.get(key) ?? order.length + index,
    };
  };
}

const withoutCarried = (text: string): CarriedText => ({ text, facts: [] });

/**
 * Whether an event stands for a consultation: it has no entries, further details of its own, or an
 * entry that does not say that it belongs elsewhere.
 */
export function isConsultation({ entries, ofEvent, ofRecord }: EventItems): boolean {
  if (ofEvent) return true;
  if (entries.length === 0) return ofRecord.length === 0;
  return entries.some(
    ({ carried: { facts } }) =>
      memberOf(facts, "consultation") === undefined &&
      memberOf(facts, componentOfMark) === undefined,
  );
}
