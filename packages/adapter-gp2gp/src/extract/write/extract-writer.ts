import { withCarriedText } from "@gp2gp/core";
import type { Agent, AnyEntry, CarriedLine, Document, EntryId, PatientRecord } from "@gp2gp/core";
import type { CompositionComponent, DirectoryPart, NestedComponent } from "@gp2gp/hl7v3";
import { pressuresOf } from "../sections/observations/pressures.ts";
import { wrappedAllergy } from "../sections/allergies/allergy-codes.ts";
import { withSpecimenClusters } from "../sections/groups/specimen-clusters.ts";
import { makeComposition } from "../sections/consultations/made-composition.ts";
import { writeConfidentiality } from "../sections/shared/statement-head.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";
import { shownDate, writeAvailability } from "../values/times.ts";
import type { InFolder } from "./folders.ts";
import { folderOf, hintOf } from "./statement-hint.ts";
import { emptySeed, folderSeed, madeCompositionSeed, noteSeed } from "./made-ids.ts";
import { compareEntries, inAllergyCategory } from "./record-tree.ts";
import type { RecordTree, TreeNode } from "./record-tree.ts";
import { settleAgent, settlePlace } from "./settle-agent.ts";
import type { SettledPlace } from "./settle-agent.ts";
import { settleConsultation } from "./settle-consultation.ts";
import { componentOf, isContainer, settleStatement } from "./settle-statement.ts";
import type { Scopes } from "./write-scope.ts";
import type { WritingReport } from "./writing-report.ts";

/** Writes the agents and the statements of a record into the parts of a folder. */
export class ExtractWriter {
  readonly #record: PatientRecord;
  readonly #scopes: Scopes;
  readonly #report: WritingReport;
  readonly #leftOut: ReadonlySet<AnyEntry>;
  /** Places that locations hold, by the id of their entry. */
  readonly #places = new Map<EntryId, SettledPlace & { readonly entry: Agent }>();
  readonly #placeIds = new Map<string, EntryId>();

  constructor(
    record: PatientRecord,
    scopes: Scopes,
    report: WritingReport,
    leftOut: ReadonlySet<AnyEntry>,
  ) {
    this.#record = record;
    this.#scopes = scopes;
    this.#report = report;
    this.#leftOut = leftOut;
  }

  /** The directory, and a composition for what its entries have no room for. */
  writeAgents(): {
    readonly parts: readonly InFolder<DirectoryPart>[];
    readonly notes: readonly CompositionComponent[];
  } {
    const parts: InFolder<DirectoryPart>[] = [];
    const notes: CompositionComponent[] = [];
    const agents = this.#record.agents
      .map((entry, index) => ({ section: "agents" as const, entry, index }))
      .toSorted(compareEntries);
    this.#settlePlaces(agents);
    for (const { entry, index } of agents) {
      this.#report.otherSuppliers("agents", index, entry);
      const place = this.#places.get(entry.id);
      let lines: readonly CarriedLine[];
      let id: string;
      if (place?.entry === entry) ({ lines, derivedId: id } = place);
      else {
        const settled = settleAgent(entry, index, this.#scopes);
        parts.push({ part: settled.part, folder: folderOf(entry) });
        lines = settled.lines;
        if (settled.lostDetails) this.#report.lostDetails("agents", index);
        id = this.#scopes.ids.of(entry.id);
      }
      if (lines.length === 0) continue;
      this.#report.lines("agents", index, lines, "narrative");
      notes.push(this.#looseNote(id, entry, lines));
    }
    // By id: the order of agents says nothing, and places are in none.
    notes.sort((a, b) => compareText(idOf(a), idOf(b)));
    return { parts, notes };
  }

  /**
   * Finds the places that stand in the locations of consultations. A location has no id: reading makes one of what it
   * says, so of places that would be read as one only one stands there, before others the one that is read as itself.
   */
  #settlePlaces(agents: readonly { readonly entry: Agent; readonly index: number }[]): void {
    const written = this.#record.consultations.filter((entry) => !this.#leftOut.has(entry));
    const hosts = Map.groupBy(written, ({ location }) => location);
    const settled = agents.flatMap(({ entry, index }) => {
      const located = hosts.get(entry.id);
      const place = located && settlePlace(entry, index, located, this.#scopes);
      return place ? [{ ...place, entry }] : [];
    });
    const [asItself, others] = [true, false].map((same) =>
      settled.filter(({ entry, derivedId }) => (entry.id === derivedId) === same),
    );
    for (const place of [...(asItself ?? []), ...(others ?? [])]) {
      if (this.#placeIds.has(place.derivedId)) continue;
      this.#places.set(place.entry.id, place);
      this.#placeIds.set(place.derivedId, place.entry.id);
    }
  }

  /** Every composition, in the order of the record: consultations, and those made for entries without one. */
  writeCompositions(tree: RecordTree): readonly InFolder<CompositionComponent>[] {
    const written: (InFolder<CompositionComponent> & {
      readonly order: number;
      readonly made: boolean;
    })[] = [];
    for (const [index, entry] of this.#record.consultations.entries()) {
      if (this.#leftOut.has(entry)) continue;
      this.#report.otherSuppliers("consultations", index, entry);
      const part = this.#writeConsultation(index, tree.get(entry.id) ?? []);
      written.push({ part, folder: folderOf(entry), order: entry.order, made: false });
    }
    const loose = tree.get(undefined) ?? [];
    const hosts = hostsOf(loose);
    const problems = Map.groupBy(loose, (node) => hosts.get(node));
    for (const node of problems.get(undefined) ?? [])
      written.push({
        order: node.entries[0].entry.order,
        made: true,
        part: this.#looseComposition(node, problems.get(node) ?? []),
        folder: 0,
      });
    written.sort((a, b) => a.order - b.order || Number(a.made) - Number(b.made));
    return written;
  }

  #writeConsultation(index: number, nodes: readonly TreeNode[]): CompositionComponent {
    const entry = this.#record.consultations[index];
    if (!entry) throw new RangeError("no such consultation");
    const place = entry.location === undefined ? undefined : this.#places.get(entry.location);
    const settled = settleConsultation(
      entry,
      index,
      place,
      (derived) => this.#placeIds.get(derived) ?? derived,
      this.#scopes,
    );
    if (settled.lostDetails) this.#report.lostDetails("consultations", index);
    const id = this.#scopes.ids.of(entry.id);
    const components = nodes.flatMap((node) => this.#writeNode(node, entry.id));
    if (components.length === 0) components.push(this.#emptyMarker(id, false));
    if (settled.lines.length > 0) {
      this.#report.lines("consultations", index, settled.lines, "narrative");
      components.push(this.#note(id, entry, settled.lines, false));
    }
    return {
      ...settled.component,
      ehrComposition: { ...settled.component.ehrComposition, component: components },
    };
  }

  /** The component of a statement, with those in it, and a note for what it has no text to carry. */
  #writeNode(node: TreeNode, consultation: EntryId | undefined): NestedComponent[] {
    const nested = node.parent !== undefined;
    const [first] = node.entries;
    for (const placed of node.entries) {
      this.#report.otherSuppliers(placed.section, placed.index, placed.entry);
      this.#report.degraded(placed);
    }
    const settled = settleStatement(
      {
        entries: node.entries,
        documents: node.documents,
        links: node.links,
        inAllergyCategory: inAllergyCategory(node),
      },
      { consultation, within: node.parent?.entries[0].entry.id },
      nested,
      this.#scopes,
    );
    const noted = settled.carried.filter((one) => !one.inStatement);
    for (const one of settled.carried) this.#report.carried(one);
    if (settled.lostDetails) this.#report.lostDetails(first.section, first.index);
    const isHost = isContainer(first);
    const loose = settled.loose.flatMap((document) =>
      this.#writeLoose(document, isHost ? node : node.parent, consultation),
    );
    const component = this.#withChildren(
      settled.component,
      node,
      consultation,
      isHost ? loose : [],
    );
    const [note] = noted;
    return [
      component,
      ...(note
        ? [this.#note(this.#scopes.ids.of(first.entry.id), first.entry, note.lines, nested)]
        : []),
      ...(isHost ? [] : loose),
    ];
  }

  /** A document that its host's statement cannot refer to, in a statement of its own. */
  #writeLoose(
    document: Document,
    parent: TreeNode | undefined,
    consultation: EntryId | undefined,
  ): NestedComponent[] {
    const placed = this.#scopes.index.entries.get(document.id);
    if (placed?.section !== "documents") return [];
    const alone = { entries: [placed] as const, documents: [], links: [], children: [] };
    return this.#writeNode({ ...alone, parent, depth: (parent?.depth ?? -1) + 1 }, consultation);
  }

  #withChildren(
    component: NestedComponent,
    node: TreeNode,
    consultation: EntryId | undefined,
    loose: readonly NestedComponent[],
  ): NestedComponent {
    const { statement } = component;
    const [first] = node.entries;
    const { entry } = first;
    if (!isContainer(first) || statement?.kind !== "CompoundStatement") return component;
    const told = statement.component ?? [];
    const held = [
      ...node.children.flatMap((child) => this.#writeNode(child, consultation)),
      ...loose,
    ];
    const children = [...told, ...held];
    // A group that would be read as something else, or that holds nothing, gets an empty statement beside what it holds.
    const isPressure = pressuresOf({ ...statement, component: held }) !== undefined;
    if (
      children.length === 0 ||
      isPressure ||
      wrappedAllergy({ ...statement, component: children })
    )
      children.push(this.#emptyMarker(this.#scopes.ids.of(entry.id), true));
    const filled = { ...statement, component: children };
    const isPlainReport = first.section === "testReports" && hintOf(entry) === undefined;
    return {
      ...component,
      statement: isPlainReport
        ? {
            kind: statement.kind,
            ...withSpecimenClusters(filled, (seed) => this.#scopes.write.newId(seed)),
          }
        : filled,
    };
  }

  #emptyMarker(id: string, nested: boolean): NestedComponent {
    return componentOf(
      {
        kind: "EhrEmpty",
        classCode: "OBS",
        moodCode: "EVN",
        id: { root: this.#scopes.write.newId(emptySeed(id)) },
      },
      nested,
    );
  }

  /** A narrative of what an entry has no text to carry, as confidential as the entry. */
  #note(
    id: string,
    entry: AnyEntry,
    lines: readonly CarriedLine[],
    nested: boolean,
  ): NestedComponent {
    const content = withCarriedText(
      undefined,
      lines.map(({ line }) => line),
    );
    return componentOf(
      {
        kind: "NarrativeStatement",
        classCode: "OBS",
        moodCode: "EVN",
        id: { root: this.#scopes.write.newId(noteSeed(id)) },
        text: { content },
        statusCode: { code: "COMPLETE" },
        availabilityTime: writeAvailability(shownDate(entry)),
        ...writeConfidentiality(entry.confidentiality, this.#scopes.write),
      },
      nested,
    );
  }

  /** A composition that says that there is nothing. */
  emptyComposition(folder: number): CompositionComponent {
    const seed = folderSeed(folder);
    const marker = this.#emptyMarker(seed, false);
    return this.#makeComposition(this.#scopes.write.newId(emptySeed(seed)), undefined, [marker]);
  }

  #looseNote(agentId: string, agent: Agent, lines: readonly CarriedLine[]): CompositionComponent {
    const note = this.#note(agentId, agent, lines, false);
    return this.#makeComposition(this.#scopes.write.newId(noteSeed(agentId)), undefined, [note]);
  }

  /** A composition for entries that have no consultation: a statement, and the problems it names. */
  #looseComposition(node: TreeNode, problems: readonly TreeNode[]): CompositionComponent {
    const [first] = node.entries;
    const components = [node, ...problems].flatMap((one) => this.#writeNode(one, undefined));
    return this.#makeComposition(this.#scopes.ids.of(first.entry.id), first, components);
  }

  /** Its id tells a reader that it stands for none of the record's. */
  #makeComposition(
    id: string,
    first: PlacedEntry | undefined,
    components: readonly NestedComponent[],
  ): CompositionComponent {
    const { write } = this.#scopes;
    return makeComposition(write.newId(madeCompositionSeed(id)), first, components, write);
  }
}

/** Of problems without a consultation, the statement without one that they name: real messages have them together. */
function hostsOf(loose: readonly TreeNode[]): ReadonlyMap<TreeNode, TreeNode> {
  const roots = new Map<EntryId, TreeNode>();
  const add = (node: TreeNode, root: TreeNode): void => {
    for (const { section, entry } of node.entries)
      if (section !== "problems") roots.set(entry.id, root);
    for (const child of node.children) add(child, root);
  };
  for (const node of loose) add(node, node);
  return new Map(
    loose.flatMap((node) => {
      const [{ section, entry }] = node.entries;
      const root = section === "problems" ? roots.get(entry.names ?? "") : undefined;
      return root ? [[node, root] as const] : [];
    }),
  );
}

const idOf = ({ ehrComposition }: CompositionComponent): string => ehrComposition?.id?.root ?? "";

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
