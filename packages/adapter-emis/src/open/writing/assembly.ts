import type { AnyEntry, EntryId, EntryOf, EntrySection } from "@gp2gp/core";
import { factsOf } from "@gp2gp/core";
import { emisDataOf, formatId } from "../emis-data.ts";
import {
  writeAppointment,
  writeNote,
} from "../sections/appointments-and-tasks/write-appointments.ts";
import { writeLocation, writePerson } from "../sections/agents/write-agents.ts";
import { writeConsultation } from "../sections/consultations/write-consultation.ts";
import { isInvestigation, writeInvestigation } from "../sections/groups/write-investigation.ts";
import { writeReport } from "../sections/pathology/write-report.ts";
import type { WireConsultationElement } from "../wire/consultation-types.ts";
import type { WireEvent } from "../wire/coded-item-types.ts";
import type { AnyWire } from "../wire/wire-spec.ts";
import { ElementAssembly, patchedElement } from "./assemble-elements.ts";
import type { ElementMade } from "./assemble-elements.ts";
import { assembleRegistration } from "./assemble-registration.ts";
import { canBeRestricted, formOf } from "./entry-form.ts";
import type { EntryForm } from "./entry-form.ts";
import { workOn } from "./entry-work.ts";
import type { EntryWork, Position } from "./entry-work.ts";
import { isFacet } from "./prepare-problems.ts";
import type { IndexedEntry } from "./record-index.ts";
import { ownersOf, writeItem } from "./write-item.ts";
import type { Writing } from "./writing.ts";

/** The lists of a medical record, by the name of the list and of what is in it. */
export const listItems = {
  MedicationList: "Medication",
  IssueList: "Issue",
  AllergyList: "Allergy",
  AlertList: "Alert",
  EventList: "Event",
  InvestigationList: "Investigation",
  ReferralList: "Referral",
  AttachmentList: "Attachment",
  DiaryList: "Diary",
  EDIPathologyReportList: "PathologyReport",
  ConsultationList: "Consultation",
  TestRequestHeaderList: "TestRequestHeader",
  NoteList: "Note",
  AppointmentList: "Appointment",
  PeopleList: "Person",
  LocationList: "Location",
} as const;
export type ListName = keyof typeof listItems;

const listOfForm: { readonly [Form in EntryForm]?: ListName } = Object.fromEntries(
  Object.entries(listItems).map(([list, item]) => [item, list as ListName]),
);

/** An item of a consultation element, or of a list. */
export interface ItemMade {
  readonly field: string;
  readonly wire: AnyWire;
  readonly owner: AnyEntry;
  /** The item stands in its list; this names it. */
  readonly reference?: boolean;
}

export interface ConsultationMade {
  readonly id: EntryId;
  readonly elements: readonly ElementMade[];
}

/** Puts every entry of a record into the lists of a medical record. */
export class Assembly {
  readonly writing: Writing;
  readonly lists: { readonly [List in ListName]: AnyWire[] };
  readonly consultations: ConsultationMade[] = [];
  readonly #registration: IndexedEntry[] = [];
  readonly #seen = new Set<EntryId>();
  readonly #deleted = new Map<string, AnyWire[]>();
  #referred: Set<string> | undefined;

  constructor(writing: Writing) {
    this.writing = writing;
    const names = Object.keys(listItems) as ListName[];
    this.lists = Object.fromEntries(names.map((name) => [name, [] as AnyWire[]])) as never;
    for (const residue of writing.record.residue) {
      const place = residue.format === formatId ? deletedPlace(residue.content) : undefined;
      if (!place) continue;
      const items = this.#deleted.get(place.key);
      if (items) items.push(place.item);
      else this.#deleted.set(place.key, [place.item]);
    }
  }

  run(): ReturnType<typeof assembleRegistration> {
    this.#addLevels(this.writing.index.children());
    // Whatever stands in a circle.
    for (const indexed of this.writing.index.all()) this.#addLevels([indexed]);
    for (const list of Object.keys(listItems) as ListName[])
      this.lists[list].push(...(this.#deleted.get(list) ?? []));
    return assembleRegistration(this.#registration, this);
  }

  deletedElements(consultation: EntryId): readonly WireConsultationElement[] {
    return this.#deleted.get(consultation) ?? [];
  }

  /** Whether anything but the entries in it refers to an entry. */
  isReferredTo(id: EntryId): boolean {
    this.#referred ??= new Set(this.#references());
    return this.#referred.has(id);
  }

  *#references(): Iterable<string> {
    for (const { entry } of this.writing.index.all()) {
      for (const { path, value } of factsOf(entry)) {
        const own =
          path.length === 1 &&
          (path[0] === "id" || path[0] === "within" || path[0] === "consultation");
        if (typeof value === "string" && !own) yield value;
      }
    }
  }

  /** Marks an entry as written. */
  see(id: EntryId): void {
    this.#seen.add(id);
  }

  isSeen(id: EntryId): boolean {
    return this.#seen.has(id);
  }

  #addTop(child: IndexedEntry): void {
    const { section, entry } = child;
    if (this.#seen.has(entry.id)) return;
    const form = formOf(section, entry);
    if (form === "Consultation") {
      this.#addConsultation(child as IndexedEntry<"consultations">);
      return;
    }
    for (const { field, wire } of this.itemsOf(child, {})) {
      const list = listOfForm[field as EntryForm] ?? "EventList";
      this.lists[list].push(wire);
    }
  }

  /**
   * Entries, then what stands in them, and so on, each in the order of the lists: the order in a list
   * hangs on nothing that reading it does not give back.
   */
  #addLevels(entries: readonly IndexedEntry[]): void {
    for (let level = entries; level.length > 0;) {
      const before = new Set(level.filter(({ entry }) => this.#seen.has(entry.id)));
      // What a consultation puts into the lists comes after what stands in none.
      for (const last of [false, true])
        for (const child of level)
          if ((child.section === "consultations") === last) this.#addTop(child);
      const ranked = level
        .filter((child) => !before.has(child))
        .toSorted((left, right) => rankOf(left) - rankOf(right));
      level = ranked.flatMap((child) => {
        const children = this.looseChildren(child);
        this.#reportOrder(children);
        return children;
      });
    }
  }

  /** Neighbours that go into lists of their own keep no order among them. */
  #reportOrder(children: readonly IndexedEntry[]): void {
    const lists = new Set(children.map(({ section, entry }) => formOf(section, entry)));
    if (lists.size < 2) return;
    for (const { section, index } of children) {
      this.writing.losses.push({
        type: "degraded",
        record: `/${section}/${index}/order`,
        section,
        reason: "no-place",
      });
    }
  }

  #addConsultation(child: IndexedEntry<"consultations">): void {
    const { entry, index } = child;
    this.#seen.add(entry.id);
    const work = workOn("consultations", index, { entry, position: {} });
    const { wire, carrier } = writeConsultation(work, this.writing);
    const elements = new ElementAssembly(entry.id, this);
    elements.run(carrier);
    this.consultations.push({ id: entry.id, elements: elements.made });
    const made = elements.made.map((element) => patchedElement(element, this.writing));
    const ElementList = made.length > 0 ? { ConsultationElement: made } : wire.ElementList;
    this.lists.ConsultationList.push({ ...wire, ElementList } as AnyWire);
  }

  /**
   * The items an entry is written as at a position of a consultation, or of a list where there is no
   * consultation. What belongs in a list goes there, and a consultation names it.
   */
  itemsOf(child: IndexedEntry, position: Position): readonly ItemMade[] {
    const { section, entry } = child;
    if (this.#seen.has(entry.id)) return [];
    this.#seen.add(entry.id);
    const { writing } = this;
    const form = formOf(section, entry);
    if (this.#isWithheld(child, form)) return [];
    const inConsultation = position.consultation !== undefined;
    switch (form) {
      case "Person":
      case "Location":
      case "Appointment":
      case "Note":
      case "PathologyReport":
        this.#addListed(child, form);
        return [];
      case "Registration":
      case "RegistrationHistory":
      case "StatusHistory":
      case "CurrentStatus":
      case "ScreenMessage":
      case "MedicationMessage":
      case "MedicationReviewDate":
        this.#registration.push(child);
        return [];
      case "ReferralLinkList":
        return this.#isHeld(child) ? [] : this.#asEvent(child, position);
      case "Consultation":
        this.#seen.delete(entry.id);
        this.#addConsultation(child as IndexedEntry<"consultations">);
        return [];
      case "Problem":
        if (!isFacet(entry, writing)) return this.#asEvent(child, position);
        this.#seeBelow(entry.id);
        return [];
      case "CareAim":
      case "CarePlan":
      case "EDIInvestigation":
      case "EDIOrder":
      case "PathologyEvent":
      case "TestRequest":
        return this.#asEvent(child, position);
      case "Group":
        return this.#groupItems(child as IndexedEntry<"groups">, position);
      case "Reference":
        return this.#reference(child as IndexedEntry<"links">, position);
      case "Medication":
      case "Issue":
      case "Allergy":
      case "Alert":
        return inConsultation && !this.#isOwnElement(child, form)
          ? this.#listedItem(child, { form, position })
          : this.#items(child, { form, position });
      case "Event":
      case "Attachment":
      case "Referral":
      case "Diary":
      case "TestRequestHeader":
        return inConsultation && emisDataOf(entry)?.listed === true
          ? this.#listedItem(child, { form, position })
          : this.#items(child, { form, position });
    }
  }

  /** A course or allergy that EMIS had in the consultation itself. */
  #isOwnElement({ entry }: IndexedEntry, form: EntryForm): boolean {
    const data = emisDataOf(entry);
    const element = form === "Medication" || form === "Allergy";
    return element && data?.form === "ConsultationElement" && data.listed !== true;
  }

  #items(
    child: IndexedEntry,
    { form, position }: { form: EntryForm; position: Position },
  ): readonly ItemMade[] {
    if (form === "TestRequestHeader") this.#seeBelow(child.entry.id);
    const wires = writeItem(child, { form, position, writing: this.writing });
    const owners = ownersOf(child, wires.length);
    const field =
      form === "TestRequestHeader" && position.consultation !== undefined ? "TestRequest" : form;
    return wires.map((wire, at) => ({ field, wire, owner: this.#owner(child, owners[at]) }));
  }

  #owner({ section, entry }: IndexedEntry, id: EntryId | undefined): AnyEntry {
    if (section !== "observations" || id === entry.id) return entry;
    const { components = [] } = entry as EntryOf<"observations">;
    return components.find((component) => component.id === id) ?? entry;
  }

  /** Into its list, with an element that names it where it was. */
  #listedItem(
    child: IndexedEntry,
    { form, position }: { form: EntryForm; position: Position },
  ): readonly ItemMade[] {
    const { entry } = child;
    const list = listOfForm[form] ?? "EventList";
    for (const wire of writeItem(child, { form, position, writing: this.writing }))
      this.lists[list].push(wire);
    const field = form === "Issue" ? "Medication" : form === "Alert" ? "Event" : form;
    return [this.#referenceTo(entry.id, { field, owner: entry })];
  }

  #referenceTo(id: EntryId, { field, owner }: { field: string; owner: AnyEntry }): ItemMade {
    const wire: AnyWire = {
      ...this.writing.idents.of(id),
      FileStatus: "3",
      ...(field === "Medication" && { Drug: {} }),
      ...(field === "Attachment" && { Address: "" }),
    };
    return { field, wire, owner, reference: true };
  }

  #reference(child: IndexedEntry<"links">, position: Position): readonly ItemMade[] {
    const [target] = child.entry.targets;
    const found = this.writing.index.find(target);
    if (!found || target === undefined || position.consultation === undefined)
      return this.#asEvent(child, position);
    const form = formOf(found.section, found.entry);
    const field =
      form === "Medication" || form === "Issue"
        ? "Medication"
        : form === "Allergy"
          ? form
          : "Event";
    return [this.#referenceTo(target, { field, owner: child.entry })];
  }

  #groupItems(child: IndexedEntry<"groups">, position: Position): readonly ItemMade[] {
    const { entry, index } = child;
    const { writing } = this;
    const children = writing.index.children(entry.id);
    if (!isInvestigation(child, children)) return this.#asEvent(child, position);
    const work = workOn("groups", index, { entry, position });
    const inner = { ...position, within: entry.id };
    const events = children.flatMap((observation) => {
      this.#seen.add(observation.entry.id);
      return writeItem(observation, { form: "Event", position: inner, writing });
    });
    const wire = writeInvestigation(work, events as readonly WireEvent[], writing) as AnyWire;
    return [{ field: "Investigation", wire, owner: entry }];
  }

  #asEvent(child: IndexedEntry, position: Position): readonly ItemMade[] {
    return this.#items(child, { form: "Event", position });
  }

  #addListed({ section, index, entry }: IndexedEntry, form: EntryForm): void {
    const { writing, lists } = this;
    const work: EntryWork = workOn(section, index, { entry, position: {} });
    const push = (list: ListName, wire: object): void => void lists[list].push(wire as AnyWire);
    if (form === "Person") push("PeopleList", writePerson(work as EntryWork<"agents">, writing));
    else if (form === "Location")
      push("LocationList", writeLocation(work as EntryWork<"agents">, writing));
    else if (form === "Appointment")
      push("AppointmentList", writeAppointment(work as EntryWork<"appointmentsAndTasks">, writing));
    else if (form === "Note")
      push("NoteList", writeNote(work as EntryWork<"appointmentsAndTasks">, writing));
    else {
      this.#seeBelow(entry.id);
      push("EDIPathologyReportList", writeReport(work as EntryWork<"testReports">, writing));
    }
  }

  /** The children of an entry that are not part of its own element. */
  looseChildren({ entry }: IndexedEntry): readonly IndexedEntry[] {
    return this.writing.index
      .children(entry.id)
      .filter(({ entry: child }) => !this.#seen.has(child.id));
  }

  /** Marks what stands in an entry's own element as written with it. */
  #seeBelow(id: EntryId): void {
    for (const { section, entry } of this.writing.index.children(id)) {
      const form = formOf(section, entry);
      if (!innerForms.has(form) || this.#seen.has(entry.id)) continue;
      this.#seen.add(entry.id);
      this.#seeBelow(entry.id);
    }
  }

  #isHeld({ entry }: IndexedEntry): boolean {
    const from = "from" in entry ? entry.from : undefined;
    return from !== undefined && this.writing.referralLinks.has(from);
  }

  /** Confidential entries where EMIS has no policy for them: left out if that is what the caller wants. */
  #isWithheld({ section, index, entry }: IndexedEntry, form: EntryForm): boolean {
    if (entry.confidentiality.length === 0 || canBeRestricted(form)) return false;
    if (this.writing.context.confidential === "carry") return false;
    this.writing.losses.push({
      type: "withheld",
      record: `/${section}/${index}`,
      section: section as EntrySection,
      reason: "confidential",
    });
    return true;
  }
}

/** Forms of entries that stand in the element of another. */
const innerForms: ReadonlySet<EntryForm> = new Set([
  "EDIInvestigation",
  "PathologyEvent",
  "EDIOrder",
  "TestRequest",
  "CareAim",
  "CarePlan",
]);

const ranks = Object.keys(listItems) as ListName[];

/** The place of the list an entry is written in, of those that are written apart the first. */
function rankOf({ section, entry }: IndexedEntry): number {
  return ranks.indexOf(listOfForm[formOf(section, entry)] ?? "EventList");
}

/** Where an entry that EMIS marked as deleted stood, and the entry. */
function deletedPlace(content: unknown): { key: string; item: AnyWire } | undefined {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return undefined;
  const { list, consultation, item } = content as Readonly<Record<string, unknown>>;
  if (typeof list !== "string" || typeof item !== "object" || item === null) return undefined;
  const inElement = list === "ConsultationElement" && typeof consultation === "string";
  return { key: inElement ? consultation : list, item: item as AnyWire };
}
