import type {
  AnyEntry,
  EntryId,
  EntrySection,
  Issue,
  Observation,
  PatientRecordDraft,
  SourceLocation,
} from "@gp2gp/core";
import type { CompositionComponent, DirectoryPart, NestedComponent } from "@gp2gp/hl7v3";
import { positionOf } from "@gp2gp/hl7v3";
import { differenceOf } from "../details/wire-difference.ts";
import { formatId } from "../format.ts";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { kindOfWrapper } from "../sections/allergies/allergy-codes.ts";
import { readAgent, readAgentSds } from "../sections/agents/read-agent.ts";
import { isMadeName } from "../sections/consultations/made-composition.ts";
import { readConsultation } from "../sections/consultations/read-consultation.ts";
import { withoutSpecimenClusters } from "../sections/groups/specimen-clusters.ts";
import { linkedFrom } from "../sections/links/read-links.ts";
import { readStatement } from "../sections/read-statement.ts";
import type { CarriedSlot, ReadScope, Reading } from "../sections/shared/scopes.ts";
import { applyCarried } from "../write/apply-carried.ts";
import {
  emptySeed,
  folderSeed,
  madeCompositionSeed,
  noteSeed,
  repeatSeed,
} from "../write/made-ids.ts";
import type {
  EntryPlace,
  ReadAgentPart,
  ReadComposition,
  ReadPlace,
  ReadUnit,
} from "./read-units.ts";

/** Reads the directory and the compositions of an extract into a record, statement by statement. */
export class ExtractReader {
  readonly issues: Issue[] = [];
  readonly units: ReadUnit[] = [];
  readonly compositions: ReadComposition[] = [];
  readonly agentParts: ReadAgentPart[] = [];
  /** Ids that carried facts replaced by the ids entries had where they came from. */
  readonly renamed = new Map<EntryId, EntryId>();
  readonly #record: PatientRecordDraft;
  readonly #scope: ReadScope;
  readonly #part: string;
  readonly #used = new Map<string, number>();
  readonly #places = new Set<EntryId>();
  readonly #agentsByNote = new Map<string, number>();

  constructor(record: PatientRecordDraft, scope: ReadScope, part: string) {
    this.#record = record;
    this.#scope = scope;
    this.#part = part;
  }

  readAgents(parts: readonly DirectoryPart[], folder: number): void {
    for (const part of parts) {
      const { agent } = part;
      const index = this.agentParts.length;
      const pointer = `/agentDirectory/part[${index + 1}]`;
      if (!agent) {
        this.#leaveOut(part, pointer);
        continue;
      }
      const read = agent.kind === "Agent" ? readAgent(agent) : readAgentSds(agent);
      const { id, renamed } = this.#claim(read.id, pointer);
      const source = this.#source(agent, pointer);
      const at = this.#record.agents.push({ ...read, id, order: index, source }) - 1;
      this.agentParts.push({ part, folder, index: at, renamed });
    }
  }

  readComposition(component: CompositionComponent, order: number, folder: number): void {
    const { ehrComposition: composition } = component;
    const pointer = `/ehrComposition[${order + 1}]`;
    if (!composition) {
      this.#leaveOut(component, pointer);
      return;
    }
    const { component: statements = [], ...alone } = composition;
    const { entry, place } = readConsultation(composition, this.#scope);
    const place0 = { folder, within: undefined, nested: false, category: undefined, pointer };
    if (isMadeName(composition.code) && this.#isMade(entry.id, statements)) {
      this.#readStatements(statements, { ...place0, consultation: undefined }, order);
      return;
    }
    const { id, renamed } = this.#claim(entry.id, pointer);
    if (place && !this.#places.has(place.id)) {
      this.#places.add(place.id);
      this.#record.agents.push({
        ...place,
        order: this.#record.agents.length,
        source: this.#source(composition.location ?? {}, `${pointer}/location`),
      });
    }
    const index =
      this.#record.consultations.push({
        ...entry,
        id,
        order,
        source: this.#source(composition, pointer),
      }) - 1;
    this.#readStatements(statements, { ...place0, consultation: id }, undefined, index);
    this.compositions.push({
      component: {
        ...(component.typeCode !== undefined && { typeCode: component.typeCode }),
        ehrComposition: alone,
      },
      folder,
      index,
      renamed,
    });
  }

  /** Keeps a part that holds nothing as residue: it cannot be written, because the schema demands that it holds something. */
  #leaveOut(part: object, pointer: string): void {
    const source = this.#source(part, pointer);
    const content = differenceOf(part, {}) ?? {};
    const order = this.#record.residue.length;
    this.#record.residue.push({ format: formatId, order, kind: "technical", content, source });
    this.issues.push(issue("element-unmapped", { source }));
  }

  /** Whether a composition was made by a writer for an entry that has no consultation. */
  #isMade(id: EntryId, statements: readonly NestedComponent[]): boolean {
    const [first] = statements;
    if (!first?.statement || id === "") return false;
    const { readings } = readStatement(first.statement, undefined, this.#scope);
    const own = readings[0]?.entry.id;
    return own !== undefined && own !== "" && this.#scope.newId(madeCompositionSeed(own)) === id;
  }

  #readStatements(
    components: readonly NestedComponent[],
    place: ReadPlace,
    order?: number,
    consultationIndex?: number,
  ): void {
    let previous: readonly EntryPlace[] = [];
    for (const [index, given] of components.entries()) {
      const component = withoutSpecimenClusters(given, (seed) => this.#scope.newId(seed));
      const { statement } = component;
      if (!statement) {
        this.#leaveOut(component, `${place.pointer}/component[${index + 1}]`);
        continue;
      }
      const pointer = `${place.pointer}/component[${index + 1}]/${statement.kind}`;
      const read = readStatement(statement, place.category, this.#scope);
      const [note] = read.readings;
      if (note && this.#foldNote(note, previous, place, consultationIndex)) continue;
      if (this.#isEmptyMarker(note, place)) continue;
      previous = this.#keep(component, read, { ...place, pointer }, order ?? index);
    }
  }

  #isEmptyMarker(
    reading: Reading | undefined,
    { consultation, within, folder }: ReadPlace,
  ): boolean {
    return (
      reading?.section === "groups" &&
      reading.entry.kind === "empty" &&
      reading.entry.id ===
        this.#scope.newId(emptySeed(within ?? consultation ?? folderSeed(folder)))
    );
  }

  /** Puts what a note carries back into the entry it belongs to; false where it is no such note. */
  #foldNote(
    reading: Reading,
    previous: readonly EntryPlace[],
    place: ReadPlace,
    consultationIndex: number | undefined,
  ): boolean {
    if (reading.section !== "narratives" || !reading.carried) return false;
    const { id } = reading.entry;
    const [before] = previous;
    if (before && id === this.#noteIdOf(before)) return this.#restore(before, reading.carried);
    if (place.within !== undefined) return false;
    if (consultationIndex !== undefined) {
      const own = { section: "consultations", index: consultationIndex } as const;
      return id === this.#noteIdOf(own) && this.#restore(own, reading.carried);
    }
    const agent = this.#agentOfNote(id);
    return (
      agent !== undefined && this.#restore({ section: "agents", index: agent }, reading.carried)
    );
  }

  /** The agent a note beside no statement is about; places are found with the compositions, so later notes know more. */
  #agentOfNote(id: EntryId): number | undefined {
    const { agents } = this.#record;
    for (let index = this.#agentsByNote.size; index < agents.length; index++)
      this.#agentsByNote.set(this.#scope.newId(noteSeed(agents[index]?.id ?? "")), index);
    return this.#agentsByNote.get(id);
  }

  #noteIdOf({ section, index }: EntryPlace): string | undefined {
    const entry = this.#record[section][index];
    return entry && this.#scope.newId(noteSeed(entry.id));
  }

  #restore({ section, index }: EntryPlace, carried: CarriedSlot): boolean {
    const entry = this.#record[section][index];
    const restored = entry && applyCarried(section, entry, carried);
    if (!entry || restored?.section !== section) return false;
    this.replace(section, index, {
      ...restored.entry,
      source: entry.source,
      order: entry.order,
    } as AnyEntry);
    this.#rename(entry.id, restored.entry.id);
    const unit = this.units.findLast(
      ({ entries: [first] }) => first?.section === section && first.index === index,
    );
    if (unit) unit.carried = true;
    return true;
  }

  #rename(from: EntryId, to: EntryId): void {
    if (from !== to) this.renamed.set(from, to);
  }

  /** Puts an entry in the place of another. */
  replace(section: EntrySection, index: number, entry: AnyEntry): void {
    (this.#record[section] as AnyEntry[])[index] = entry;
  }

  /** Keeps the entries of a statement and reads the statements in it. */
  #keep(
    component: NestedComponent,
    read: ReturnType<typeof readStatement>,
    place: ReadPlace,
    order: number,
  ): readonly EntryPlace[] {
    const { statement } = component;
    const source = this.#source(statement ?? {}, place.pointer);
    let anyRenamed = false;
    let anyCarried = false;
    const entries = read.readings.map((reading, index) => {
      const pointer = index === 0 ? place.pointer : `${place.pointer}/component[${index + 1}]`;
      const claimed = this.#claim(reading.entry.id, pointer);
      const made = this.#madeStatement(reading.entry, place.pointer);
      const components = this.#claimComponents(reading.entry, place.pointer);
      anyRenamed ||= claimed.renamed || made !== undefined || components?.renamed === true;
      const { restored, carried } = this.#restored(reading, {
        ...placedIn(place),
        ...made,
        ...(components && { components: components.components }),
        id: claimed.id,
        order,
        source,
      });
      anyCarried ||= carried;
      return this.#add(restored.section, restored.entry);
    });
    const [first] = entries;
    const inside = { ...place, within: first && this.#record[first.section][first.index]?.id };
    const documents = read.documents.map((reading, index) => {
      const { id } = this.#claim(reading.entry.id, `${place.pointer}/reference[${index + 1}]`);
      const entry = { ...reading.entry, ...placedIn(inside), id, order: index, source };
      return this.#add("documents", entry).index;
    });
    const from = first && fromOf(this.#record[first.section][first.index]);
    const links = read.links.map((link, index) => {
      const own = from === undefined ? link : linkedFrom(link, from, this.#scope);
      const { id } = this.#claim(own.id, `${place.pointer}/link[${index + 1}]`);
      const entry = { ...own, id, order: index, source };
      return this.#add("links", entry).index;
    });
    this.units.push({
      component: withoutChildren(component, read.children),
      nested: place.nested,
      entries,
      documents,
      links,
      inAllergyCategory: place.category !== undefined,
      renamed: anyRenamed,
      carried: anyCarried,
    });
    if (statement?.kind === "MedicationStatement" && (statement.component?.length ?? 0) === 0)
      this.issues.push(issue("medication-without-supply", { source }));
    if (read.children.length > 0) {
      const category =
        statement?.kind === "CompoundStatement" ? kindOfWrapper(statement.code) : undefined;
      this.#readStatements(read.children, { ...inside, nested: true, category });
    }
    return entries;
  }

  /** The readings of an observation of several, each with an id of its own. */
  #claimComponents(entry: AnyEntry, pointer: string) {
    if (!("components" in entry) || entry.components === undefined) return undefined;
    const claims = entry.components.map(({ id }, index) =>
      this.#claim(id, `${pointer}/component[${index + 1}]/ObservationStatement`),
    );
    return {
      renamed: claims.some(({ renamed }) => renamed),
      components: entry.components.map((component, index) => ({
        ...component,
        id: claims[index]?.id ?? component.id,
      })),
    };
  }

  /** The id of a medication statement that has none of its own. */
  #madeStatement(entry: AnyEntry, pointer: string): { readonly statement: EntryId } | undefined {
    if (!("statement" in entry) || entry.statement !== "") return undefined;
    return { statement: this.#scope.newId(`gp2gp-ehr-extract:statement-at:${pointer}`) };
  }

  /** The entry of a reading in its place, with the facts its text carried. */
  #restored(
    reading: Reading,
    place: Partial<AnyEntry> &
      Partial<Pick<Observation, "components">> & { readonly statement?: EntryId },
  ): {
    readonly restored: { readonly section: EntrySection; readonly entry: AnyEntry };
    readonly carried: boolean;
  } {
    const base = { ...reading.entry, ...place } as AnyEntry;
    if (!reading.carried)
      return { restored: { section: reading.section, entry: base }, carried: false };
    const restored = applyCarried(reading.section, base, reading.carried);
    if (restored) {
      this.#rename(base.id, restored.entry.id);
      if ("statement" in base && "statement" in restored.entry)
        this.#rename(base.statement, restored.entry.statement);
      return { restored, carried: true };
    }
    this.issues.push(issue("carried-text-unreadable", { source: base.source }));
    const entry = { ...base, texts: wholeTexts(base.texts, reading.carried) } as AnyEntry;
    return { restored: { section: reading.section, entry }, carried: false };
  }

  #add(section: EntrySection, entry: AnyEntry): EntryPlace {
    return { section, index: (this.#record[section] as AnyEntry[]).push(entry) - 1 };
  }

  /** The id of an entry: the statement's own, but for one that has none or one that was used before. */
  #claim(id: EntryId, pointer: string): { readonly id: EntryId; readonly renamed: boolean } {
    if (id === "") {
      this.issues.push(issue("id-generated", { source: { part: this.#part, pointer } }));
      return { id: this.#scope.newId(`gp2gp-ehr-extract:at:${pointer}`), renamed: true };
    }
    const used = this.#used.get(id) ?? 0;
    this.#used.set(id, used + 1);
    if (used === 0) return { id, renamed: false };
    this.issues.push(issue("id-repeated", { source: { part: this.#part, pointer } }));
    return { id: this.#scope.newId(repeatSeed(id, used)), renamed: true };
  }

  #source(node: object, pointer: string): SourceLocation {
    const line = positionOf(node)?.line;
    return { part: this.#part, pointer, ...(line !== undefined && { line }) };
  }
}

/** The texts of an entry with the one that carried facts as it stood. */
function wholeTexts(texts: AnyEntry["texts"], { text, whole }: CarriedSlot): AnyEntry["texts"] {
  const at = texts.findLastIndex((one) => one.text === text);
  const kept = texts[at];
  return kept
    ? texts.with(at, { ...kept, text: whole })
    : [...texts, { text: whole, role: "note" }];
}

/** What the tail of a statement is told of: the entry it gave, or the medication statement its supplies share. */
function fromOf(entry: AnyEntry | undefined): EntryId | undefined {
  return entry && "statement" in entry ? entry.statement : entry?.id;
}

function placedIn({ consultation, within }: Pick<ReadPlace, "consultation" | "within">): {
  readonly consultation?: EntryId;
  readonly within?: EntryId;
} {
  return {
    ...(consultation !== undefined && { consultation }),
    ...(within !== undefined && { within }),
  };
}

function withoutChildren(
  component: NestedComponent,
  children: readonly NestedComponent[],
): NestedComponent {
  const { statement } = component;
  if (children.length === 0 || statement?.kind !== "CompoundStatement") return component;
  const { component: inside = [], ...alone } = statement;
  if (inside.length === children.length) return { ...component, statement: alone };
  const own = new Set(children);
  const told = inside.filter((one) => !own.has(one));
  return { ...component, statement: { ...alone, component: told } };
}
