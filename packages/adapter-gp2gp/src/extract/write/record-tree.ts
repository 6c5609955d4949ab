import { entrySections } from "@gp2gp/core";
import type { AnyEntry, Document, EntryId, EntrySection, Link, PatientRecord } from "@gp2gp/core";
import { kindOfWrapper } from "../sections/allergies/allergy-codes.ts";
import { tailKinds } from "../sections/links/write-links.ts";
import { supplyKinds } from "../sections/medication/supply-kinds.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";
import { mostSupplies } from "./record-index.ts";
import type { PlacedSupply, RecordIndex } from "./record-index.ts";
import { cameReferred } from "./referred-documents.ts";
import { idsOf } from "./statement-hint.ts";

/** A statement to be written, with the statements in it. */
export interface TreeNode {
  readonly entries: readonly [PlacedEntry, ...PlacedEntry[]];
  readonly documents: Document[];
  readonly links: Link[];
  /** The container it stands in; undefined directly in its composition. */
  readonly parent: TreeNode | undefined;
  readonly children: TreeNode[];
  readonly depth: number;
}

/** The statements of a record, by the consultation they stand in; those of none under `undefined`. */
export type RecordTree = ReadonlyMap<EntryId | undefined, readonly TreeNode[]>;

const sectionRank = new Map<EntrySection, number>(
  entrySections.map((section, rank) => [section, rank]),
);
/** Deeper containers are written beside their parent, so that readers with a bounded depth can read them. */
const mostDepth = 60;

/** Lays out the entries of a record as the statements of a message. `canRefer` tells whether a statement's reference holds all of a document. */
export class TreeBuilder {
  readonly #record: PatientRecord;
  readonly #index: RecordIndex;
  readonly #leftOut: ReadonlySet<AnyEntry>;
  readonly #canRefer: (document: Document) => boolean;
  readonly #nodes = new Map<AnyEntry, TreeNode | undefined>();
  readonly #top = new Map<EntryId | undefined, TreeNode[]>();

  constructor(
    record: PatientRecord,
    index: RecordIndex,
    leftOut: ReadonlySet<AnyEntry>,
    canRefer: (document: Document) => boolean,
  ) {
    this.#record = record;
    this.#index = index;
    this.#leftOut = leftOut;
    this.#canRefer = canRefer;
  }

  build(): RecordTree {
    const pending: {
      readonly entry: AnyEntry;
      readonly attach: () => boolean;
      readonly own: PlacedEntry;
    }[] = [];
    for (const placed of this.#statements()) {
      const [first] = placed;
      const attach = this.#attachment(first);
      if (attach) pending.push({ entry: first.entry, attach, own: first });
      else this.#place(placed);
    }
    for (const { attach, own } of pending) if (!attach()) this.#place([own]);
    for (const siblings of this.#top.values()) sortNodes(siblings);
    return this.#top;
  }

  /** The entries that share a statement, together. */
  #statements(): (readonly [PlacedEntry, ...PlacedEntry[]])[] {
    const all: [PlacedEntry, ...PlacedEntry[]][] = [];
    const supplies = new Map<string, [PlacedEntry, ...PlacedEntry[]]>();
    for (const section of entrySections) {
      if (section === "agents" || section === "consultations") continue;
      for (const [index, entry] of this.#record[section].entries()) {
        if (this.#leftOut.has(entry)) continue;
        const placed = { section, index, entry } as PlacedEntry;
        if (!("statement" in entry) || !(section in supplyKinds)) {
          all.push([placed]);
          continue;
        }
        const key = this.#index.placeOf(placed as PlacedSupply);
        const others = supplies.get(key);
        const isAlone = entry.statement === entry.id && !isKeptWith(entry, others);
        if (others && others.length < mostSupplies && !isAlone) others.push(placed);
        else {
          const group: [PlacedEntry, ...PlacedEntry[]] = [placed];
          all.push(group);
          supplies.set(key, group);
        }
      }
    }
    for (const placed of all) if (placed.length > 1) sortAsKept(placed);
    return all;
  }

  /** How an entry becomes part of another statement, where it can. */
  #attachment(placed: PlacedEntry): (() => boolean) | undefined {
    if (placed.section === "links") {
      const { entry } = placed;
      if (!tailKinds.has(entry.kind) || entry.from === undefined || !isBareLink(entry))
        return undefined;
      return () => this.#attachLink(entry);
    }
    if (placed.section !== "documents" || placed.entry.within === undefined) return undefined;
    const { entry } = placed;
    const isContained = this.#container(entry) !== undefined;
    if (!cameReferred(entry) && (isContained || !this.#canRefer(entry))) return undefined;
    return () => {
      const host = this.#index.entries.get(entry.within ?? "");
      const node = host && this.#nodes.get(host.entry);
      if (!node || host.section === "documents" || host.entry.consultation !== entry.consultation)
        return false;
      node.documents.push(entry);
      node.documents.sort((a, b) => a.order - b.order);
      return true;
    };
  }

  #attachLink(link: Link): boolean {
    const from = link.from ?? "";
    const host = this.#index.entries.get(from) ?? this.#index.suppliesOf(from)[0];
    const node = host && this.#nodes.get(host.entry);
    if (!node || node.links.some((other) => other.kind === link.kind)) return false;
    const [first] = node.entries;
    // The tail of a medication statement is told of the statement, not of a supply in it.
    const told = "statement" in first.entry ? first.entry.statement : first.entry.id;
    if (told !== from) return false;
    node.links.push(link);
    return true;
  }

  #place(entries: readonly [PlacedEntry, ...PlacedEntry[]]): TreeNode {
    const [first] = entries;
    const known = this.#nodes.get(first.entry);
    if (known) return known;
    const parent = this.#parentOf(first.entry);
    const node: TreeNode = {
      entries,
      documents: [],
      links: [],
      parent,
      children: [],
      depth: parent ? parent.depth + 1 : 0,
    };
    for (const { entry } of entries) this.#nodes.set(entry, node);
    if (parent) parent.children.push(node);
    else {
      const consultation = this.#consultationOf(first.entry);
      const siblings = this.#top.get(consultation);
      if (siblings) siblings.push(node);
      else this.#top.set(consultation, [node]);
    }
    return node;
  }

  #consultationOf({ consultation }: AnyEntry): EntryId | undefined {
    const placed = consultation === undefined ? undefined : this.#index.entries.get(consultation);
    return placed?.section === "consultations" && !this.#leftOut.has(placed.entry)
      ? consultation
      : undefined;
  }

  /** The container an entry says it stands in, where it is one and of the same consultation. */
  #container(entry: AnyEntry): PlacedEntry | undefined {
    const placed = entry.within === undefined ? undefined : this.#index.entries.get(entry.within);
    if (!placed || this.#leftOut.has(placed.entry) || placed.entry === entry) return undefined;
    const holds =
      placed.section === "testReports" ||
      (placed.section === "groups" && placed.entry.kind !== "empty");
    return holds && placed.entry.consultation === entry.consultation ? placed : undefined;
  }

  #parentOf(entry: AnyEntry): TreeNode | undefined {
    // The chain upwards, placed from its top: no recursion, and a circle ends it.
    const chain: PlacedEntry[] = [];
    const seen = new Set<AnyEntry>([entry]);
    let at = this.#container(entry);
    while (at && !this.#nodes.has(at.entry)) {
      if (seen.has(at.entry)) return undefined;
      seen.add(at.entry);
      chain.push(at);
      at = this.#container(at.entry);
    }
    let parent = at && this.#nodes.get(at.entry);
    for (const placed of chain.toReversed()) parent = this.#place([placed]);
    return parent && parent.depth < mostDepth ? parent : undefined;
  }
}

/** Whether the source had a supply in one statement with others, whatever their ids say. */
const isKeptWith = (entry: AnyEntry, others: readonly PlacedEntry[] = []): boolean =>
  others.some(
    (other) => idsOf(entry)?.includes(other.entry.id) || idsOf(other.entry)?.includes(entry.id),
  );

/** Puts the supplies of a statement into the order its source had, where that was kept and names them all. */
function sortAsKept(placed: PlacedEntry[]): void {
  for (const { entry } of placed) {
    const ids = idsOf(entry);
    if (ids?.length !== placed.length || !placed.every((one) => ids.includes(one.entry.id)))
      continue;
    placed.sort((a, b) => ids.indexOf(a.entry.id) - ids.indexOf(b.entry.id));
    return;
  }
}

/** A link that says nothing but what it relates. */
function isBareLink(link: Link): boolean {
  return (
    link.consultation === undefined &&
    link.within === undefined &&
    link.targets.length > 0 &&
    !link.concept &&
    !link.effective &&
    link.recorded === undefined &&
    !link.status &&
    link.texts.length === 0 &&
    link.participants.length === 0 &&
    link.confidentiality.length === 0 &&
    link.identifiers.length === 0
  );
}

/** In the order of the record; entries of one place by section and index. */
function sortNodes(nodes: TreeNode[]): void {
  nodes.sort((a, b) => compareEntries(a.entries[0], b.entries[0]));
  for (const { children } of nodes) sortNodes(children);
}

export function compareEntries(a: PlacedEntry, b: PlacedEntry): number {
  return a.entry.order - b.entry.order || comparePlaces(a, b);
}

/** By section, in the order of the record, and by place in it. */
export function comparePlaces(
  a: Pick<PlacedEntry, "section" | "index">,
  b: Pick<PlacedEntry, "section" | "index">,
): number {
  return (sectionRank.get(a.section) ?? 0) - (sectionRank.get(b.section) ?? 0) || a.index - b.index;
}

/** Whether the category a statement stands in already says that allergies stand there. */
export function inAllergyCategory({ parent }: TreeNode): boolean {
  const group = parent?.entries[0];
  const code = group?.section === "groups" ? group.entry.concept?.codings[0]?.code : undefined;
  return code !== undefined && kindOfWrapper({ code }) !== undefined;
}
