import { entrySections, labelOf, sayName } from "@gp2gp/core";
import type { EntryId, PatientRecord } from "@gp2gp/core";
import { supplyKinds, supplySections } from "../sections/medication/supply-kinds.ts";
import type { SupplyEntry, SupplySection } from "../sections/medication/supply-kinds.ts";
import { sharedParticipants } from "../sections/medication/write-medication.ts";
import type { ReferenceTarget } from "../sections/shared/scopes.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";

/** A supply in its section. */
export type PlacedSupply = Extract<PlacedEntry, { readonly section: SupplySection }>;

/** Look-ups by id over a record, made once. Of entries that share an id the first counts. */
export class RecordIndex {
  readonly entries = new Map<EntryId, PlacedEntry>();
  readonly #supplies = new Map<EntryId, PlacedSupply[]>();
  readonly #sharers = new Set<EntryId>();
  readonly #locations: ReadonlySet<EntryId | undefined>;
  readonly #confidential: ReadonlySet<EntryId>;

  /** `confidential`: the entries of which nothing may be told elsewhere. */
  constructor(record: PatientRecord, confidential: ReadonlySet<EntryId> = new Set()) {
    this.#confidential = confidential;
    for (const section of entrySections) {
      for (const [index, entry] of record[section].entries()) {
        const placed = { section, index, entry } as PlacedEntry;
        if (!this.entries.has(entry.id)) this.entries.set(entry.id, placed);
      }
    }
    for (const section of supplySections) {
      for (const [index, entry] of record[section].entries()) {
        const placed = { section, index, entry } as PlacedSupply;
        const others = this.#supplies.get(entry.statement);
        if (others) others.push(placed);
        else this.#supplies.set(entry.statement, [placed]);
      }
    }
    for (const [statement, supplies] of this.#supplies)
      for (const id of this.#sharersOf(statement, supplies)) this.#sharers.add(id);
    this.#locations = new Set(record.consultations.map(({ location }) => location));
  }

  /** Whether an id is of an agent of the directory; a place where a consultation was is told with that. */
  isInDirectory(id: EntryId): boolean {
    const placed = this.entries.get(id);
    return (
      placed?.section === "agents" && (placed.entry.kind !== "place" || !this.#locations.has(id))
    );
  }

  /** Whether a supply cannot stand under the id of its statement, because something else does. */
  sharesStatement(id: EntryId): boolean {
    return this.#sharers.has(id);
  }

  /** The one authorisation in a medication statement that has an id of its own. */
  authorisationIn(statement: EntryId): EntryId | undefined {
    if (this.entries.has(statement)) return undefined;
    const found = (this.#supplies.get(statement) ?? []).filter(
      ({ section }) => section === "authorisations",
    );
    return found.length === 1 ? found[0]?.entry.id : undefined;
  }

  /** What supplies must have in common to stand in one medication statement: their place, and what that says of all of them. */
  placeOf({ section, entry }: PlacedSupply): string {
    const { statement, consultation = "", within = "", order } = entry;
    const place = `${statement}|${consultation}|${within}|${order}`;
    return this.suppliesOf(statement).length < 2 ? place : place + sharedFacts(section, entry);
  }

  /** The supplies in a medication statement. */
  suppliesOf(statement: EntryId): readonly PlacedSupply[] {
    return this.#supplies.get(statement) ?? [];
  }

  /**
   * The supplies that cannot stand under the id of their statement: those of other places than the
   * one that keeps it, or all where the id is that of an entry. The one that keeps it is chosen by its
   * section and id, which stay the same whatever the order of the record.
   */
  #sharersOf(statement: EntryId, supplies: readonly PlacedSupply[]): readonly EntryId[] {
    const isEntry = this.entries.has(statement);
    const others = supplies.filter(({ entry }) => entry.id !== statement);
    if (isEntry || others.length < 2) return isEntry ? others.map(({ entry }) => entry.id) : [];
    const counts = new Map<string, number>();
    const places = others.map((placed) => {
      const place = this.placeOf(placed);
      const count = counts.get(place) ?? 0;
      counts.set(place, count + 1);
      return `${place}|${Math.floor(count / mostSupplies)}`;
    });
    let keeper = 0;
    for (const [at, { section, entry }] of others.entries()) {
      const kept = others[keeper];
      if (kept?.section === section && entry.id < kept.entry.id) keeper = at;
    }
    return others.flatMap(({ entry }, at) => (places[at] === places[keeper] ? [] : entry.id));
  }

  /** What people know an entry by: an agent by its name, any other by what it is about, where everybody may know. */
  nameOf(id: EntryId): string | undefined {
    const placed = this.entries.get(id);
    if (placed?.section === "agents") return sayName(placed.entry.person) ?? placed.entry.name;
    if (!placed || this.#confidential.has(id)) return undefined;
    return labelOf(placed.entry.concept)?.slice(0, mostLetters);
  }

  /** What a reference to an id points to. */
  target(id: EntryId): ReferenceTarget | undefined {
    const placed = this.entries.get(id) ?? this.#supplies.get(id)?.[0];
    return placed && targetOf(placed);
  }
}

/** How much of a name is told where something refers to it. */
const mostLetters = 80;

// MIM: MedicationStatement component is 0..3
export const mostSupplies = 3;

function sharedFacts(section: SupplySection, entry: SupplyEntry): string {
  const { concept, dosages, status, effective, recorded, priority, uncertainty, expires } = entry;
  const { confidentiality, participants } = entry;
  const facts = [concept, dosages, status, effective, recorded, priority, uncertainty, expires];
  return JSON.stringify([...facts, confidentiality, sharedParticipants(section, participants)]);
}

const isSupply = (section: string): section is SupplySection => section in supplyKinds;

function targetOf(placed: PlacedEntry): ReferenceTarget {
  const { section } = placed;
  const observation = { kind: "ObservationStatement", classCode: "OBS", moodCode: "EVN" } as const;
  if (isSupply(section))
    return {
      kind: "supply",
      classCode: "SBADM",
      moodCode: supplyKinds[section].statementMood,
      document: false,
    };
  switch (section) {
    case "groups":
    case "testReports":
      return {
        kind: "CompoundStatement",
        classCode: section === "testReports" ? "CLUSTER" : placed.entry.kind.toUpperCase(),
        moodCode: "EVN",
        document: false,
      };
    case "observations":
      return (placed.entry.components?.length ?? 0) > 0
        ? { kind: "CompoundStatement", classCode: "BATTERY", moodCode: "EVN", document: false }
        : { ...observation, document: false };
    case "referrals":
    case "testRequests":
      return { kind: "RequestStatement", classCode: "OBS", moodCode: "RQO", document: false };
    case "plans":
      return { kind: "PlanStatement", classCode: "OBS", moodCode: "INT", document: false };
    default:
      return { ...observation, document: section === "documents" };
  }
}
