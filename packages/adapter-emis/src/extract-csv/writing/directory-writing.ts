import type { Agent, EntryId } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import type { DirectoryTable } from "../reading/directory-reading.ts";
import type { EmisWriting } from "./writing.ts";

type PlacedAgent = PlacedEntry<"agents">;

const tableOfKind: Readonly<Record<Agent["kind"], DirectoryTable>> = {
  person: "Admin_UserInRole",
  // A team and a device act as users do, and are in no other table.
  team: "Admin_UserInRole",
  device: "Admin_UserInRole",
  organisation: "Admin_Organisation",
  place: "Admin_Location",
};

/**
 * The agents of a record while it is written: those that rows refer to are rows of the directory, which is
 * how a reader knows them for the patient's; the others are not.
 */
export class DirectoryWriting {
  readonly #writing: EmisWriting;
  readonly #agents = new Map<EntryId, PlacedAgent>();
  readonly #waiting: PlacedAgent[] = [];
  readonly #referred = new Set<EntryId>();

  constructor(writing: EmisWriting, agents: readonly PlacedAgent[], kept: readonly EntryId[]) {
    this.#writing = writing;
    for (const placed of agents)
      if (placed.entry.confidentiality.length === 0) this.#agents.set(placed.entry.id, placed);
    for (const id of kept) this.#refer(this.#agents.get(id));
  }

  /** The key of an agent in a table, which then has its row; undefined for one that is of no row there. */
  keyOf(table: DirectoryTable, id: EntryId | undefined): string | undefined {
    const placed = id === undefined ? undefined : this.#agents.get(id);
    if (!placed || tableOfKind[placed.entry.kind] !== table) return undefined;
    this.#refer(placed);
    return this.#writing.keyOf(placed.entry.id);
  }

  agent(id: EntryId | undefined): Agent | undefined {
    return id === undefined ? undefined : this.#agents.get(id)?.entry;
  }

  /** Agents that were referred to since the last call, and by those in turn. */
  next(): PlacedAgent | undefined {
    return this.#waiting.shift();
  }

  isReferred(id: EntryId): boolean {
    return this.#referred.has(id);
  }

  /** That an agent stands elsewhere than in the directory. */
  except(id: EntryId): void {
    this.#referred.add(id);
  }

  #refer(placed: PlacedAgent | undefined): void {
    if (!placed || this.#referred.has(placed.entry.id)) return;
    this.#referred.add(placed.entry.id);
    this.#waiting.push(placed);
  }
}
