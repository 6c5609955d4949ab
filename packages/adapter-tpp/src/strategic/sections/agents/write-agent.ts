import { identifierSystems, sayName } from "@gp2gp/core";
import type { Agent, Telecom } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { isSameFacts } from "../../../shared/coded-as.ts";
import { nationalIdSystem } from "../../../shared/national-id-system.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { addFreeText, writeWords } from "../../writing/write-words.ts";
import { referencesFrom } from "../../reading/reached-rows.ts";
import { agentTables } from "../../wire/references.ts";
import { rowSystem } from "../../wire/row-numbers.ts";
import { writeAddress } from "../address.ts";
import { writePlainText } from "../write-plain.ts";
import { organisationTelecoms } from "./read-agent.ts";

/**
 * Writes whoever takes part in the record as staff, teams, branches and organisations, once all rows that
 * may name them are there. One that no row names is named by a row of free text, so that it is found
 * again. A device stands in words.
 */
export function writeAgents(agents: readonly PlacedEntry[], writing: ExtractWriting): void {
  const named = new Set(writing.rows.rows.flatMap(namesIn));
  for (const table of [...agentTables, undefined])
    for (const placed of agents)
      if (writing.agents.tableOf(writing.entry(placed, "agents")) === table)
        writeAgent(placed, named, writing);
}

function writeAgent(placed: PlacedEntry, named: Set<string>, writing: ExtractWriting): void {
  const agent = writing.entry(placed, "agents");
  if (isOnlyNamed(agent, named, writing)) {
    writing.place(placed, { rows: [] });
    return;
  }
  const own = rowsOf(agent, writing);
  const [row] = own;
  if (!row) {
    writePlainText(placed, writing);
    return;
  }
  for (const name of own.flatMap(namesIn)) named.add(name);
  const { rows, text } = writeWords(row, agent, writing);
  const key = row.table === "SROrganisation" ? row.cells["ID"] : row.cells["RowIdentifier"];
  const isNamed = rows.length > 0 || named.has(`${row.table} ${key}`);
  const naming = isNamed ? undefined : addFreeText(row, writing.rows);
  const words = naming ? { row: naming, column: "FreeText" } : text;
  writing.place(placed, {
    rows: [...own, ...rows, ...(naming ? [naming] : [])],
    ...(words && { text: words }),
  });
}

/** Whether an agent is no more than what rows of the extract it came from name it by, who had no row there. */
function isOnlyNamed(agent: Agent, named: ReadonlySet<string>, writing: ExtractWriting): boolean {
  const table = writing.agents.tableOf(agent);
  const [identifier] = agent.identifiers;
  if (table === undefined || !identifier) return false;
  const bare = { id: agent.id, kind: agent.kind, identifiers: [identifier] };
  const { source: _, order: __, ...facts } = agent;
  return (
    isSameFacts(facts, bare) &&
    agent.id === writing.idOf(table, identifier.value) &&
    named.has(`${table} ${identifier.value}`)
  );
}

/** The rows of shared tables a row names, each by its table and key. */
function namesIn(row: RowDraft): string[] {
  return referencesFrom(row).flatMap(([column, tables]) =>
    tables.map((table) => `${table} ${row.cells[column]}`),
  );
}

function rowsOf(agent: Agent, writing: ExtractWriting): RowDraft[] {
  const table = writing.agents.tableOf(agent);
  switch (table) {
    case "SRStaffMemberProfile":
      return writeProfile(agent, writing);
    case "SRStaffMember":
      return [writeStaff(agent, writing)];
    case "SRTeam": {
      const row = startAgent("SRTeam", agent, writing);
      writing.put(row, "TeamName", agent.name);
      writing.put(row, "TeamType", agent.description);
      writing.putDate(row, "TeamCreated", agent.start);
      writing.putDate(row, "TeamDeleted", agent.end);
      writing.put(row, "IDOrganisation", representedCode(agent, writing));
      return [row];
    }
    case "SRAddressBookEntry":
      return [writeAddressBookEntry(agent, writing)];
    case "SROrganisationBranch": {
      const row = startAgent("SROrganisationBranch", agent, writing);
      writing.put(row, "ID", identifierOf(agent, identifierSystems.ods));
      writing.put(row, "BranchName", agent.name);
      writeAddress("SROrganisationBranch", row, agent.addresses?.[0], writing);
      writing.put(row, "IDOrganisation", representedCode(agent, writing));
      return [row];
    }
    case "SROrganisation": {
      const row = startAgent("SROrganisation", agent, writing);
      writing.put(row, "ID", writing.agents.organisation(agent.id));
      writing.put(row, "Name", agent.name);
      writeAddress("SROrganisation", row, agent.addresses?.[0], writing);
      writeTelecoms(row, agent.telecoms ?? [], writing);
      return [row];
    }
    case undefined:
      return [];
  }
}

function startAgent(table: string, agent: Agent, writing: ExtractWriting): RowDraft {
  const row = writing.add(table);
  writing.put(row, "RowIdentifier", writing.numbers.of(table, agent));
  return row;
}

/** A profile and the member of staff whose it is; of one that came without the person there is no more. */
function writeProfile(agent: Agent, writing: ExtractWriting): RowDraft[] {
  const row = startAgent("SRStaffMemberProfile", agent, writing);
  writing.put(row, "StaffRole", agent.concept?.text);
  writing.putDate(row, "DateEmploymentStart", agent.start);
  writing.putDate(row, "DateEmploymentEnd", agent.end);
  writing.put(row, "PPAID", identifierOf(agent, tppSystems.prescriber));
  writing.put(row, "GPLocalCode", identifierOf(agent, tppSystems.localGp));
  writing.put(row, "GmpID", identifierOf(agent, identifierSystems.gmp));
  writing.put(row, "IDOrganisation", representedCode(agent, writing));
  const isAlone =
    agent.identifiers.some(({ system }) => system === rowSystem("SRStaffMemberProfile")) &&
    !agent.identifiers.some(({ system }) => system === rowSystem("SRStaffMember"));
  if (isAlone) return [row];
  const staff = writeStaff(agent, writing);
  writing.put(row, "IDStaffMember", staff.cells["RowIdentifier"]);
  return [row, staff];
}

/** The types of national identifiers, in the words of the format. */
const nationalIdTypes = [
  "GMC",
  "NMC",
  "GDP ID",
  "GPhC",
  "RPSGB",
  "HPC",
  "HCPC",
  "PPAID",
  "Local Person ID",
  "Pathology ID",
  "Other",
] as const;

function writeStaff(agent: Agent, writing: ExtractWriting): RowDraft {
  const number = writing.numbers.of("SRStaffMember", agent, true);
  const known = writing.staff.get(number);
  if (known) return known;
  const row = writing.add("SRStaffMember");
  writing.staff.set(number, row);
  writing.put(row, "RowIdentifier", number);
  writing.put(row, "StaffName", sayName(agent.person));
  writing.put(row, "StaffUserName", identifierOf(agent, tppSystems.user));
  const type = [...nationalIdTypes, undefined].find(
    (one) => identifierOf(agent, nationalIdSystem(one)) !== undefined,
  );
  writing.put(row, "NationalIdType", type);
  writing.put(row, "IDNational", identifierOf(agent, nationalIdSystem(type)));
  writing.put(row, "IDSmartCard", identifierOf(agent, identifierSystems.sdsUser));
  return row;
}

function writeAddressBookEntry(agent: Agent, writing: ExtractWriting): RowDraft {
  const row = startAgent("SRAddressBookEntry", agent, writing);
  const { prefixes = [], given = [], family = [] } = agent.person ?? {};
  writing.put(row, "Title", prefixes[0]);
  writing.put(row, "FirstName", given[0]);
  writing.put(row, "MiddleNames", given[1]);
  writing.put(row, "Surname", family[0]);
  writing.put(row, "OrganisationName", agent.name);
  writeAddress("SRAddressBookEntry", row, agent.addresses?.[0], writing);
  return row;
}

function writeTelecoms(row: RowDraft, telecoms: readonly Telecom[], writing: ExtractWriting): void {
  for (const [column, how] of organisationTelecoms) {
    const telecom = telecoms.find(({ value: _, ...own }) => isSameFacts(own, how));
    writing.put(row, column, telecom?.value);
  }
}

function representedCode({ represents }: Agent, writing: ExtractWriting): string | undefined {
  if (typeof represents === "string") return writing.agents.organisation(represents);
  return represents?.identifiers?.find(({ system }) => system === identifierSystems.ods)?.value;
}

function identifierOf({ identifiers }: Agent, system: string): string | undefined {
  return identifiers.find((one) => one.system === system && one.assigner === undefined)?.value;
}
