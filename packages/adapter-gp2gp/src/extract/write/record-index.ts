import { entrySections } from "@gp2gp/core";
import type { EntryId, PatientRecord } from "@gp2gp/core";
import { supplyKinds, supplySections } from "../sections/medication/supply-kinds.ts";
import type { SupplySection } from "../sections/medication/supply-kinds.ts";
import type { ReferenceTarget } from "../sections/shared/scopes.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";

/** Look-ups by id over a record, made once. Of entries that share an id the first counts. */
export class RecordIndex {
  readonly entries = new Map<EntryId, PlacedEntry>();
  readonly #supplies = new Map<EntryId, PlacedEntry[]>();

  constructor(record: PatientRecord) {
    for (const section of entrySections) {
      for (const [index, entry] of record[section].entries()) {
        const placed = { section, index, entry } as PlacedEntry;
        if (!this.entries.has(entry.id)) this.entries.set(entry.id, placed);
      }
    }
    for (const section of supplySections) {
      for (const [index, entry] of record[section].entries()) {
        const placed = { section, index, entry } as PlacedEntry;
        const others = this.#supplies.get(entry.statement);
        if (others) others.push(placed);
        else this.#supplies.set(entry.statement, [placed]);
      }
    }
  }

  /** The one authorisation in a medication statement that has an id of its own. */
  authorisationIn(statement: EntryId): EntryId | undefined {
    if (this.entries.has(statement)) return undefined;
    const found = (this.#supplies.get(statement) ?? []).filter(
      ({ section }) => section === "authorisations",
    );
    return found.length === 1 ? found[0]?.entry.id : undefined;
  }

  /** The supplies in a medication statement. */
  suppliesOf(statement: EntryId): readonly PlacedEntry[] {
    return this.#supplies.get(statement) ?? [];
  }

  /** What a reference to an id points to. */
  target(id: EntryId): ReferenceTarget | undefined {
    const placed = this.entries.get(id) ?? this.#supplies.get(id)?.[0];
    return placed && targetOf(placed);
  }
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
