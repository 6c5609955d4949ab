import type { Address, Coded, Identifier, Patient, PersonName } from "@gp2gp/core";
import { identifierSystems, parseNhsNumber } from "@gp2gp/core";
import { sexes } from "../../../shared/sexes.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireRegistration } from "../../wire/registration-types.ts";
import { listOf, wordsOf } from "../../../shared/words.ts";
import { addressOf, telecomOf } from "../agents/read-agents.ts";
import { readDate } from "../coded-items/read-coded-item.ts";
import { readCarriedFields, restoredPatient } from "./carried-patient.ts";
import { identifierFields, telecomFields } from "./patient-fields.ts";

export const ethnicSystem = "emis:ethnic-code";

/** The patient, from the registration. */
export function readPatient(
  wire: WireRegistration,
  patientId: string | undefined,
  reading: Reading,
): Patient {
  const nhsNumber = wire.NhsNumber ?? "";
  if (nhsNumber !== "" && parseNhsNumber(nhsNumber) === undefined)
    reading.report("nhs-number-invalid", wire);
  const birthDate = readDate(wire.DateOfBirth, reading, wire);
  const deathDate = readDate(wire.DateOfDeath, reading, wire);
  const sex = sexes.read(wire.Sex?.trim());
  if (sex === undefined && (wire.Sex ?? "") !== "")
    reading.report("value-unmapped", wire, { Sex: wire.Sex ?? null });
  const names = namesOf(wire);
  const addresses = addressesOf(wire);
  const telecoms = telecomFields.flatMap(([field, about]) => telecomOf(wire[field], about));
  const maritalStatus = wire.MaritalStatus ?? "";
  const ethnicity = ethnicityOf(wire.EthnicCode);
  const usualGp = reading.person(wire.UsualGpID);
  const registeredGp = reading.person(wire.RegisteredGpID);
  const patient: Patient = {
    identifiers: identifiersOf(wire, patientId),
    ...(names.length > 0 && { names }),
    ...(birthDate !== undefined && { birthDate }),
    ...(deathDate !== undefined && { deathDate }),
    ...(wire.Dead === "1" && { deceased: true }),
    ...(sex && { sex }),
    ...(addresses.length > 0 && { addresses }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(maritalStatus !== "" && { maritalStatus: { text: maritalStatus, codings: [] } }),
    ...(ethnicity && { ethnicity }),
    ...(usualGp !== undefined && { usualGp }),
    ...(registeredGp !== undefined && { registeredGp }),
    source: reading.places.of(wire),
  };
  const carried = readCarriedFields(wire.CustomRegistrationFields?.CustomRegistrationEntry ?? []);
  if (carried.length === 0) return patient;
  const restored = restoredPatient(patient, carried);
  if (!restored) reading.report("carried-text-unreadable", wire);
  return restored ?? patient;
}

function identifiersOf(wire: WireRegistration, patientId: string | undefined): Identifier[] {
  const identifiers: Identifier[] = [];
  for (const [field, system] of identifierFields) {
    const text = field === "@PatientID" ? patientId : wire[field];
    if (text === undefined || text === "") continue;
    const value = system === identifierSystems.nhsNumber ? (parseNhsNumber(text) ?? text) : text;
    identifiers.push({ system, value });
  }
  return identifiers;
}

function namesOf(wire: WireRegistration): PersonName[] {
  const usual = {
    ...listOf("prefixes", wire.Title),
    ...wordsOf("given", wire.FirstNames),
    ...listOf("family", wire.FamilyName),
  };
  const called = wire.CallingName ?? "";
  const previous = wire.PreviousNames ?? "";
  return [
    ...(Object.keys(usual).length > 0 ? [usual] : []),
    ...(called === "" ? [] : [{ given: [called], use: "known-as" }]),
    ...(previous === "" ? [] : [{ family: [previous], use: "previous" }]),
  ];
}

function addressesOf(wire: WireRegistration): Address[] {
  const current = wire.Address && addressOf(wire.Address);
  const home = wire.HomeAddress && addressOf(wire.HomeAddress, homeOfVisitor);
  return [...(current ? [current] : []), ...(home ? [home] : [])];
}

/** Use of the home address of a temporary resident. */
export const homeOfVisitor = "permanent";

function ethnicityOf(code: string | undefined): Coded | undefined {
  if (code === undefined || code === "") return undefined;
  return { codings: [{ system: ethnicSystem, code, asserted: "source" }] };
}
