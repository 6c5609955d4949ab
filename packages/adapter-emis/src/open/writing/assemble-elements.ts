import type { AnyEntry, Coded, EntryId, EntryOf, Json } from "@gp2gp/core";
import { labelOf } from "@gp2gp/core";
import { writeIntegerCode } from "../codecs/integer-code.ts";
import { emisDataOf, formatId } from "../emis-data.ts";
import { headingSystem } from "../sections/consultations/headings.ts";
import { consultationElementFields } from "../wire/consultation-types.ts";
import type { WireConsultationElement } from "../wire/consultation-types.ts";
import type { WireEvent } from "../wire/coded-item-types.ts";
import type { WireIntegerCode } from "../wire/ident-types.ts";
import type { AnyWire } from "../wire/wire-spec.ts";
import type { Assembly } from "./assembly.ts";
import type { EntryWork } from "./entry-work.ts";
import { workOn } from "./entry-work.ts";
import { holdsAll } from "./holds-all.ts";
import type { IndexedEntry } from "./record-index.ts";
import type { Writing } from "./writing.ts";

/** One element, and the entry whose record holds what EMIS said of the element itself. */
export interface ElementMade {
  readonly element: WireConsultationElement;
  readonly owner: AnyEntry | undefined;
  /** The member of the element that is an entry of its own; the rest is the element's. */
  readonly item: string | undefined;
}

interface Page {
  readonly section?: string | undefined;
  readonly header?: WireIntegerCode | undefined;
  readonly within?: EntryId | undefined;
}

/** ProblemSection is a signed byte. */
const lastPage = 127;

/** The elements of one consultation: its topics as pages, its categories as headings, entries in their order. */
export class ElementAssembly {
  readonly made: ElementMade[] = [];
  readonly #consultation: EntryId;
  readonly #assembly: Assembly;
  readonly #writing: Writing;
  #topics = 0;
  #categories = 0;
  /** Page and heading of the element before, which a new group must differ from. */
  #before = "";

  constructor(consultation: EntryId, assembly: Assembly) {
    this.#consultation = consultation;
    this.#assembly = assembly;
    this.#writing = assembly.writing;
  }

  run(carrier: WireEvent | undefined): void {
    if (carrier) this.#push({}, { Event: carrier }, { carrier: true });
    for (const child of this.#writing.index.children(this.#consultation)) this.#add(child, {});
    for (const element of this.#assembly.deletedElements(this.#consultation))
      this.made.push({ element, owner: undefined, item: undefined });
  }

  #add(child: IndexedEntry, page: Page): void {
    if (this.#assembly.isSeen(child.entry.id)) return;
    if (child.section === "groups") this.#addGroup(child as IndexedEntry<"groups">, page);
    else this.#addEntry(child, page);
  }

  #addGroup(child: IndexedEntry<"groups">, page: Page): void {
    const { entry } = child;
    const children = this.#writing.index.children(entry.id);
    if (entry.kind === "topic" && page.section === undefined && page.header === undefined) {
      if (this.#topics < lastPage) return this.#addTopic(child, children);
      this.#writing.report("consultation-too-many-pages", { record: `/groups/${child.index}` });
    }
    const header =
      entry.kind === "category" && page.header === undefined && headerOf(entry.concept);
    if (header) return this.#addCategory(child, { page, header: header.wire, exact: header.exact });
    return this.#addEntry(child, page);
  }

  #addTopic(child: IndexedEntry<"groups">, children: readonly IndexedEntry[]): void {
    this.#topics += 1;
    const { entry, index } = child;
    this.#assembly.see(entry.id);
    const section = String(this.#topics);
    const work = workOn("groups", index, {
      entry,
      position: { consultation: this.#consultation },
    });
    work.facts.take("kind");
    this.#takeId(work, `${formatId}:topic:${this.#consultation}:${this.#topics}`);
    const page: Page = { section, within: entry.id };
    this.#open(work, page, { force: false, empty: children.length === 0 });
    for (const inner of children) this.#add(inner, page);
  }

  #addCategory(
    { entry, index }: IndexedEntry<"groups">,
    { page, header, exact }: { page: Page; header: WireIntegerCode; exact: boolean },
  ): void {
    this.#categories += 1;
    this.#assembly.see(entry.id);
    const work = workOn("groups", index, {
      entry,
      position: { consultation: this.#consultation, within: page.within },
    });
    work.facts.take("kind");
    if (exact) work.facts.take("concept");
    this.#takeId(work, `${formatId}:category:${this.#consultation}:${this.#categories}`);
    const children = this.#writing.index.children(entry.id);
    const inner: Page = { section: page.section, header, within: entry.id };
    const force = this.#before === keyOf(inner);
    this.#open(work, inner, { force, empty: children.length === 0 });
    for (const child of children) this.#add(child, inner);
  }

  /** A group begins with what its number or heading does not say, or with an empty element where nothing is in it. */
  #open(
    work: EntryWork<"groups">,
    page: Page,
    { force, empty }: { force: boolean; empty: boolean },
  ): void {
    const carrier = this.#writing.carrier(work, "id", force);
    if (carrier) this.#push(page, { Event: carrier }, { carrier: true });
    else if (empty) this.#push(page, {}, { owner: work.entry });
  }

  /** An id that reading makes again, or that nothing refers to, needs no words. */
  #takeId({ entry, facts }: EntryWork<"groups">, seed: string): void {
    const { id } = entry;
    if (this.#writing.context.newId(seed) === id || !this.#assembly.isReferredTo(id))
      facts.take("id");
  }

  #addEntry(child: IndexedEntry, page: Page): void {
    const position = { consultation: this.#consultation, within: page.within };
    const items = this.#assembly.itemsOf(child, position);
    for (const { field, wire, owner, reference } of items) {
      const marks = { owner, ...(reference ? {} : { item: field }) };
      this.#push(page, { [field]: wire }, marks);
    }
    for (const inner of this.#assembly.looseChildren(child)) this.#add(inner, page);
  }

  #push(
    page: Page,
    item: AnyWire,
    { owner, item: field, carrier }: { owner?: AnyEntry; item?: string; carrier?: boolean },
  ): void {
    this.#before = keyOf(page);
    const order = this.made.length;
    const element: WireConsultationElement = {
      FileStatus: "0",
      DisplayOrder: order <= 32_767 ? String(order) : undefined,
      ProblemSection: page.section,
      Header: page.header,
      ...item,
    };
    if (carrier) this.made.push({ element, owner: undefined, item: "carrier" });
    else this.made.push({ element, owner, item: field });
  }
}

function keyOf({ section, header }: Page): string {
  return `${section ?? ""} ${header ? JSON.stringify(header) : ""}`;
}

/** The heading of a category, where it has words; `exact` where the heading is all the concept says. */
function headerOf(
  concept: Coded | undefined,
): { readonly wire: WireIntegerCode; readonly exact: boolean } | undefined {
  const label = labelOf(concept);
  if (!concept || label === undefined) return undefined;
  const written = writeIntegerCode(concept, headingSystem);
  if (!written) return { wire: { Term: label }, exact: false };
  const exact = holdsAll(concept, written.taken);
  return { wire: exact ? compact(written.wire) : { Term: label }, exact };
}

/** Without members that are not there, so that equal headings are the same text. */
function compact(wire: WireIntegerCode): WireIntegerCode {
  return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}

/** The element with what only EMIS's own record of it says put back. */
export function patchedElement(
  { element, owner, item }: ElementMade,
  writing: Writing,
): WireConsultationElement {
  const patch: Json | undefined = owner && emisDataOf(owner)?.element;
  if (patch === undefined || !owner) return element;
  const found = writing.index.find(owner.id);
  const section = found?.section ?? "observations";
  const work = workOn(section, found?.index ?? 0, {
    entry: owner as EntryOf<typeof section>,
    position: {},
  });
  const fields = elementFieldsWithout(item);
  return writing.patched(fields, element, { patch, work });
}

/** The members of an element that are its own. */
export function elementFieldsWithout(item: string | undefined): typeof consultationElementFields {
  if (item === undefined) return consultationElementFields;
  return Object.fromEntries(
    Object.entries(consultationElementFields).filter(([name]) => name !== item),
  ) as typeof consultationElementFields;
}
