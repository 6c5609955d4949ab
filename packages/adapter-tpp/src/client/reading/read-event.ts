import { dateOfEffective, newEntry, standInIssue } from "@gp2gp/core";
import type { AnyEntry, CarriedText, Effective, EntrySection } from "@gp2gp/core";
import { componentOfMark, memberOf } from "../carried-marks.ts";
import { tppSystems } from "../client-ids.ts";
import type { NativeData } from "../native-data.ts";
import { dateOfEvent, readConsultation } from "../sections/consultations/read-consultation.ts";
import { headerOf, readConcept } from "../sections/observations/read-clinical-code.ts";
import { readItem } from "../sections/read-item.ts";
import type { WireNode } from "../wire/wire-node.ts";
import type { ClientReading, Home } from "./client-reading.ts";
import { eventItems, isConsultation, itemKey } from "./event-items.ts";
import type { EventItem, EventItems } from "./event-items.ts";
import type { ItemReading, ItemStart } from "./item-start.ts";
import { restoreCarried } from "./restore-carried.ts";

/** An event that was looked through and not yet read. */
export interface PreparedEvent {
  readonly node: WireNode<"Event">;
  readonly number: number;
  readonly uid: string | undefined;
  readonly seed: string;
  readonly items: EventItems;
}

/** Looks through an event: its uid, its items, and what these carry. */
export function prepareEvent(
  node: WireNode<"Event">,
  number: number,
  reading: ClientReading,
): PreparedEvent {
  const items = eventItems(node);
  const uid = isConsultation(items) ? node.attribute("EventUID") : undefined;
  return { node, number, uid, seed: reading.ids.eventSeed(uid, number), items };
}

/** Reads the agents an event carries, before anything refers to them. */
export function readCarriedAgents(event: PreparedEvent, reading: ClientReading): Set<EventItem> {
  const read = new Set<EventItem>();
  for (const item of event.items.entries) {
    if (item.carried.recordedAs !== "agents") continue;
    const start = startOf(item, event, undefined, {}, reading);
    const restored = restoreCarried("agents", { ...start.shape, texts: start.texts }, item.carried);
    if (!restored) continue;
    reading.add("agents", restored, item.item.node.element);
    reading.agents.know(restored);
    read.add(item);
  }
  return read;
}

/** Reads an event: the consultation it stands for, and all that is in it but what was read before. */
export function readEvent(
  event: PreparedEvent,
  read: ReadonlySet<EventItem>,
  reading: ClientReading,
): void {
  const { node, items } = event;
  const consultation = isConsultation(items) ? addConsultation(event, reading) : undefined;
  const at = consultation ? consultation.at : ignoredAttributes(node);
  const dated = at === undefined ? {} : { effective: { kind: "point", at } as const };
  for (const stray of items.strays)
    reading.report("carried-text-unreadable", { source: stray.node.location });
  for (const item of items.entries) {
    if (!read.has(item))
      addItem(item, startOf(item, event, consultation?.id, dated, reading), reading);
  }
}

/** In an event that was made for entries elsewhere, who and where only show what its entries carry. */
function ignoredAttributes(node: WireNode<"Event">): string | undefined {
  node.attribute("UserName");
  node.attribute("DoneBy");
  node.attribute("DoneAt");
  return dateOfEvent(node);
}

function addConsultation(
  { node, number, uid, seed, items }: PreparedEvent,
  reading: ClientReading,
): { readonly id: string; readonly at: string | undefined } {
  const referral = node.attribute("LinkedReferralUID");
  const carriedId = memberOf(items.ofEvent?.carried.facts ?? [], "id");
  const id = typeof carriedId === "string" ? carriedId : reading.ids.of(seed);
  const consultation = readConsultation(node, { id, uid, number, items }, reading);
  const home = reading.add("consultations", consultation, node.element);
  if (items.ofEvent) reading.homes.set(items.ofEvent.node.element, home);
  reading.problems.add({
    uids: wordsIn(node.texts("LinkedProblemUID")),
    entry: consultation.id,
    source: node.location,
  });
  if (referral !== undefined) {
    reading.add("links", {
      ...newEntry(
        reading.ids.referralLink(consultation.id, referral),
        reading.draft.links.length,
        node.location,
      ),
      kind: "refers-to",
      from: consultation.id,
      targets: [reading.ids.referral(referral)],
      identifiers: [{ system: tppSystems.referral, value: referral }],
    });
    reading.report("reference-unresolved", { source: node.location });
  }
  return { id: consultation.id, at: dateOfEffective(consultation.effective) };
}

function startOf(
  { item, order, free, carried }: EventItem,
  { seed, items }: PreparedEvent,
  consultation: string | undefined,
  dated: { readonly effective?: Effective },
  reading: ClientReading,
): ItemStart {
  const carriedId = memberOf(carried.facts, "id");
  const id =
    typeof carriedId === "string" ? carriedId : reading.ids.item(seed, item.name, item.number);
  const isComponent = memberOf(carried.facts, componentOfMark) !== undefined;
  const text = carried.text.trim() === "" || !free ? undefined : carried.text;
  const problem = items.ofItems.get(itemKey(item.name, item.number, "problems"));
  return {
    shape: {
      ...newEntry(id, order, item.node.location),
      ...(consultation !== undefined && !isComponent && { consultation }),
    },
    dated,
    text,
    texts: text === undefined ? [] : [{ text, role: "note" }],
    carried,
    problem: { carried: problem?.carried, narrative: problem?.node.element },
    native: nativeOfText(item.name, free, reading),
  };
}

/** What has to be remembered of how the free text stood. */
function nativeOfText(
  name: EventItem["item"]["name"],
  free: EventItem["free"],
  { version }: ClientReading,
): NativeData {
  if (name === "Recall" && free) {
    const usual = version === "client-integration" ? "Comments" : "FreeText";
    return free.element === usual ? {} : { textElement: free.element };
  }
  const isInLines = name === "Narrative" && free && version === "client-integration";
  return isInLines && free.lines.some((line) => line.includes("\n"))
    ? { lines: [...free.lines] }
    : {};
}

function addItem(eventItem: EventItem, start: ItemStart, reading: ClientReading): void {
  const { item, carried } = eventItem;
  const { node } = item;
  const read = isPlainForm(eventItem)
    ? readPlainForm(eventItem, start)
    : readItem(item, start, reading);
  const uids = wordsIn((node as WireNode<"Narrative">).texts("LinkedProblemUID"));
  const restored = restoredOf(read, carried);
  if (!restored) reading.report("carried-text-unreadable", { source: node.location });
  const { section, entry } = restored ?? withWholeText(eventItem, start, read);
  const composite = memberOf(carried.facts, componentOfMark);
  if (restored && typeof composite === "string" && section === "observations")
    reading.components.add(composite, entry, node.element);
  else reportStandIn(entry, reading.add(section, entry, node.element), reading);
  const header = read.header && { header: read.header };
  const { id, consultation } = entry;
  reading.problems.add({ uids, entry: id, consultation, source: node.location, ...header });
}

/** A code that another system put in the place of one is kept; a drug allergy behind it no decision support can read. */
function reportStandIn(
  { concept, source }: AnyEntry,
  { path }: Home,
  reading: ClientReading,
): void {
  const code = standInIssue(concept);
  if (code !== undefined) reading.report(code, { record: path, source });
}

/** Whether an item is the plain form of an entry of a section it names. */
function isPlainForm({ item, carried }: EventItem): boolean {
  const isPlain = item.name === "ClinicalCode" || item.name === "Narrative";
  return isPlain && carried.recordedAs !== undefined;
}

const supplySections: ReadonlySet<EntrySection | undefined> = new Set([
  "authorisations",
  "issues",
  "dispenses",
  "discontinuations",
]);

/** What the plain form itself says of an entry; the members of its own section are carried. */
function readPlainForm(
  { item, carried: { recordedAs } }: EventItem,
  start: ItemStart,
): ItemReading {
  const { shape, dated, texts } = start;
  const section = recordedAs ?? "narratives";
  const statement = supplySections.has(section) ? { statement: shape.id } : {};
  if (item.name !== "ClinicalCode")
    return { section, entry: { ...shape, texts, ...statement } as AnyEntry };
  const header = headerOf(item.node, start);
  const { concept, shown } = readConcept(item.node, start.carried);
  return {
    section,
    entry: { ...shape, ...dated, ...(concept && { concept }), texts, ...statement } as AnyEntry,
    ...(header && { header }),
    ...(shown && { shown }),
  };
}

interface Outcome {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
}

function restoredOf(
  { section, entry, standIns }: ItemReading,
  carried: CarriedText,
): Outcome | undefined {
  if (carried.facts.length === 0 && carried.recordedAs === undefined) return { section, entry };
  const restored = restoreCarried(section, entry, carried, {
    effective: ["effective"],
    ...standIns,
  });
  return restored && { section, entry: restored };
}

/** What the item itself says, with all of its text, where what that carried cannot be put back. */
function withWholeText(
  eventItem: EventItem,
  { shape, dated }: ItemStart,
  { section, entry, shown }: ItemReading,
): Outcome {
  const { item, free, carried } = eventItem;
  const whole = free ? [{ text: free.text, role: "note" as const }] : [];
  const concept = shown && { concept: shown };
  if (!isPlainForm(eventItem)) {
    const others = entry.texts.filter(({ text }) => text !== carried.text);
    return { section, entry: { ...entry, ...concept, texts: [...whole, ...others] } };
  }
  return item.name === "ClinicalCode"
    ? { section: "observations", entry: { ...shape, ...dated, ...concept, texts: whole } }
    : { section: "narratives", entry: { ...shape, texts: whole } };
}

function wordsIn(texts: readonly string[]): string[] {
  return texts.filter((text) => text.trim() !== "");
}
