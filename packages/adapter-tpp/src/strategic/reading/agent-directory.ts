import { identifierSystems, issuesOf, newEntry, sharedIssueKinds } from "@gp2gp/core";
import type { Agent, EntryId } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { readAgent } from "../sections/agents/read-agent.ts";
import { referenceIn } from "../wire/cells.ts";
import { agentTables, agentTablesMeant } from "../wire/references.ts";
import type { AgentTable } from "../wire/references.ts";
import { rowIdentifiers } from "../wire/row-numbers.ts";
import type { FreeTexts } from "./free-texts.ts";
import type { ReachedRows } from "./reached-rows.ts";

const issue = issuesOf(sharedIssueKinds);

/** Who and what the rows of a patient name: staff in their profiles, teams, organisations, branches. */
export class AgentDirectory {
  readonly #reading: RowReading;
  readonly #reached: ReachedRows;
  readonly #freeTexts: FreeTexts;
  /** The profile a member of staff is known in. */
  readonly #profileOf = new Map<string, string>();
  readonly #missing = new Map<string, Agent>();

  constructor(reading: RowReading, reached: ReachedRows, freeTexts: FreeTexts) {
    this.#freeTexts = freeTexts;
    this.#reading = reading;
    this.#reached = reached;
    for (const { cells } of reached.get("SRStaffMemberProfile") ?? []) {
      const { IDStaffMember: staff, RowIdentifier: profile } = cells;
      if (staff !== undefined && profile !== undefined && !this.#profileOf.has(staff))
        this.#profileOf.set(staff, profile);
    }
  }

  /** The agent a cell names; one that is not in the extract is an agent of whom no more is known, and reported. */
  find(table: AgentTable, cell: string | undefined, row: Row): EntryId | undefined {
    const key = referenceIn(cell);
    if (key === undefined) return undefined;
    const profile = table === "SRStaffMember" ? this.#profileOf.get(key) : undefined;
    if (profile !== undefined) return this.#reading.idOf("SRStaffMemberProfile", profile);
    const id = this.#reading.idOf(table, key);
    if (!this.#reading.rows.shared.find(table, key)) this.#miss(table, key, { id, row });
    return id;
  }

  /** The agent a cell names that another column says the table of. */
  findMeant(word: string | undefined, cell: string | undefined, row: Row): EntryId | undefined {
    const key = referenceIn(cell);
    if (key === undefined) return undefined;
    const meant = agentTablesMeant(word);
    const found = meant.find((one) => this.#reading.rows.shared.find(one, key));
    const [only, ...others] = meant;
    // Where a word means no table in particular, what it names is not known.
    const table = found ?? (others.length === 0 ? only : undefined);
    if (table !== undefined) return this.find(table, key, row);
    this.#reading.issues.push(
      issue("reference-unresolved", { source: row.source, detail: { table: word ?? "", key } }),
    );
    return undefined;
  }

  /** Adds every agent that was named, in the order of their files, then those that are not there. */
  addAll(): void {
    for (const table of agentTables)
      for (const row of this.#reached.get(table) ?? []) {
        const isInProfile =
          table === "SRStaffMember" && this.#profileOf.has(row.cells["RowIdentifier"] ?? "");
        if (!isInProfile)
          readAgent(table, row, { rows: this.#reading, freeTexts: this.#freeTexts });
      }
    for (const agent of this.#missing.values())
      this.#reading.add("agents", { ...agent, order: this.#reading.nextOrder() }, { rows: [] });
  }

  #miss(table: AgentTable, key: string, at: { readonly id: EntryId; readonly row: Row }): void {
    if (this.#missing.has(at.id)) return;
    this.#reading.issues.push(
      issue("reference-unresolved", { source: at.row.source, detail: { table, key } }),
    );
    const agent: Agent = {
      ...newEntry(at.id, 0, {}),
      kind: kindOf(table),
      identifiers:
        table === "SROrganisation"
          ? [{ system: identifierSystems.ods, value: key }]
          : rowIdentifiers(table, key),
    };
    this.#missing.set(at.id, agent);
  }
}

function kindOf(table: AgentTable): Agent["kind"] {
  switch (table) {
    case "SRStaffMemberProfile":
    case "SRStaffMember":
      return "person";
    case "SRTeam":
      return "team";
    case "SROrganisationBranch":
      return "place";
    case "SROrganisation":
    case "SRAddressBookEntry":
      return "organisation";
  }
}
