import type { Address, Agent, Identifier, Telecom } from "@gp2gp/core";
import { identifierSystems } from "@gp2gp/core";
import { listOf, wordOf, wordsOf } from "../../../shared/words.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireLocation, WirePerson } from "../../wire/directory-types.ts";
import type { WireAddress } from "../../wire/ident-types.ts";
import { readDate } from "../coded-items/read-coded-item.ts";

export const staffCategorySystem = "emis:staff-category";
export const mnemonicSystem = "emis:mnemonic";
export const prescriptionCodeSystem = "emis:prescription-code";
export const nationalPersonSystem = "emis:national-person-code";
export const ukccSystem = "emis:ukcc";

/** General medical practitioner codes, which EMIS has in NationalCode. */
export const isPractitionerCode = (code: string): boolean => /^G\d{7}$/.test(code);

/** A person of the directory. */
export function readPerson(wire: WirePerson, reading: Reading): void {
  const id = reading.entryId(wire, "person");
  const start = readDate(wire.ContractStart, reading, wire);
  const end = readDate(wire.ContractEnd, reading, wire);
  const category = wire.Category;
  const description = category?.Description ?? "";
  const mnemonic = category?.Mnemonic ?? "";
  const national = wire.NationalCode ?? "";
  const represents = reading.location(wire.Role?.Location);
  const name = {
    ...listOf("prefixes", wire.Title),
    ...wordsOf("given", wire.FirstNames),
    ...listOf("family", wire.LastName),
  };
  const agent: Agent = {
    ...reading.base(id, wire, {}),
    identifiers: [
      ...identifierOf(mnemonicSystem, wire.Mnemonic),
      ...identifierOf(
        isPractitionerCode(national) ? identifierSystems.gmp : nationalPersonSystem,
        national,
      ),
      ...identifierOf(prescriptionCodeSystem, wire.PrescriptionCode),
      ...identifierOf(identifierSystems.gmc, wire.GmcCode),
      ...identifierOf(ukccSystem, wire.UKCCCode),
    ],
    kind: "person",
    ...(Object.keys(name).length > 0 && { person: name }),
    ...(mnemonic !== ""
      ? {
          concept: {
            codings: [
              {
                system: staffCategorySystem,
                code: mnemonic,
                ...(description !== "" && { display: description }),
                asserted: "source",
              },
            ],
          },
        }
      : description !== "" && { concept: { text: description, codings: [] } }),
    ...telecomsOf(wire),
    ...addressesOf(wire.Address),
    ...(represents !== undefined && { represents }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
  reading.put("agents", withEmisData(agent, { form: "Person" }), { form: "Person", wire });
  reading.people.add(wire, id);
}

/** A location of the directory: practices, hospitals, authorities, surgeries. */
export function readLocation(wire: WireLocation, reading: Reading): void {
  const id = reading.entryId(wire, "location");
  const concept = reading.locationTypes.conceptOf(wire.LocationTypeID);
  const name = wire.LocationName ?? "";
  const contact = wire.Contact ?? "";
  const agent: Agent = {
    ...reading.base(id, wire, {}),
    identifiers: identifierOf(identifierSystems.ods, wire.NationalCode),
    kind: "place",
    ...(name !== "" && { name }),
    ...(concept && { concept }),
    ...(contact !== "" && { description: contact }),
    ...telecomsOf(wire),
    ...addressesOf(wire.Address),
  };
  reading.put("agents", withEmisData(agent, { form: "Location" }), { form: "Location", wire });
  reading.locations.add(wire, id);
}

function identifierOf(system: string, value: string | undefined): Identifier[] {
  return value === undefined || value === "" ? [] : [{ system, value }];
}

interface Reachable {
  readonly Telephone1?: string | undefined;
  readonly Telephone2?: string | undefined;
  readonly Fax?: string | undefined;
  readonly Email?: string | undefined;
}

/** EMIS numbers two telephones; the record keeps which in their use, so that the second stays the second. */
function telecomsOf(wire: Reachable): { readonly telecoms?: Telecom[] } {
  const telecoms: Telecom[] = [
    ...telecomOf(wire.Telephone1, { kind: "phone" }),
    ...telecomOf(wire.Telephone2, { kind: "phone", use: secondTelephone }),
    ...telecomOf(wire.Fax, { kind: "fax" }),
    ...telecomOf(wire.Email, { kind: "email" }),
  ];
  return telecoms.length > 0 ? { telecoms } : {};
}

export const secondTelephone = "second";

export function telecomOf(value: string | undefined, about: Omit<Telecom, "value">): Telecom[] {
  return value === undefined || value === "" ? [] : [{ value, ...about }];
}

function addressesOf(wire: WireAddress | undefined): { readonly addresses?: Address[] } {
  const address = wire && addressOf(wire);
  return address ? { addresses: [address] } : {};
}

export function addressOf(wire: WireAddress, use?: string): Address | undefined {
  const parts = {
    ...wordOf("houseName", wire.HouseNameFlat),
    ...wordOf("street", wire.Street),
    ...wordOf("locality", wire.Village),
    ...wordOf("town", wire.Town),
    ...wordOf("county", wire.County),
    ...wordOf("postcode", wire.PostCode),
  };
  if (Object.keys(parts).length === 0) return undefined;
  return { ...(use !== undefined && { use }), ...parts };
}
