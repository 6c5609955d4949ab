import { identifierSystems } from "@gp2gp/core";
import type { Agent, EntryId } from "@gp2gp/core";
import { hasStaffProfile } from "../sections/agents/staff-profile.ts";
import type { AgentTable } from "../wire/references.ts";
import { isMadeNumber, rowSystem } from "../wire/row-numbers.ts";
import type { RowNumbers } from "../wire/row-numbers.ts";

/** Which table each agent is written in, and what rows name it by there. */
export class AgentNumbers {
  readonly #agents: ReadonlyMap<EntryId, Agent>;
  readonly #numbers: RowNumbers;
  readonly #codes = new Map<EntryId, string>();
  readonly #taken = new Set<string>();

  constructor(agents: readonly Agent[], numbers: RowNumbers) {
    this.#agents = new Map(agents.map((agent) => [agent.id, agent]));
    this.#numbers = numbers;
  }

  find(id: EntryId | undefined): Agent | undefined {
    return this.#agents.get(id ?? "");
  }

  /** The table an agent is written in; undefined for one the extract has no table of. */
  tableOf(agent: Agent): AgentTable | undefined {
    const addressBook = rowSystem("SRAddressBookEntry");
    const isInAddressBook = agent.identifiers.some(({ system }) => system === addressBook);
    switch (agent.kind) {
      case "person":
        if (isInAddressBook) return "SRAddressBookEntry";
        return hasStaffProfile(agent) ? "SRStaffMemberProfile" : "SRStaffMember";
      case "organisation":
        return isInAddressBook ? "SRAddressBookEntry" : "SROrganisation";
      case "place":
        return "SROrganisationBranch";
      case "team":
        return "SRTeam";
      case "device":
        return undefined;
    }
  }

  /** What names an agent in the columns of a table; undefined where it is not written there. */
  in(table: AgentTable, id: EntryId | undefined): string | undefined {
    const agent = this.find(id);
    if (!agent || this.tableOf(agent) !== table) return undefined;
    return table === "SROrganisation" ? this.#codeOf(agent) : this.#numbers.of(table, agent);
  }

  /** What names a member of staff, whatever the profile. */
  staff(id: EntryId | undefined): string | undefined {
    const agent = this.find(id);
    const table = agent && this.tableOf(agent);
    const isStaff = table === "SRStaffMember" || table === "SRStaffMemberProfile";
    return agent && isStaff ? this.#numbers.of("SRStaffMember", agent, true) : undefined;
  }

  profile(id: EntryId | undefined): string | undefined {
    return this.in("SRStaffMemberProfile", id);
  }

  organisation(id: EntryId | undefined): string | undefined {
    return this.in("SROrganisation", id);
  }

  /** The code an organisation is named by: its own, else a number made for it. */
  #codeOf(agent: Agent): string {
    const known = this.#codes.get(agent.id);
    if (known !== undefined) return known;
    const own = agent.identifiers.find(
      ({ system, assigner, value }) =>
        system === identifierSystems.ods &&
        assigner === undefined &&
        /^[A-Za-z0-9]{2,20}$/.test(value) &&
        !isMadeNumber(value) &&
        !this.#taken.has(value),
    );
    const code = own?.value ?? this.#numbers.make(`organisation ${agent.id}`);
    this.#codes.set(agent.id, code);
    this.#taken.add(code);
    return code;
  }
}
