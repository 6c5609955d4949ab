import type { Address, Agent, EntryId, PersonName, Telecom } from "@gp2gp/core";
import { identifierSystems } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import { locationFields, personFields } from "../../wire/directory-types.ts";
import type { WireLocation, WirePerson } from "../../wire/directory-types.ts";
import type { WireAddress } from "../../wire/ident-types.ts";
import { chooseSlots } from "../../writing/choose-slots.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import {
  isPractitionerCode,
  mnemonicSystem,
  nationalPersonSystem,
  prescriptionCodeSystem,
  secondTelephone,
  staffCategorySystem,
  ukccSystem,
} from "./read-agents.ts";

type Take = (...path: (string | number)[]) => void;

/** Whether an agent is in the location directory, or in none. */
export function isLocation(agent: EntryId, writing: Writing): boolean {
  const found = writing.index.find(agent);
  if (found === undefined) return true;
  return found.section === "agents" && "kind" in found.entry && found.entry.kind !== "person";
}

/** Someone of the people directory. */
export function writePerson(work: EntryWork<"agents">, writing: Writing): WirePerson {
  const { entry, facts } = work;
  const take: Take = (...path) => facts.take(...path);
  take("kind");
  const national = chooseSlots(entry.identifiers, [
    { name: "mnemonic", fits: ({ system }) => system === mnemonicSystem },
    {
      name: "national",
      fits: ({ system, value }) =>
        (system === identifierSystems.gmp && isPractitionerCode(value)) ||
        (system === nationalPersonSystem && !isPractitionerCode(value)),
    },
    { name: "prescription", fits: ({ system }) => system === prescriptionCodeSystem },
    {
      name: "gmc",
      fits: ({ system, value }) => system === identifierSystems.gmc && /^[+-]?\d+$/.test(value),
    },
    { name: "ukcc", fits: ({ system }) => system === ukccSystem },
  ]);
  for (const { index } of Object.values(national)) {
    take("identifiers", index, "system");
    take("identifiers", index, "value");
  }
  const represents = typeof entry.represents === "string" ? entry.represents : undefined;
  const placed = represents !== undefined && isLocation(represents, writing);
  if (placed) take("represents");
  const wire: WirePerson = {
    ...writing.head(work),
    Mnemonic: national.mnemonic?.item.value,
    ...writeName(entry, take),
    Category: writeCategory(entry, take),
    NationalCode: national.national?.item.value,
    PrescriptionCode: national.prescription?.item.value,
    GmcCode: national.gmc?.item.value,
    UKCCCode: national.ukcc?.item.value,
    ContractStart: writeDate(entry.start, "start", take),
    ContractEnd: writeDate(entry.end, "end", take),
    Address: writeAddresses(work),
    ...writeTelecoms(entry.telecoms, take),
    Role: placed ? { Location: writing.idents.of(represents) } : undefined,
  };
  const finished = writing.finish(personFields, wire, work);
  writing.carryApart(work);
  return finished;
}

/** A name that is given whole stands as the last name, and is carried. */
function writeName({ person }: Agent, take: Take): WirePerson {
  if (!person) return {};
  const { prefixes, given, family, text } = person;
  const inParts = [prefixes, given, family].some((words) => (words?.length ?? 0) > 0);
  if (!inParts && text !== undefined) return { LastName: text };
  const one = (member: "prefixes" | "given" | "family"): string | undefined => {
    const words = person[member];
    if (!words || words.length === 0) return undefined;
    if (comesBack(words, member, person)) take("person", member);
    return words.join(" ");
  };
  return { Title: one("prefixes"), FirstNames: one("given"), LastName: one("family") };
}

/** Whether reading takes the parts of a name apart again as they were. */
export function comesBack(
  words: readonly string[],
  member: "prefixes" | "given" | "family",
  { text }: PersonName,
): boolean {
  // A family name that is the whole name is not told from a whole name that stands as one.
  if (member === "family" && words.join(" ") === text) return false;
  if (member !== "given") return words.length === 1;
  const parts = words.join(" ").split(" ");
  return parts.length === words.length || (words.length === 1 && parts.includes(""));
}

function writeCategory({ concept }: Agent, take: Take): WirePerson["Category"] {
  const [coding] = concept?.codings ?? [];
  if (coding?.system === staffCategorySystem) {
    for (const member of ["system", "code", "display", "asserted"])
      take("concept", "codings", 0, member);
    return { Mnemonic: coding.code, Description: coding.display };
  }
  if (concept?.text === undefined || concept.codings.length > 0) return undefined;
  take("concept", "text");
  return { Description: concept.text };
}

function writeDate(at: string | undefined, member: string, take: Take): string | undefined {
  const written = at === undefined ? undefined : writePlainDate(at);
  if (written?.exact) take(member);
  return written?.text;
}

interface Reachable {
  readonly Telephone1?: string | undefined;
  readonly Telephone2?: string | undefined;
  readonly Fax?: string | undefined;
  readonly Email?: string | undefined;
}

function writeTelecoms(telecoms: readonly Telecom[] | undefined, take: Take): Reachable {
  const is =
    (kind: Telecom["kind"], use?: string) =>
    (telecom: Telecom): boolean =>
      telecom.kind === kind && telecom.use === use && telecom.period === undefined;
  const filled = chooseSlots(telecoms ?? [], [
    { name: "Telephone1", fits: is("phone") },
    { name: "Telephone2", fits: is("phone", secondTelephone) },
    { name: "Fax", fits: is("fax") },
    { name: "Email", fits: is("email") },
  ]);
  for (const { index } of Object.values(filled)) take("telecoms", index);
  return {
    Telephone1: filled.Telephone1?.item.value,
    Telephone2: filled.Telephone2?.item.value,
    Fax: filled.Fax?.item.value,
    Email: filled.Email?.item.value,
  };
}

function writeAddresses({ entry, facts }: EntryWork<"agents">): WireAddress | undefined {
  const [address] = entry.addresses ?? [];
  const wire = address && writeAddress(address, (...path) => facts.take("addresses", 0, ...path));
  if (wire) facts.hold("addresses", 0);
  return wire;
}

/**
 * The parts EMIS names. A house number stands before its street; an address in lines fills the parts in
 * order. What was put together so is carried too, and taken apart on reading.
 */
export function writeAddress(address: Address, take: Take): WireAddress | undefined {
  const { houseName, houseNumber, street, locality, town, county, postcode, lines } = address;
  take("postcode");
  const plain: WireAddress = {
    HouseNameFlat: houseName,
    Street: houseNumber === undefined ? street : [houseNumber, street ?? ""].join(" ").trim(),
    Village: locality,
    Town: town,
    County: county,
  };
  const empty = Object.values(plain).every((part) => part === undefined);
  if (lines && lines.length > 0 && empty) {
    const [first, second, third, fourth, ...last] = lines;
    const County = last.length > 0 ? last.join(", ") : undefined;
    return {
      Street: first,
      Village: second,
      Town: third,
      HouseNameFlat: fourth,
      County,
      PostCode: postcode,
    };
  }
  const parts = [street, locality, town, houseName, county].filter((part) => part !== undefined);
  // Parts that say what the lines say are not told from lines that stand as parts.
  if (lines?.join(", ") !== parts.join(", ")) {
    for (const member of ["houseName", "locality", "town", "county"]) take(member);
    if (houseNumber === undefined) take("street");
  }
  const wire = { ...plain, PostCode: postcode };
  return Object.values(wire).some((value) => value !== undefined) ? wire : undefined;
}

/** A place, organisation, team or device of the location directory; what it is, if not a place, is carried. */
export function writeLocation(work: EntryWork<"agents">, writing: Writing): WireLocation {
  const { entry, facts } = work;
  const take: Take = (...path) => facts.take(...path);
  if (entry.kind === "place") take("kind");
  const [ods] = entry.identifiers;
  const coded = ods?.system === identifierSystems.ods && ods.assigner === undefined;
  if (coded) take("identifiers", 0);
  const type = writing.locationTypes.refer(entry.concept);
  if (type?.exact) take("concept");
  take("name");
  take("description");
  const wire: WireLocation = {
    ...writing.head(work),
    LocationName: entry.name,
    NationalCode: coded ? ods.value : undefined,
    LocationTypeID: type?.ident,
    Address: writeAddresses(work),
    ...writeTelecoms(entry.telecoms, take),
    Contact: entry.description,
  };
  const finished = writing.finish(locationFields, wire, work);
  writing.carryApart(work);
  return finished;
}
