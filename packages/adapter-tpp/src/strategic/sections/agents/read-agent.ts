import { identifierSystems, newEntry } from "@gp2gp/core";
import type { Agent, Identifier, Telecom } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import type { FreeTexts } from "../../reading/free-texts.ts";
import { nationalIdSystem } from "../../../shared/national-id-system.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import { dateFromCell, referenceIn } from "../../wire/cells.ts";
import type { AgentTable } from "../../wire/references.ts";
import { isMadeNumber, rowIdentifiers } from "../../wire/row-numbers.ts";
import { readAddress } from "../address.ts";

/** Reads a row of whoever or whatever takes part in records. */
export function readAgent(table: AgentTable, row: Row, reading: AgentReading): void {
  switch (table) {
    case "SRStaffMemberProfile":
      return readProfile(row, reading);
    case "SRStaffMember":
      return add(row, reading, { kind: "person", ...personOf(row), identifiers: staffIds(row) });
    case "SRTeam":
      return add(row, reading, {
        kind: "team",
        ...(row.cells["TeamName"] !== undefined && { name: row.cells["TeamName"] }),
        ...(row.cells["TeamType"] !== undefined && { description: row.cells["TeamType"] }),
        ...period(row, "TeamCreated", "TeamDeleted"),
        ...representing(row, reading),
        identifiers: rowIdentifiers(table, row.cells["RowIdentifier"]),
      });
    case "SRAddressBookEntry":
      return readAddressBookEntry(row, reading);
    case "SROrganisationBranch":
      return add(row, reading, {
        kind: "place",
        ...(row.cells["BranchName"] !== undefined && { name: row.cells["BranchName"] }),
        ...addresses("SROrganisationBranch", row),
        ...representing(row, reading),
        identifiers: [
          ...rowIdentifiers(table, row.cells["RowIdentifier"]),
          ...identifier(identifierSystems.ods, row.cells["ID"]),
        ],
      });
    case "SROrganisation":
      return add(row, reading, {
        kind: "organisation",
        ...(row.cells["Name"] !== undefined && { name: row.cells["Name"] }),
        ...telecomsOf(row),
        ...addresses("SROrganisation", row),
        identifiers: [
          ...rowIdentifiers(table, row.cells["RowIdentifier"]),
          ...identifier(identifierSystems.ods, organisationCode(row.cells["ID"])),
        ],
      });
  }
}

interface AgentReading {
  readonly rows: RowReading;
  readonly freeTexts: FreeTexts;
}
type AgentFacts = Pick<Agent, "identifiers" | "kind"> & Partial<Agent>;

/** The code of an organisation; undefined for one that was made for the row. */
function organisationCode(code: string | undefined): string | undefined {
  return code === undefined || isMadeNumber(code) ? undefined : code;
}

function add(
  row: Row,
  { rows: reading, freeTexts }: AgentReading,
  facts: AgentFacts,
  rows = [row],
): void {
  const key = row.table === "SROrganisation" ? row.cells["ID"] : row.cells["RowIdentifier"];
  const words = freeTexts.of(row.table, key);
  reading.add(
    "agents",
    {
      ...newEntry(reading.idOf(row.table, key ?? ""), reading.nextOrder(), row.source),
      ...facts,
      texts: words.texts,
    },
    { rows: [...rows, ...words.rows], text: words.text },
  );
}

/** A member of staff in a role: the profile, with the person whose it is. */
function readProfile(row: Row, reading: AgentReading): void {
  const { cells } = row;
  const { StaffRole } = cells;
  const staff = reading.rows.rows.shared.find("SRStaffMember", referenceIn(cells["IDStaffMember"]));
  add(
    row,
    reading,
    {
      kind: "person",
      ...(staff && personOf(staff)),
      ...(StaffRole !== undefined && { concept: { text: StaffRole, codings: [] } }),
      ...period(row, "DateEmploymentStart", "DateEmploymentEnd"),
      ...representing(row, reading),
      identifiers: [
        ...rowIdentifiers("SRStaffMemberProfile", cells["RowIdentifier"]),
        ...(staff
          ? staffIds(staff)
          : rowIdentifiers("SRStaffMember", referenceIn(cells["IDStaffMember"]))),
        ...identifier(tppSystems.prescriber, cells["PPAID"]),
        ...identifier(tppSystems.localGp, cells["GPLocalCode"]),
        ...identifier(identifierSystems.gmp, cells["GmpID"]),
      ],
    },
    staff ? [row, staff] : [row],
  );
}

function personOf({ cells: { StaffName } }: Row): Pick<Agent, "person"> {
  return StaffName === undefined ? {} : { person: { text: StaffName } };
}

function staffIds({ cells }: Row): Identifier[] {
  return [
    ...rowIdentifiers("SRStaffMember", cells["RowIdentifier"]),
    ...identifier(tppSystems.user, cells["StaffUserName"]),
    ...identifier(nationalIdSystem(cells["NationalIdType"]), cells["IDNational"]),
    ...identifier(identifierSystems.sdsUser, cells["IDSmartCard"]),
  ];
}

function readAddressBookEntry(row: Row, reading: AgentReading): void {
  const { Title, FirstName, MiddleNames, Surname, OrganisationName } = row.cells;
  const given = [FirstName, MiddleNames].filter((name) => name !== undefined);
  const person = {
    ...(Title !== undefined && { prefixes: [Title] }),
    ...(given.length > 0 && { given }),
    ...(Surname !== undefined && { family: [Surname] }),
  };
  const isPerson = Object.keys(person).length > 0;
  add(row, reading, {
    kind: isPerson ? "person" : "organisation",
    ...(isPerson && { person }),
    ...(OrganisationName !== undefined && { name: OrganisationName }),
    ...addresses("SRAddressBookEntry", row),
    identifiers: rowIdentifiers("SRAddressBookEntry", row.cells["RowIdentifier"]),
  });
}

/** The organisation an agent belongs to: the agent, where the extract has its row, else its code. */
function representing(row: Row, reading: AgentReading): Pick<Agent, "represents"> {
  const code = referenceIn(row.cells["IDOrganisation"]);
  if (code === undefined) return {};
  if (reading.rows.rows.shared.find("SROrganisation", code))
    return { represents: reading.rows.idOf("SROrganisation", code) };
  return { represents: { identifiers: [{ system: identifierSystems.ods, value: code }] } };
}

function period(row: Row, from: string, to: string): Pick<Agent, "end" | "start"> {
  const [start, end] = [from, to].map((column) => dateFromCell(row.cells[column] ?? ""));
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

/** The columns of the ways to reach an organisation. */
export const organisationTelecoms = [
  ["Telephone", { kind: "phone" }],
  ["SecondaryTelephone", { kind: "phone", use: "secondary" }],
  ["Fax", { kind: "fax" }],
] as const satisfies readonly (readonly [string, Omit<Telecom, "value">])[];

function telecomsOf({ cells }: Row): Pick<Agent, "telecoms"> {
  const telecoms = organisationTelecoms.flatMap(([column, how]): Telecom[] => {
    const value = cells[column];
    return value === undefined ? [] : [{ value, ...how }];
  });
  return telecoms.length === 0 ? {} : { telecoms };
}

function addresses(
  table: "SRAddressBookEntry" | "SROrganisation" | "SROrganisationBranch",
  row: Row,
): Pick<Agent, "addresses"> {
  const address = readAddress(table, row);
  return address ? { addresses: [address] } : {};
}

function identifier(system: string, value: string | undefined): Identifier[] {
  return value === undefined ? [] : [{ system, value }];
}
