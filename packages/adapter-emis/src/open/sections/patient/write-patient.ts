import type { Patient, PersonName, Telecom } from "@gp2gp/core";
import { identifierSystems } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import { sexes } from "../../../shared/sexes.ts";
import { emisDataOf, formatId } from "../../emis-data.ts";
import { registrationFields } from "../../wire/registration-types.ts";
import type { WireRegistration } from "../../wire/registration-types.ts";
import { chooseSlots } from "../../writing/choose-slots.ts";
import { workOn } from "../../writing/entry-work.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { patchedWire } from "../../wire/wire-patch.ts";
import { partName } from "../../writing/writing.ts";
import type { Writing } from "../../writing/writing.ts";
import { comesBack, writeAddress } from "../agents/write-agents.ts";
import { asEntry, carriedFields } from "./carried-patient.ts";
import { identifierFields, telecomFields } from "./patient-fields.ts";
import { ethnicSystem, homeOfVisitor } from "./read-patient.ts";

type Take = (...path: (string | number)[]) => void;
type Hold = (list: string, index: number) => void;

export interface PatientWritten {
  readonly registration: WireRegistration;
  readonly patientId: string | undefined;
}

/** The registration: the patient, and what entries of the record say that EMIS keeps there. */
export function writePatient(
  writing: Writing,
  more: WireRegistration,
  recorder?: (made: WireRegistration) => void,
): PatientWritten {
  const { patient } = writing.record;
  const work = workOn("contacts", 0, {
    entry: asEntry(patient) as EntryWork<"contacts">["entry"],
    position: {},
  });
  const take: Take = (...path) => work.facts.take(...path);
  const hold: Hold = (list, index) => work.facts.hold(list, index);
  const { "@PatientID": patientId, ...identifiers } = writeIdentifiers(patient, take);
  const wire: WireRegistration = {
    FileStatus: "0",
    DateOfBirth: writeDate(patient.birthDate, "birthDate", take),
    Sex: writeSex(patient, take),
    ...writeNames(patient.names ?? [], take, hold),
    ...identifiers,
    ...writeAddresses(patient, take, hold),
    ...writeTelecoms(patient.telecoms ?? [], take),
    RegisteredGpID: writeGp(patient.registeredGp, "registeredGp", { take, writing }),
    UsualGpID: writeGp(patient.usualGp, "usualGp", { take, writing }),
    DateOfDeath: writeDate(patient.deathDate, "deathDate", take),
    Dead: writeDead(patient, take),
    MaritalStatus: writeMaritalStatus(patient, take),
    EthnicCode: writeEthnicity(patient, take),
    ...more,
  };
  const { fields, paths } = carriedFields(work);
  for (const path of paths) {
    writing.losses.push({
      type: "degraded",
      record: `/patient${path}`,
      section: "patient",
      reason: "no-place",
      carriedAs: { part: partName, as: "text" },
    });
  }
  const made: WireRegistration = {
    ...wire,
    ...(fields.length > 0 && { CustomRegistrationFields: { CustomRegistrationEntry: fields } }),
  };
  recorder?.(made);
  reportMissing(writing, patient);
  const refused = (): void =>
    void writing.losses.push({
      type: "dropped",
      record: `/patient/supplierData/${formatId}`,
      section: "patient",
      reason: "invalid-in-target",
    });
  const patch = emisDataOf(patient)?.node;
  return {
    registration: patchedWire(registrationFields, made, { patch, refused }) as WireRegistration,
    patientId,
  };
}

/** What EMIS asks of every patient it registers. */
function reportMissing(writing: Writing, patient: Patient): void {
  const known: Readonly<Record<string, boolean>> = {
    NhsNumber: patient.identifiers.some(({ system }) => system === identifierSystems.nhsNumber),
    FamilyName: patient.names?.some(({ family }) => family !== undefined) === true,
    FirstNames: patient.names?.some(({ given }) => given !== undefined) === true,
    DateOfBirth: patient.birthDate !== undefined,
    Sex: patient.sex !== undefined,
    Address: (patient.addresses?.length ?? 0) > 0,
  };
  const missing = Object.keys(known).filter((field) => !known[field]);
  for (const field of missing)
    writing.report("demographics-missing", { record: "/patient", detail: { field } });
}

function writeDate(at: string | undefined, member: string, take: Take): string | undefined {
  const written = at === undefined ? undefined : writePlainDate(at);
  if (written?.exact) take(member);
  return written?.text;
}

function writeSex({ sex }: Patient, take: Take): string | undefined {
  const written = sexes.write(sex);
  if (written !== undefined) take("sex");
  return written;
}

function writeDead({ deceased }: Patient, take: Take): string | undefined {
  if (deceased !== true) return undefined;
  take("deceased");
  return "1";
}

function writeIdentifiers(
  { identifiers }: Patient,
  take: Take,
): WireRegistration & { readonly "@PatientID"?: string } {
  const written: Record<string, string> = {};
  for (const [field, system] of identifierFields) {
    const at = identifiers.findIndex((identifier) => identifier.system === system);
    const identifier = identifiers[at];
    if (!identifier) continue;
    if (field === "@PatientID" && !/^[+-]?\d+$/.test(identifier.value)) continue;
    take("identifiers", at, "system");
    take("identifiers", at, "value");
    written[field] = identifier.value;
  }
  return written;
}

function writeNames(names: readonly PersonName[], take: Take, hold: Hold): WireRegistration {
  const only = (name: PersonName, ...members: (keyof PersonName)[]): boolean =>
    Object.keys(name).every((key) => key === "use" || members.includes(key as keyof PersonName));
  const filled = chooseSlots(names, [
    {
      name: "usual",
      fits: ({ use, given, family, text }) =>
        (use === "usual" || use === "official" || use === undefined) &&
        (given !== undefined || family !== undefined || text !== undefined),
    },
    {
      name: "called",
      fits: (name) => name.use === "known-as" && name.given?.length === 1 && only(name, "given"),
    },
    {
      name: "previous",
      fits: (name) => name.use === "previous" && name.family?.length === 1 && only(name, "family"),
    },
  ]);
  const usual = filled.usual;
  const one = (member: "prefixes" | "given" | "family"): string | undefined => {
    const words = usual?.item[member];
    if (!usual || !words || words.length === 0) return undefined;
    if (comesBack(words, member, usual.item)) take("names", usual.index, member);
    return words.join(" ");
  };
  if (filled.called) take("names", filled.called.index);
  if (filled.previous) take("names", filled.previous.index);
  const parts = { FamilyName: one("family"), FirstNames: one("given"), Title: one("prefixes") };
  const inParts = Object.values(parts).some((part) => part !== undefined);
  // A name that is given whole stands as a family name.
  const whole = inParts ? undefined : usual?.item.text;
  if (usual && (inParts || whole !== undefined)) hold("names", usual.index);
  return {
    PreviousNames: filled.previous?.item.family?.[0],
    CallingName: filled.called?.item.given?.[0],
    ...parts,
    ...(whole !== undefined && { FamilyName: whole }),
  };
}

function writeAddresses({ addresses }: Patient, take: Take, hold: Hold): WireRegistration {
  const filled = chooseSlots(addresses ?? [], [
    { name: "Address", fits: ({ use }) => use !== homeOfVisitor },
    { name: "HomeAddress", fits: ({ use }) => use === homeOfVisitor },
  ]);
  if (filled.HomeAddress) take("addresses", filled.HomeAddress.index, "use");
  const write = (slot: "Address" | "HomeAddress"): WireRegistration["Address"] => {
    const found = filled[slot];
    if (!found) return undefined;
    const { item, index } = found;
    const wire = writeAddress(item, (...path) => take("addresses", index, ...path));
    if (wire) hold("addresses", index);
    return wire;
  };
  return { Address: write("Address"), HomeAddress: write("HomeAddress") };
}

function writeTelecoms(telecoms: readonly Telecom[], take: Take): WireRegistration {
  const filled = chooseSlots(
    telecoms,
    telecomFields.map(([name, about]) => ({
      name,
      fits: (telecom: Telecom) =>
        telecom.kind === about.kind &&
        telecom.use === ("use" in about ? about.use : undefined) &&
        telecom.period === undefined,
    })),
  );
  const written: Record<string, string> = {};
  for (const [name] of telecomFields) {
    const found = filled[name];
    if (!found) continue;
    take("telecoms", found.index);
    written[name] = found.item.value;
  }
  return written;
}

function writeGp(
  gp: string | undefined,
  member: string,
  { take, writing }: { take: Take; writing: Writing },
): WireRegistration["UsualGpID"] {
  if (gp === undefined) return undefined;
  take(member);
  return writing.idents.of(gp);
}

function writeMaritalStatus({ maritalStatus }: Patient, take: Take): string | undefined {
  if (maritalStatus?.text === undefined || maritalStatus.codings.length > 0) return undefined;
  take("maritalStatus", "text");
  return maritalStatus.text;
}

function writeEthnicity({ ethnicity }: Patient, take: Take): string | undefined {
  const [coding, ...more] = ethnicity?.codings ?? [];
  if (coding?.system !== ethnicSystem || more.length > 0) return undefined;
  take("ethnicity", "codings", 0);
  return coding.code;
}
