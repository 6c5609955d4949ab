import { listOf } from "./lists.ts";

/** Tables of people, organisations and places: rows of these are agents. */
export const agentTables = [
  "SRStaffMemberProfile",
  "SRStaffMember",
  "SRTeam",
  "SRAddressBookEntry",
  "SROrganisationBranch",
  "SROrganisation",
] as const;
export type AgentTable = (typeof agentTables)[number];

export function isAgentTable(name: string | undefined): name is AgentTable {
  return agentTables.some((table) => table === name);
}

/** Columns that name rows of shared tables, where they say so by their name alone. */
const byName: Readonly<Record<string, string>> = {
  IDDoneBy: "SRStaffMember",
  IDAuthorisedBy: "SRStaffMember",
  IDClinician: "SRStaffMember",
  IDRotaOwner: "SRStaffMember",
  IDStaffRemoved: "SRStaffMember",
  IDMedicationEndedBy: "SRStaffMember",
  IDStaffMember: "SRStaffMember",
  IDStaffMemberProfileRole: "SRStaffMemberProfileRole",
  IDOrganisation: "SROrganisation",
  IDOrganisationDoneAt: "SROrganisation",
  IDOrganisationRegisteredAt: "SROrganisation",
  IDPractice: "SROrganisation",
  IDBranch: "SROrganisationBranch",
  IDTeam: "SRTeam",
  IDTemplate: "SRTemplate",
  IDQuestionnaire: "SRQuestionnaire",
  IDImmunisationContent: "SRImmunisationContent",
  IDDrugCode: "SRMedicationReadCodeDetails",
  IDRota: "SRRota",
  IDAppointmentRoom: "SRAppointmentRoom",
  IDTrust: "SRTrust",
  IDCcg: "SRCcg",
  IdMappingGroup: "SRMappingGroup",
};

/** Columns whose table another column of the row names. */
export const namedBy: Readonly<Record<string, string>> = {
  IDSRTable: "SRTable",
  RecipientID: "RecipientIDType",
  IDReferrer: "SourceTableReferrer",
  IDReferredTo: "SourceTableReferrerTo",
};

/** The columns of a table that name rows of shared tables, with the tables they may name rows of. */
export function referencesOf(
  table: string,
  columns: readonly string[],
): Record<string, string | readonly string[]> {
  const entries = columns.flatMap((column): [string, string | readonly string[]][] => {
    if (column in namedBy) return [[column, agentTables]];
    const list = listOf(table, column);
    if (list !== undefined)
      return [[column, list === "either" ? ["SRMapping", "SRConfiguredListOption"] : list]];
    // What a shared row says of whoever made it is no part of a record.
    if (/^IDProfile/.test(column) && columns.includes("IDPatient"))
      return [[column, "SRStaffMemberProfile"]];
    const target = byName[column];
    return target === undefined ? [] : [[column, target]];
  });
  if (table === "SRAppointment") entries.push(["RowIdentifier", "SRAppointmentFlags"]);
  return Object.fromEntries(entries);
}

/** Columns that begin like references and hold numbers and codes of another kind. */
const noReferences = new Set([
  "ID",
  "IDNational",
  "IDSmartCard",
  "IDReferralLocal",
  "IDOrganisation",
  "IDOrganisationVisibleTo",
  "IDOrganisationDoneAt",
  "IDOrganisationRegisteredAt",
  "IDPractice",
  "IDTrust",
  "IDCcg",
]);
const snomedColumns = new Set(["SNOMEDCode", "ImmsSNOMEDCode", "SNOMEDPrimaryDiagnosis"]);

/** Columns of references: where there is none they hold -1, or nothing. */
export function isReferenceColumn(column: string): boolean {
  return snomedColumns.has(column) || (column.startsWith("ID") && !noReferences.has(column));
}

/** What a reference holds where there is none. */
export const noReference = "-1";

/** The tables of agents that a word in a column may mean: the name of one, else what it sounds like, else any. */
export function agentTablesMeant(word: string | undefined): readonly AgentTable[] {
  if (isAgentTable(word)) return [word];
  const said = word?.toLowerCase() ?? "";
  const found = sounds.find(([sound]) => said.includes(sound));
  return found ? found[1] : agentTables;
}

const sounds: readonly (readonly [string, readonly AgentTable[]])[] = [
  ["profile", ["SRStaffMemberProfile"]],
  ["staff", ["SRStaffMember"]],
  ["address", ["SRAddressBookEntry"]],
  ["branch", ["SROrganisationBranch"]],
  ["team", ["SRTeam"]],
  ["organisation", ["SROrganisation"]],
];
