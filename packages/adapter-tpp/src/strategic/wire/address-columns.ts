import type { Address } from "@gp2gp/core";

type AddressMember =
  | "houseName"
  | "houseNumber"
  | "street"
  | "locality"
  | "town"
  | "county"
  | "postcode";
export type AddressColumns = readonly (readonly [AddressMember, string])[];

const members = [
  "houseName",
  "houseNumber",
  "street",
  "locality",
  "town",
  "county",
  "postcode",
] as const satisfies readonly (keyof Address)[];

const columnsOf = (names: string): AddressColumns =>
  names.split(" ").map((column, place) => [members[place] ?? "postcode", column]);

const organisation = columnsOf(
  "HouseName HouseNumber NameOfRoad NameOfLocality NameOfTown NameOfCounty FullPostCode",
);

/** The columns that hold the parts of an address, by table. */
export const addressColumns = {
  SRPatientAddressHistory: columnsOf(
    "NameOfBuilding NumberOfBuilding NameOfRoad NameOfLocality NameOfTown NameOfCounty FullPostCode",
  ),
  SRPatientRelationship: columnsOf(
    "RelationshipWithHouseName RelationshipWithHouseNumber RelationshipWithRoad " +
      "RelationshipWithLocality RelationshipWithPostTown RelationshipWithCounty RelationshipWithPostCode",
  ),
  SROrganisation: organisation,
  SROrganisationBranch: columnsOf("HouseName HouseNumber RoadName Locality Town County PostCode"),
  SRAddressBookEntry: columnsOf(
    "HouseName HouseNumber NameOfRoad NameOfLocality NameOfTown NameOfCounty FullPostcode",
  ),
} as const satisfies Readonly<Record<string, AddressColumns>>;
