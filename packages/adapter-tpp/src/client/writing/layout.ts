import type { AnyEntry, Consultation, PatientRecord } from "@gp2gp/core";
import { dateOfEffective, dayOf, entrySections, partsOfDate } from "@gp2gp/core";
import { recordTypes } from "../wire/record-types.ts";
import type { Version } from "../wire/field.ts";
import type { ItemName } from "../wire/wire-types.ts";
import type { Item } from "./item.ts";

/** An event to be written: the consultation it stands for, and the items in it in their order. */
export interface EventPlan {
  readonly consultation?: Consultation;
  readonly items: readonly Item[];
  /** Entries of the consultation in the order they stood, those that stand elsewhere too. */
  readonly order: readonly AnyEntry[];
}

export interface Layout {
  readonly consultations: readonly EventPlan[];
  /** One for each dated entry that stands in no consultation, or not on its day. */
  readonly dated: readonly EventPlan[];
  /** Items without a day. */
  readonly undated: readonly Item[];
  /** Items beside the clinical record. */
  readonly practice: readonly Item[];
  /** The place of each entry that stands apart from its siblings, among them. */
  readonly rankElsewhere: ReadonlyMap<string, number>;
}

const practiceNames: ReadonlySet<string> = new Set(Object.keys(recordTypes.NonClinical.elements));
const kindOrder = new Map(
  Object.keys(recordTypes.Event.elements).map((name, index) => [name, index] as const),
);

/** The date an entry is shown under where it stands by itself; undefined where no day is known. */
export function ownDate({ effective, recorded }: AnyEntry): string | undefined {
  return [dateOfEffective(effective), recorded].find(
    (date) => date !== undefined && partsOfDate(date)?.day !== undefined,
  );
}

/** Decides which event every item stands in. */
export function layOut(
  record: PatientRecord,
  items: readonly Item[],
  withheld: ReadonlySet<string>,
  version: Version,
): Layout {
  const consultations = record.consultations.filter(({ id }) => !withheld.has(id));
  const days = new Map(
    consultations.map(({ id, effective }) => [id, dayOfDate(dateOfEffective(effective))]),
  );
  const within = new Map<string, Item[]>();
  const apart: Item[] = [];
  const practice: Item[] = [];
  const homeOf = new Map<string, Item[] | undefined>();
  for (const item of items) {
    if (practiceNames.has(item.form.name)) {
      practice.push(item);
      continue;
    }
    if (item.componentOf !== undefined) {
      const home = homeOf.get(item.componentOf);
      if (home) home.push(item);
      else apart.push(item);
      continue;
    }
    const { consultation } = item.entry;
    const isHere =
      consultation !== undefined && days.has(consultation) && isOnDay(item, days.get(consultation));
    const home = isHere ? (within.get(consultation) ?? []) : undefined;
    homeOf.set(item.entry.id, home);
    if (home && consultation !== undefined) {
      home.push(item);
      within.set(consultation, home);
    } else apart.push(item);
  }
  const members = membersOf(record, withheld);
  const rankElsewhere = new Map<string, number>();
  const plans = consultations.map((consultation): EventPlan => {
    const order = inOrder(members.get(consultation.id) ?? []);
    const rank = new Map(order.map(({ id }, index) => [id, index]));
    const own = within.get(consultation.id) ?? [];
    const here = new Set(own.map(({ entry }) => entry.id));
    for (const [id, place] of rank) if (!here.has(id)) rankElsewhere.set(id, place);
    const placeOf = (item: Item): number =>
      rank.get(item.componentOf ?? item.entry.id) ?? order.length;
    const sorted = own.toSorted((left, right) => placeOf(left) - placeOf(right));
    return { consultation, items: inWireOrder(sorted, version), order };
  });
  return { consultations: plans, ...eventsApart(apart, version), practice, rankElsewhere };
}

function eventsApart(apart: readonly Item[], version: Version): Pick<Layout, "dated" | "undated"> {
  const dated: Item[][] = [];
  const undated: Item[] = [];
  let last: Item[] = undated;
  for (const item of apart) {
    if (item.componentOf === undefined) {
      last = ownDate(item.entry) === undefined ? undated : [];
      if (last !== undated) dated.push(last);
    }
    last.push(item);
  }
  return {
    dated: dated.map((items) => ({ items: inWireOrder(items, version), order: [] })),
    undated: inWireOrder(undated, version),
  };
}

/** The published schema orders the items of an event by their kind; the richer grammar leaves them as they stood. */
function inWireOrder(items: readonly Item[], version: Version): readonly Item[] {
  if (version === "client-integration") return items;
  const placeOf = ({ form }: Item): number => kindOrder.get(form.name as ItemName) ?? 0;
  return items.toSorted((left, right) => placeOf(left) - placeOf(right));
}

/** An item whose date is that of its event stands in an event of its own when its day is another one. */
function isOnDay({ form, entry }: Item, day: string | undefined): boolean {
  const own = form.dated ? dayOfDate(dateOfEffective(entry.effective)) : undefined;
  return own === undefined || own === day;
}

function dayOfDate(date: string | undefined): string | undefined {
  return date !== undefined && partsOfDate(date)?.day !== undefined ? dayOf(date) : undefined;
}

function membersOf(
  record: PatientRecord,
  withheld: ReadonlySet<string>,
): ReadonlyMap<string, readonly AnyEntry[]> {
  const members = new Map<string, AnyEntry[]>();
  for (const section of entrySections) {
    // A problem is shown with the entry that names it and has no place of its own.
    if (section === "problems") continue;
    for (const entry of record[section]) {
      const { consultation } = entry;
      if (consultation === undefined || withheld.has(entry.id)) continue;
      const known = members.get(consultation);
      if (known) known.push(entry);
      else members.set(consultation, [entry]);
    }
  }
  return members;
}

/** Entries as they stood: each followed by those that stand in it, siblings by their order. */
function inOrder(members: readonly AnyEntry[]): readonly AnyEntry[] {
  const ids = new Set(members.map(({ id }) => id));
  const children = new Map<string, AnyEntry[]>();
  for (const entry of members) {
    const parent = entry.within !== undefined && ids.has(entry.within) ? entry.within : "";
    const known = children.get(parent);
    if (known) known.push(entry);
    else children.set(parent, [entry]);
  }
  for (const siblings of children.values())
    siblings.sort((left, right) => left.order - right.order);
  const ordered = new Set<AnyEntry>();
  const waiting = (children.get("") ?? []).toReversed();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (ordered.has(entry)) continue;
    ordered.add(entry);
    waiting.push(...(children.get(entry.id) ?? []).toReversed());
  }
  // Entries that stand in one another have no place of their own.
  for (const entry of members) ordered.add(entry);
  return [...ordered];
}
