import { dateOfEffective } from "@gp2gp/core";
import type { AnyEntry, Effective } from "@gp2gp/core";
import type { OutputElement } from "@gp2gp/xml";
import { markLine } from "../carried-marks.ts";
import type { DetailsSubject } from "../carried-marks.ts";
import { writeConsultation } from "../sections/consultations/write-consultation.ts";
import { performerNameOf } from "../sections/consultations/performer-name.ts";
import { nativeDataOf } from "../native-data.ts";
import { dateFromWire, dateToWire, nearestDateTime } from "../wire/lexical.ts";
import { toOutput } from "../wire/wire-output.ts";
import type { ItemName, WireInput } from "../wire/wire-types.ts";
import { carriedOf, carryInText } from "./carry.ts";
import type { Carried } from "./carry.ts";
import type { ClientWriting } from "./client-writing.ts";
import { carrierOf } from "./form.ts";
import type { Item } from "./item.ts";
import { numberItems, orderList } from "./item-order.ts";
import type { NumberedItem } from "./item-order.ts";
import { ownDate } from "./layout.ts";
import type { EventPlan } from "./layout.ts";
import { looksLikeDetails, narrativeLines, writeDetails } from "./write-details.ts";
import type { Details } from "./write-details.ts";
import type { RawParts } from "./raw-parts.ts";

/** What an event is written with. */
export interface EventContext {
  readonly writing: ClientWriting;
  readonly rankElsewhere: ReadonlyMap<string, number>;
  readonly linkedProblems: ReadonlyMap<string, ReadonlySet<string>>;
  readonly raw: RawParts;
}

/** Writes events one after the other: their numbers are part of the ids made for what is in them. */
export class EventWriter {
  readonly elements: OutputElement[] = [];
  readonly #context: EventContext;

  constructor(context: EventContext) {
    this.#context = context;
  }

  /** An event of entries that stand in no consultation, or of narratives alone. */
  addApart(items: readonly Item[], details: readonly Details[] = []): OutputElement {
    const [first] = items;
    const date = first && ownDate(first.entry);
    const dateTime = date === undefined ? undefined : nearestDateTime(date);
    const shown = dateTime === undefined ? undefined : dateFromWire(dateTime, "dateTime");
    const attributes: WireInput<"Event"> = {
      "@DateTime": dateTime,
      ...(first && items.length === 1 && performerNameOf(first.entry, this.#context.writing)),
    };
    const seed = this.#seed(undefined);
    return this.#add({ attributes, seed, date: shown, isExact: true, items, details });
  }

  addConsultation(plan: EventPlan): void {
    const { consultation, items, order } = plan;
    if (!consultation) return;
    const { writing, linkedProblems } = this.#context;
    const number = this.elements.length + 1;
    const { attributes, carried, seed } = writeConsultation(consultation, number, writing);
    const details: Details[] = [];
    const numbered = numberItems(items);
    const listed = orderList(numbered, order);
    if (listed || carried.lines.length > 0) {
      const subject: DetailsSubject = { kind: "event", ...(listed && { order: listed }) };
      details.push({ subject, carried, recordedAs: "consultations" });
    }
    const uids = [...(linkedProblems.get(consultation.id) ?? [])].toSorted();
    const date = dateOfEffective(consultation.effective);
    this.#add({
      attributes: { ...attributes, LinkedProblemUID: uids },
      seed,
      date,
      isExact: date === undefined || dateToWire(date, "dateTime", writing.version) !== undefined,
      items,
      details,
      consultation,
    });
  }

  #seed(uid: string | undefined): string {
    return this.#context.writing.ids.eventSeed(uid, this.elements.length + 1);
  }

  #add(event: {
    readonly attributes: WireInput<"Event">;
    readonly seed: string;
    readonly date: string | undefined;
    /** Whether the time of the event is not just the nearest to its date, which is then carried. */
    readonly isExact: boolean;
    readonly items: readonly Item[];
    readonly details: readonly Details[];
    readonly consultation?: AnyEntry;
  }): OutputElement {
    const { writing, raw } = this.#context;
    const pointer = `${clinicalPointer(writing)}/Event[${this.elements.length + 1}]`;
    const numbered = numberItems(event.items);
    const narratives = numbered.filter(({ item }) => item.form.name === "Narrative").length;
    const details: Details[] = [];
    const children: OutputElement[] = [];
    for (const written of numbered) {
      const { output, more } = this.#item(written, { ...event, pointer });
      children.push(output);
      details.push(...more);
    }
    const companions = [...details, ...event.details].map((narrative, index) =>
      writeDetails(narrative, `${pointer}/Narrative[${narratives + index + 1}]`, writing),
    );
    const { LinkedProblemUID, ...attributes } = event.attributes;
    const links = toOutput("Event", "Event", { LinkedProblemUID }).children;
    const own = toOutput("Event", "Event", attributes);
    const arranged = arrange(children, companions, writing);
    const bare = { ...own, children: [...arranged, ...links] };
    const element = event.consultation ? raw.insert(bare, event.consultation.id, "Event") : bare;
    this.elements.push(element);
    return element;
  }

  #item(
    { item, number }: NumberedItem,
    event: {
      readonly seed: string;
      readonly date: string | undefined;
      readonly isExact: boolean;
      readonly pointer: string;
      readonly consultation?: AnyEntry;
    },
  ): { readonly output: OutputElement; readonly more: readonly Details[] } {
    const { writing, raw } = this.#context;
    const { entry, form, facts } = item;
    const name = form.name as ItemName;
    if (writing.ids.isItem(entry.id, event.seed, name, number)) facts.take("id");
    // In a plain form the section's own members are known only by what is carried.
    if (form.recordedAs === undefined && "statement" in entry && entry.statement === entry.id)
      facts.take("statement");
    const marks = [
      ...(form.marks ?? []),
      ...this.#placeMarks(item, event.consultation),
      ...this.#dateMarks(item, event),
    ];
    const { reasons, blocksPrescribing } = form;
    const carried = carriedOf({ ...item, marks, reasons, blocksPrescribing }, writing);
    const pointer = `${event.pointer}/${name}[${number}]`;
    const carrier = carrierFor(item, writing);
    const fields: Record<string, unknown> = { ...form.fields, ...problemFields(item) };
    const more: Details[] = [];
    if (carrier === undefined) {
      if (carried.lines.length > 0)
        more.push({ subject: { kind: "item", name, number }, carried, recordedAs: item.section });
    } else {
      const at = { part: writing.part, pointer: `${pointer}/${carrier}[1]`, as: asOf(item) };
      const recordedAs = recordedAsOf(item, carried);
      const text = carryInText(form.text, carried, { recordedAs, at }, writing);
      setText(fields, carrier, text, item, writing);
    }
    if (item.problem) {
      const { facts: problemFacts, marks: problemMarks } = item.problem;
      const about = carriedOf(
        {
          facts: problemFacts,
          record: problemFacts.pointer,
          section: "problems",
          marks: problemMarks,
          reasons: { significance: "value-not-representable" },
        },
        writing,
      );
      if (about.lines.length > 0)
        more.push({
          subject: { kind: "item", name, number },
          carried: about,
          recordedAs: "problems",
        });
    }
    const output = toOutput(name, name, fields as WireInput<ItemName>);
    return { output: raw.insert(output, entry.id, name), more };
  }

  /** That an entry stands in no consultation, or in another one than its event, and its place there. */
  #placeMarks(item: Item, consultation: AnyEntry | undefined): string[] {
    const { entry, facts, componentOf } = item;
    if (componentOf !== undefined) return [];
    if (consultation) {
      facts.take("consultation");
      return [];
    }
    const absent = entry.consultation === undefined ? [markLine("consultation", false)] : [];
    return item.section === "problems" ? absent : [...absent, ...this.#orderMark(entry)];
  }

  /** The date an entry inherits from its event is its own, is another and carried, or is none of its own. */
  #dateMarks(
    { entry, form, facts, record, section }: Item,
    event: {
      readonly date: string | undefined;
      readonly isExact: boolean;
      readonly pointer: string;
    },
  ): string[] {
    const { date, isExact, pointer } = event;
    if (!form.dated || date === undefined) return [];
    if (entry.effective === undefined) return [markLine("effective", false)];
    if (!isPointAt(entry.effective, date)) return [];
    facts.take("effective");
    const { losses, part } = this.#context.writing;
    // The event shows the nearest time and carries the very date, for itself and for what stands in it.
    if (!isExact)
      losses.push({
        type: "degraded",
        record: `${record}/effective`,
        section,
        reason: "precision-not-representable",
        carriedAs: { part, pointer, as: "narrative" },
      });
    return [];
  }

  #orderMark(entry: AnyEntry): string[] {
    const rank = this.#context.rankElsewhere.get(entry.id);
    if (rank !== undefined) return [markLine("order", rank)];
    const hasSiblings = entry.within !== undefined || entry.consultation !== undefined;
    return hasSiblings ? [markLine("order", entry.order)] : [];
  }
}

function clinicalPointer({ version }: ClientWriting): string {
  return version === "patient-record"
    ? "/PatientRecord/Patient[1]/Clinical[1]"
    : "/ClientIntegrationResponse/Response[1]/Clinical[1]";
}

function isPointAt(effective: Effective, date: string): boolean {
  return effective.kind === "point" && effective.at === date;
}

function problemFields({ form, problem, linkedProblems, entry }: Item): WireInput<"ClinicalCode"> {
  const others = [...linkedProblems].filter((uid) => uid !== problem?.uid).toSorted();
  const own = problem?.uid === undefined ? [] : [problem.uid];
  const recorded = nativeDataOf(entry).linkedProblems;
  const uids = [...own, ...others];
  const isSame = recorded?.toSorted().join(" ") === uids.toSorted().join(" ");
  const isOwnFirst = problem?.uid === undefined || recorded?.[0] === problem.uid;
  return {
    ...(form.name === "ClinicalCode" ? problem?.fields : {}),
    ...(uids.length > 0 && { LinkedProblemUID: isSame && isOwnFirst ? recorded : uids }),
  };
}

function carrierFor({ entry, form }: Item, { version }: ClientWriting): string | undefined {
  const usual = carrierOf(form.name, version);
  const recorded = nativeDataOf(entry).textElement;
  return form.name === "Recall" && recorded === "FreeText" ? recorded : usual;
}

/** A narrative of an entry that reads like further details says what it is. */
function recordedAsOf({ form }: Item, { lines }: Carried): Item["section"] | undefined {
  if (form.recordedAs !== undefined) return form.recordedAs;
  const isMistakable = form.name === "Narrative" && looksLikeDetails(form.text);
  return isMistakable && lines.length > 0 ? "narratives" : undefined;
}

function asOf({ form }: Item): "narrative" | "text" {
  return form.name === "Narrative" ? "narrative" : "text";
}

function setText(
  fields: Record<string, unknown>,
  carrier: string,
  text: string | undefined,
  { form, entry }: Item,
  { version }: ClientWriting,
): void {
  if (form.name === "Narrative")
    fields[carrier] = narrativeLines(text ?? "", version, nativeDataOf(entry).lines);
  else if (text !== undefined) fields[carrier] = text;
  else if (form.name === "Reminder" || form.name === "CarePlan") fields[carrier] = "";
}

/** Companions follow the narratives; after them the published schema has sensitivities. */
function arrange(
  children: readonly OutputElement[],
  companions: readonly OutputElement[],
  { version }: ClientWriting,
): readonly OutputElement[] {
  if (version === "client-integration") return [...children, ...companions];
  const after = children.filter(({ name }) => name === "DrugSensitivity");
  const before = children.filter(({ name }) => name !== "DrugSensitivity");
  return [...before, ...companions, ...after];
}
