import type { EntryId, Observation } from "@gp2gp/core";
import { decimalSchema } from "@gp2gp/core";
import { observationTypes } from "../../codecs/value-tables.ts";
import { formatId, withEmisData } from "../../emis-data.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import { sectionOfEvent } from "../events/event-section.ts";
import { readCodedItem } from "../coded-items/read-coded-item.ts";
import type { CodedItem } from "../coded-items/read-coded-item.ts";
import { readProblem } from "../problems/read-problem.ts";
import { observationOf } from "./read-observation.ts";

/** Events that stand together and share a GroupID, such as the two of a blood pressure. */
export interface EventGroup {
  readonly events: readonly WireEvent[];
  /** Whether the first is the pair itself and the others its values. */
  readonly headed: boolean;
}

/** Splits what stands in a row into groups of events and what stands alone, in order. */
export function groupEvents<Item>(
  items: readonly Item[],
  {
    eventOf,
    keyOf,
  }: { eventOf: (item: Item) => WireEvent | undefined; keyOf?: (item: Item) => string },
): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const group = groupIdOf(eventOf(item));
    const key = group === undefined ? undefined : `${group} ${keyOf?.(item) ?? ""}`;
    const run = runs.at(-1);
    if (run && key !== undefined && key === last) run.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs.flatMap((run) => {
    if (run.length === 1) return [run];
    const events = run.map((item) => eventOf(item)).filter((event) => event !== undefined);
    return compositeOf(events) ? [run] : run.map((item) => [item]);
  });
}

function groupIdOf(event: WireEvent | undefined): string | undefined {
  const group = event?.GroupID?.trim() ?? "";
  return group === "" || group === "0" || group === "-1" ? undefined : group;
}

/** The group events make: values only, or one heading and values. */
export function compositeOf(events: readonly WireEvent[]): EventGroup | undefined {
  const [first, ...rest] = events;
  if (!first || rest.length === 0 || !events.every(isPlain)) return undefined;
  const values = rest.every(hasNumber);
  if (values && hasNumber(first)) return isPlain(first, 1) ? { events, headed: false } : undefined;
  const headed = values && first.NumericValue === undefined && first.TextValue === undefined;
  return headed ? { events, headed } : undefined;
}

function hasNumber(event: WireEvent): boolean {
  const value = event.NumericValue?.Value?.trim() ?? "";
  return decimalSchema.safeParse(value).success && (event.TextValue ?? "") === "";
}

/** A value says nothing a component has no place for; the heading may say anything an observation may. */
function isPlain(event: WireEvent, at: number): boolean {
  const section = sectionOfEvent(event);
  if (section !== "observations" && section !== "narratives") return false;
  return (
    at === 0 ||
    (event.Problem === undefined &&
      event.QualifierList === undefined &&
      event.Episodicity === undefined &&
      event.Abnormal !== "1")
  );
}

/** One observation of a group of events; what all its values share is said of it too. */
export function readComposite(group: EventGroup, place: Place, reading: Reading): EntryId {
  const [first, ...rest] = group.events;
  if (!first) throw new TypeError("a group of events has at least two");
  const values = group.headed ? rest : group.events;
  const head = group.headed ? readCodedItem(first, { kind: "event", place, reading }) : undefined;
  const read = values.map((wire, order) => {
    const item = readCodedItem(wire, { kind: "event", place: {}, reading });
    return { wire, item, entry: componentOf(wire, item, { order, reading }) };
  });
  const [one] = read;
  const id = head?.base.id ?? reading.freshId(`${formatId}:composite:${one?.entry.id ?? ""}`);
  const composite: Observation = withEmisData(
    {
      ...(head ? head.base : reading.base(id, first, place)),
      ...(head ? observationOf(first, head, reading) : sharedBy(read.map(({ entry }) => entry))),
      ...(!head && sharedCategory(values)),
      components: read.map(({ entry }) => entry),
    },
    { form: "Event", ...(first.GroupID !== undefined && { group: first.GroupID }) },
  );
  const made = reading.add(
    {
      section: "observations",
      entry: composite,
      base: composite,
      carried: head?.carried ?? { text: "", facts: [] },
      whole: composite,
    },
    head ? { form: "Event", wire: first } : undefined,
  );
  for (const { wire, entry } of read) {
    reading.components.push({ composite: made, id: entry.id, wire });
    reading.reserve(entry.id, wire);
    reading.entries.add(wire, entry.id);
    reading.links(wire.ProblemLinkList, reading.problemLinks, entry.id);
    reading.links(wire.ReferralLinkList, reading.referralLinks, entry.id);
  }
  if (head) {
    reading.entries.add(first, made);
    reading.links(first.ProblemLinkList, reading.problemLinks, made);
    reading.links(first.ReferralLinkList, reading.referralLinks, made);
    if (first.Problem) readProblem(first.Problem, { names: made, wire: first, reading });
  }
  return made;
}

function componentOf(
  wire: WireEvent,
  item: CodedItem,
  { order, reading }: { order: number; reading: Reading },
): NonNullable<Observation["components"]>[number] {
  const { value, referenceRanges, concept } = observationOf(wire, item, reading);
  const own = {
    order,
    ...(concept && { concept }),
    ...(value && { value }),
    ...(referenceRanges && { referenceRanges }),
  };
  const entry = withEmisData({ ...item.base, ...own }, { form: "Event" });
  return reading.restore("observations", entry, item.carried) ?? { ...item.whole, ...own };
}

function sharedBy(entries: readonly Observation[]): Partial<Observation> {
  const shared = <Key extends "effective" | "recorded" | "participants">(key: Key): object => {
    const [first] = entries;
    const same = entries.every(
      (entry) => JSON.stringify(entry[key]) === JSON.stringify(first?.[key]),
    );
    return same && first?.[key] !== undefined ? { [key]: first[key] } : {};
  };
  return { ...shared("effective"), ...shared("recorded"), ...shared("participants") };
}

function sharedCategory(values: readonly WireEvent[]): Pick<Observation, "category"> {
  const category = observationTypes.read(values[0]?.EventType);
  return category && values.every(({ EventType }) => EventType === values[0]?.EventType)
    ? { category }
    : {};
}
