import { newEntry } from "@gp2gp/core";
import type { Address, Agent, EntryId, Telecom } from "@gp2gp/core";
import type { Cells, Row } from "@gp2gp/tabular";
import { wordOf } from "../../../shared/words.ts";
import type { EmisReading } from "../../reading/reading.ts";

/** A place. What it is part of is a larger place, else the organisation whose place it is. */
export function readLocation(row: Row, reading: EmisReading): EntryId {
  const { cells, source } = row;
  const { LocationGuid = "", LocationName, LocationTypeDescription, MainContactName } = cells;
  const id = reading.idOf(row.table, LocationGuid);
  const { directory } = reading;
  const owners = directory.findAll("Admin_OrganisationLocation", LocationGuid);
  const [owner] = owners;
  const parent = directory.location(row, "ParentLocationGuid");
  const organisation = owner && directory.organisation(owner, "OrganisationGuid");
  const represents = parent ?? organisation;
  const start = reading.date(row, "OpenDate");
  const end = reading.date(row, "CloseDate");
  const telecoms = locationTelecoms.flatMap(([column, kind]): Telecom[] => {
    const value = cells[column];
    return value === undefined ? [] : [{ value, kind }];
  });
  const address = addressOf(cells);
  const agent: Agent = {
    ...newEntry(id, reading.rows.nextOrder(), source),
    kind: "place",
    ...wordOf("name", LocationName),
    ...(LocationTypeDescription !== undefined && {
      concept: { text: LocationTypeDescription, codings: [] },
    }),
    ...wordOf("description", MainContactName),
    ...(telecoms.length > 0 && { telecoms }),
    ...(address && { addresses: [address] }),
    ...(represents !== undefined && { represents }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
  reading.rows.add("agents", agent, { rows: [row, ...owners] });
  return id;
}

/** Columns in which a location is reached. */
export const locationTelecoms = [
  ["PhoneNumber", "phone"],
  ["FaxNumber", "fax"],
  ["EmailAddress", "email"],
] as const satisfies readonly (readonly [string, Telecom["kind"]])[];

/** Columns of an address, of a patient and of a location, and the parts of an address they are. */
export const addressColumns = [
  ["HouseNameFlatNumber", "houseName"],
  ["NumberAndStreet", "street"],
  ["Village", "locality"],
  ["Town", "town"],
  ["County", "county"],
  ["Postcode", "postcode"],
] as const satisfies readonly (readonly [string, keyof Address])[];

/** The address of a row, where it has one. */
export function addressOf(cells: Cells): Address | undefined {
  const parts = addressColumns.flatMap(([column, part]) => {
    const text = cells[column];
    return text === undefined ? [] : [[part, text] as const];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}
