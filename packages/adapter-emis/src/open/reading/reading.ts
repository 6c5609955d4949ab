import { newEntry, standInIssue } from "@gp2gp/core";
import type {
  AnyEntry,
  CarriedText,
  Coded,
  EntryId,
  EntryOf,
  EntrySection,
  Issue,
  Json,
  PatientRecordDraft,
  ReadContext,
} from "@gp2gp/core";
import { idOfGuid } from "../../shared/guid.ts";
import { formatId, withEmisData } from "../emis-data.ts";
import { issue } from "../emis-open-issues.ts";
import type { WireIdent, WireLinkList } from "../wire/ident-types.ts";
import type { WirePlaces } from "../wire/parse-wire.ts";
import { carrierComponent } from "../wire/coded-item-types.ts";
import { Directory } from "./directory.ts";
import { restored } from "./restored.ts";
import { LocationTypes } from "./location-types.ts";

/** Confidentiality policies by their number, which PolicyID holds. */
export const policySystem = "emis:confidentiality-policy";

/** Where in the record an entry is put. */
export interface Place {
  readonly consultation?: EntryId;
  readonly within?: EntryId;
}

/** An entry as it was read, before what its text carried is put back. */
export interface EntryRead<Section extends EntrySection> {
  readonly section: Section;
  readonly entry: EntryOf<Section>;
  /** What every section has: the entry as which another section's entry was written. */
  readonly base: object;
  readonly carried: CarriedText;
  /** The entry with its text whole, for carried text that no longer fits. */
  readonly whole: EntryOf<Section>;
}

/** An entry and the wire node it came from. */
export interface EntryMade {
  readonly section: EntrySection;
  readonly id: EntryId;
  readonly form: string;
  readonly wire: object;
}

/** A link of an entry to a problem or referral, by the ident it was written with. */
export interface LinkMade {
  readonly from: EntryId;
  readonly target: WireIdent;
  readonly type: string | undefined;
  readonly wire: object;
}

/** An entry of text alone, and what its text says of another entry. */
export interface Carrier {
  readonly section: EntrySection;
  readonly read: EntryRead<EntrySection> & { readonly wire: object };
}

type BaseEntry = ReturnType<typeof newEntry> & Place;

/** What the reading of one medical record remembers. */
export class Reading {
  readonly context: ReadContext;
  readonly places: WirePlaces;
  readonly draft: PatientRecordDraft;
  readonly issues: Issue[] = [];
  readonly people = new Directory();
  readonly locations = new Directory();
  readonly locationTypes = new LocationTypes();
  readonly entries = new Directory();
  readonly medications = new Directory();
  readonly idents = new Map<EntryId, WireIdent>();
  readonly made: EntryMade[] = [];
  /** Values of composites and the nodes they came from. */
  readonly components: { composite: EntryId; id: EntryId; wire: object }[] = [];
  /** Consultations and their elements, without those that only carry text. */
  readonly elements: { consultation: EntryId; elements: readonly object[] }[] = [];
  readonly problemLinks: LinkMade[] = [];
  readonly referralLinks: LinkMade[] = [];
  /** Facts of entries without text of their own, which an entry beside them carries. */
  readonly carriers: Carrier[] = [];
  /** Problems and the ident of the problem each is grouped under. */
  readonly parents: { names: EntryId; parent: WireIdent; grouping: string | undefined }[] = [];
  /** Terms of the confidentiality policies by their number. */
  readonly policies = new Map<string, string>();
  readonly #problems = new Map<EntryId, EntryId>();
  readonly #positions = new Map<EntryId, { section: EntrySection; index: number }>();
  readonly #reserved = new Set<EntryId>();
  readonly #orders = new Map<string, number>();
  readonly #unresolved = new Set<string>();

  constructor(context: ReadContext, places: WirePlaces, draft: PatientRecordDraft) {
    this.context = context;
    this.places = places;
    this.draft = draft;
  }

  report(
    code: Parameters<typeof issue>[0],
    wire: object | undefined,
    detail?: Issue["detail"],
  ): void {
    this.issues.push(
      issue(code, {
        ...(wire && { source: this.places.of(wire) }),
        ...(detail !== undefined && { detail }),
      }),
    );
  }

  /** The id of an entry: its GUID, else one made from the key it has or the place it stands in. */
  entryId(wire: WireIdent, kind: string): EntryId {
    const guid = idOfGuid(wire.GUID);
    if (guid !== undefined && !this.#isUsed(guid)) return guid;
    const source = this.places.of(wire);
    let key = `${wire.RefID ?? wire.DBID ?? ""}`;
    if (key === "" || guid !== undefined) key = source.pointer ?? key;
    const id = this.freshId(`${formatId}:${kind}:${key}`);
    this.report("id-generated", wire);
    return id;
  }

  /** An id from a seed that no entry has yet. */
  freshId(seed: string): EntryId {
    let id = this.context.newId(seed);
    for (let count = 2; this.#isUsed(id); count++) id = this.context.newId(`${seed}#${count}`);
    return id;
  }

  nextOrder({ consultation, within }: Place): number {
    const parent = within ?? consultation ?? "";
    const order = this.#orders.get(parent) ?? 0;
    this.#orders.set(parent, order + 1);
    return order;
  }

  base(id: EntryId, wire: object, place: Place): BaseEntry {
    return {
      ...newEntry(id, this.nextOrder(place), this.places.of(wire)),
      ...(place.consultation !== undefined && { consultation: place.consultation }),
      ...(place.within !== undefined && { within: place.within }),
    };
  }

  /** The agent a reference names; one that is not in the directory keeps its own id and is reported once. */
  person(ident: WireIdent | undefined): EntryId | undefined {
    return this.#agent(ident, this.people, "person");
  }

  location(ident: WireIdent | undefined): EntryId | undefined {
    return this.#agent(ident, this.locations, "location");
  }

  #agent(ident: WireIdent | undefined, directory: Directory, kind: string): EntryId | undefined {
    if (!ident || Object.keys(ident).length === 0) return undefined;
    const known = directory.find(ident);
    if (known !== undefined) return known;
    const id =
      idOfGuid(ident.GUID) ??
      this.context.newId(`${formatId}:${kind}:${ident.RefID ?? ident.DBID ?? ident.GUID ?? ""}`);
    if (!this.#unresolved.has(id)) {
      this.#unresolved.add(id);
      this.report("reference-unresolved", ident);
    }
    return id;
  }

  /** Puts an entry into the record, with what its text carried from the system it came from. */
  add<Section extends EntrySection>(
    read: EntryRead<Section>,
    made?: Omit<EntryMade, "section" | "id">,
  ): EntryId {
    const { carried } = read;
    if (carried.recordedAs !== undefined && carried.recordedAs !== read.section)
      return this.#addAs(carried.recordedAs, read, made);
    const whole = restored(read.section, read.entry, carried);
    if (whole) return this.put(read.section, whole, made);
    return this.addWhole(read, made);
  }

  #addAs<Section extends EntrySection>(
    section: EntrySection,
    read: EntryRead<Section>,
    made?: Omit<EntryMade, "section" | "id">,
  ): EntryId {
    const wire = made?.wire ?? {};
    if ("TemplateComponentName" in wire && wire.TemplateComponentName === carrierComponent) {
      this.carriers.push({
        section,
        read: { ...(read as unknown as EntryRead<EntrySection>), wire },
      });
      return read.entry.id;
    }
    const whole = restored(section, read.base, read.carried);
    if (whole) return this.put(section, whole, made);
    return this.addWhole(read, made);
  }

  addWhole<Section extends EntrySection>(
    { section, whole }: EntryRead<Section>,
    made?: Omit<EntryMade, "section" | "id">,
  ): EntryId {
    this.issues.push(issue("carried-text-unreadable", { source: whole.source }));
    return this.put(section, whole, made);
  }

  put<Section extends EntrySection>(
    section: Section,
    entry: EntryOf<Section>,
    made?: Omit<EntryMade, "section" | "id">,
  ): EntryId {
    const entries = this.draft[section] as EntryOf<Section>[];
    this.#positions.set(entry.id, { section, index: entries.length });
    entries.push(entry);
    this.#reportStandIn(entry as AnyEntry);
    if (section === "problems") {
      const { names } = entry as EntryOf<"problems">;
      if (names !== undefined && !this.#problems.has(names)) this.#problems.set(names, entry.id);
    }
    if (made) {
      this.made.push({ section, id: entry.id, ...made });
      this.idents.set(entry.id, keysOfIdent(made.wire as WireIdent));
    }
    return entry.id;
  }

  /** A code that another system put in the place of one it had no map for. */
  #reportStandIn({ concept, source }: AnyEntry): void {
    const code = standInIssue(concept);
    if (code !== undefined) this.issues.push(issue(code, { source }));
  }

  /** An entry with what its text carried put back; undefined where that does not fit. */
  restore<Section extends EntrySection>(
    section: Section,
    entry: EntryOf<Section>,
    carried: CarriedText,
  ): EntryOf<Section> | undefined {
    const whole = restored(section, entry, carried);
    if (!whole) this.issues.push(issue("carried-text-unreadable", { source: entry.source }));
    return whole;
  }

  /** An id that is part of another entry. */
  reserve(id: EntryId, wire: WireIdent): void {
    this.#reserved.add(id);
    this.idents.set(id, keysOfIdent(wire));
  }

  #isUsed(id: EntryId): boolean {
    return this.#positions.has(id) || this.#reserved.has(id);
  }

  /** Moves an entry of a list to the place in a consultation that refers to it. */
  place(id: EntryId, place: Place): void {
    const position = this.#positions.get(id);
    const entry = position && this.draft[position.section][position.index];
    if (!position || !entry) return;
    const moved = { ...entry, ...place, order: this.nextOrder(place) } as AnyEntry;
    this.replace(position.section, id, withEmisData(moved, { listed: true }));
  }

  find(id: EntryId): { section: EntrySection; entry: AnyEntry } | undefined {
    const position = this.#positions.get(id);
    const entry = position && this.draft[position.section][position.index];
    return position && entry ? { section: position.section, entry } : undefined;
  }

  /** Puts a changed entry in the place of the one with that id. */
  replace(section: EntrySection, id: EntryId, entry: AnyEntry): void {
    const position = this.#positions.get(id);
    if (!position || position.section !== section) return;
    (this.draft[section] as AnyEntry[])[position.index] = entry;
    if (entry.id === id) return;
    this.#positions.delete(id);
    this.#positions.set(entry.id, position);
    const names = "names" in entry ? entry.names : undefined;
    if (names !== undefined && this.#problems.get(names) === id)
      this.#problems.set(names, entry.id);
  }

  /** The problem an entry names. */
  problemNamedBy(names: EntryId): EntryId | undefined {
    return this.#problems.get(names);
  }

  /** The policy an entry is under; EMIS writes -1 for none. */
  confidentiality(policy: string | undefined): Coded[] {
    if (policy === undefined || policy === "" || policy === "-1") return [];
    const display = this.policies.get(policy);
    return [
      {
        codings: [
          {
            system: policySystem,
            code: policy,
            ...(display !== undefined && { display }),
            asserted: "source",
          },
        ],
      },
    ];
  }

  links(list: WireLinkList | undefined, into: LinkMade[], from: EntryId): void {
    for (const link of list?.Link ?? []) {
      into.push({ from, target: link.Target ?? {}, type: link.LinkType, wire: link });
    }
  }

  /** An entry that EMIS marks as deleted is no fact: it is kept aside with the list it stood in. */
  deleted(list: string, wire: object, consultation?: EntryId): void {
    this.issues.push(issue("entry-deleted", { source: this.places.of(wire) }));
    this.residue(
      { list, ...(consultation !== undefined && { consultation }), item: wire as Json },
      { kind: "clinical", source: this.places.of(wire) },
    );
  }

  /** Residue of another format that stood as text. */
  otherResidue({ format, content }: { format: string; content: Json }, wire: object): void {
    this.draft.residue.push({
      format,
      order: this.draft.residue.length,
      kind: "clinical",
      content,
      source: this.places.of(wire),
    });
  }

  residue(
    content: PatientRecordDraft["residue"][number]["content"],
    about: {
      readonly kind: "clinical" | "technical";
      readonly source: PatientRecordDraft["residue"][number]["source"];
    },
  ): void {
    const { kind, source } = about;
    this.draft.residue.push({
      format: formatId,
      order: this.draft.residue.length,
      kind,
      content,
      source,
    });
  }
}

/** DBID, RefID and GUID: what a reference to an entry repeats. */
function keysOfIdent({ DBID, RefID, GUID }: WireIdent): WireIdent {
  return {
    ...(DBID !== undefined && { DBID }),
    ...(RefID !== undefined && { RefID }),
    ...(GUID !== undefined && { GUID }),
  };
}
