import { identifierSystems, newEntry } from "@gp2gp/core";
import type { Identifier, Patient, PersonName, Registration, Telecom } from "@gp2gp/core";
import type { ClientReading } from "../../reading/client-reading.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { readAddress, readName } from "../read-address.ts";
import { readCode } from "../read-code.ts";
import { knownAs, patientTelecoms } from "./patient-members.ts";
import { codedAs } from "../../../shared/coded-as.ts";
import { sexLetters } from "../../../shared/sex-letters.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The numbers a patient is known by. */
export function readIdentity(node: WireNode<"Identity">): Identifier[] {
  const numbers = [
    [identifierSystems.nhsNumber, node.text("NHSNumber") ?? node.text("NhsNumber")],
    [tppSystems.pseudoNumber, node.text("PseudoNumber")],
    [tppSystems.clientId, node.text("ClientID")],
    [tppSystems.strategicReporting, node.text("StrategicReportingIdentifier")],
  ] as const;
  return numbers.flatMap(([system, value]) => (value === undefined ? [] : [{ system, value }]));
}

/** Name, dates, address and the rest of what is known of the patient. */
export function readDemographics(
  node: WireNode<"Demographics">,
  reading: ClientReading,
): Omit<Patient, "identifiers"> {
  const names = namesOf(node);
  const birthDate = node.text("DateOfBirth");
  const deathDate = node.text("DateOfDeath");
  const letter = node.listed("Sex");
  const sex = [...sexLetters].find(([known]) => known === letter)?.[1];
  const address = node.node("Address");
  const read = address && readAddress(address);
  const telecoms = patientTelecoms.flatMap(([element, how]): Telecom[] => {
    const value = node.text(element);
    return value === undefined ? [] : [{ value, ...how }];
  });
  const english = node.listed("EnglishSpeaker");
  const consent = node.listed("SMSConsent");
  const usualGp = node.text("UsualGPUserName");
  return {
    ...(names.length > 0 && { names }),
    ...(birthDate !== undefined && { birthDate }),
    ...(deathDate !== undefined && { deathDate }),
    ...(sex && { sex }),
    ...(read && { addresses: [read] }),
    ...(telecoms.length > 0 && { telecoms }),
    ...codesOf(node),
    ...(english !== undefined && english !== "Unknown" && { speaksEnglish: english === "Yes" }),
    ...(consent !== undefined && { smsConsent: consent === "Yes" }),
    ...(usualGp !== undefined && { usualGp: reading.agents.user(usualGp, node.location) }),
  };
}

function namesOf(node: WireNode<"Demographics">): PersonName[] {
  const name = readName(node);
  const other = node.text("KnownAs");
  return [...(name ? [name] : []), ...(other === undefined ? [] : [{ text: other, use: knownAs }])];
}

function codesOf(
  node: WireNode<"Demographics">,
): Pick<Patient, "ethnicity" | "language" | "maritalStatus"> {
  const coded = (field: "MaritalStatus" | "Ethnicity" | "MainLanguage") => {
    const holder = node.node(field);
    const inner = holder?.node("Code");
    return inner ? readCode(inner) : holder && readCode(holder);
  };
  const [maritalStatus, ethnicity, language] = [
    coded("MaritalStatus"),
    coded("Ethnicity"),
    coded("MainLanguage"),
  ];
  return {
    ...(maritalStatus && { maritalStatus }),
    ...(ethnicity && { ethnicity }),
    ...(language && { language }),
  };
}

/** The stretch of being registered that the demographics tell of; undefined when they tell of none. */
export function readRegistration(
  node: WireNode<"Demographics">,
  reading: ClientReading,
): Registration | undefined {
  const start = node.text("CareStartDate");
  const end = node.text("CareEndDate");
  const type = node.text("RegistrationType");
  if (start === undefined && end === undefined && type === undefined) return undefined;
  return {
    ...newEntry(reading.ids.registration(), 0, node.location),
    ...(type !== undefined && { type: codedAs(tppSystems.registrationType, type) }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
