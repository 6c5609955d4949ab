import type { Coded, EntryFacts, Patient, Registration } from "@gp2gp/core";
import { identifierSystems, labelOf } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import { hasForm } from "../../wire/lexical.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { isWritable, Taking } from "../../writing/taking.ts";
import { writeAddress, writeName } from "../write-address.ts";
import { knownAs, patientTelecoms } from "./patient-members.ts";
import { isSameFacts, onlyCodeIn } from "../../../shared/coded-as.ts";
import { sexLetters } from "../../../shared/sex-letters.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

type Fields = WireInput<"Demographics">;

/** The numbers the patient is known by, of those the version has elements for. */
export function writeIdentity(
  patient: Patient,
  facts: EntryFacts,
  { version }: ClientWriting,
): WireInput<"Identity"> {
  const taking = new Taking(facts, patient, version);
  const number = (system: string): string | undefined => {
    const place = patient.identifiers.findIndex((identifier) => identifier.system === system);
    if (place < 0 || patient.identifiers[place]?.assigner !== undefined) return undefined;
    const value = taking.words("identifiers", place, "value");
    if (value !== undefined) taking.take("identifiers", place);
    return value;
  };
  const isOther =
    version === "client-integration" && nativeDataOf(patient).nhsNumberElement === "NhsNumber";
  const identity: WireInput<"Identity"> = {
    [isOther ? "NhsNumber" : "NHSNumber"]: number(identifierSystems.nhsNumber),
    PseudoNumber: number(tppSystems.pseudoNumber),
    ...(version === "client-integration" && {
      ClientID: number(tppSystems.clientId),
      StrategicReportingIdentifier: number(tppSystems.strategicReporting),
    }),
  };
  taking.commit();
  return identity;
}

/** The uid the patient has in the system, in the version that has it: what the caller says, else what the record tells. */
export function writePatientUid(
  patient: Patient,
  facts: EntryFacts,
  { version, options }: ClientWriting,
): string | undefined {
  if (version !== "patient-record") return undefined;
  const taking = new Taking(facts, patient, version);
  const place = patient.identifiers.findIndex(({ system }) => system === tppSystems.patient);
  const uid = place < 0 ? undefined : taking.words("identifiers", place, "value");
  if (options.patientUid !== undefined && options.patientUid !== uid) return options.patientUid;
  if (uid === undefined || patient.identifiers[place]?.assigner !== undefined) return undefined;
  taking.take("identifiers", place);
  taking.commit();
  return uid;
}

/** What of the demographics is known; what the format demands and nobody told is left out and reported. */
export function writeDemographics(
  patient: Patient,
  facts: EntryFacts,
  writing: ClientWriting,
): Fields {
  const taking = new Taking(facts, patient, writing.version);
  const name = nameIn(patient);
  const names = name < 0 ? {} : writeName(patient.names?.[name], taking, "names", name);
  const hasName = Object.values(names).some((part) => part !== undefined);
  const fields: Fields = {
    ...(hasName ? { Title: "", FirstName: "", Surname: "" } : {}),
    ...defined(names),
    KnownAs: knownAsOf(patient, name, taking),
    DateOfBirth: taking.date("date", "birthDate"),
    DateOfDeath: taking.date("date", "deathDate"),
    Sex: sexOf(taking),
    ...codeFields(patient, taking, writing),
    EnglishSpeaker: englishOf(taking),
    Address: writeAddress(patient.addresses?.[0], taking, "addresses", 0),
    ...telecomFields(patient, taking),
    SMSConsent: consentOf(taking),
    UsualGPUserName: usualGpOf(taking, writing),
  };
  taking.commit();
  return fields;
}

/** The stretch of care the demographics tell of. */
export function writeRegistration(
  registration: Registration | undefined,
  facts: EntryFacts | undefined,
  { version, options }: ClientWriting,
): Fields {
  const { careStartDate, registrationType } = options;
  const given: Fields = {
    CareStartDate:
      careStartDate !== undefined && hasForm(careStartDate, "date", version)
        ? careStartDate
        : undefined,
    RegistrationType: registrationType,
  };
  if (!registration || !facts) return given;
  const taking = new Taking(facts, registration, version);
  const start = taking.date("date", "start");
  const end = taking.date("date", "end");
  const type = onlyCodeIn(tppSystems.registrationType, registration.type);
  const isOwn = type !== undefined && isWritable(type);
  if (isOwn) taking.take("type");
  taking.commit();
  // What the record has and the format cannot hold is carried; beside it stands the caller's, or the record's words.
  const words = labelOf(registration.type);
  const shown = words !== undefined && isWritable(words) ? words : given.RegistrationType;
  return {
    CareStartDate: start ?? given.CareStartDate,
    CareEndDate: end,
    RegistrationType: isOwn ? type : shown,
  };
}

/** The registration the demographics tell of: one that has not ended, the latest. */
export function currentRegistration(
  registrations: readonly Registration[],
): Registration | undefined {
  return registrations.toSorted(
    (left, right) =>
      Number(left.end !== undefined) - Number(right.end !== undefined) ||
      compared(right.start ?? "", left.start ?? "") ||
      compared(left.id, right.id),
  )[0];
}

const compared = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** The usual name: the first that is in parts and is no other kind of name. */
function nameIn({ names = [] }: Patient): number {
  return names.findIndex(
    ({ use, family = [], given = [] }) => use !== knownAs && family.length + given.length > 0,
  );
}

function knownAsOf({ names = [] }: Patient, usual: number, taking: Taking): string | undefined {
  const place = names.findIndex(({ use }) => use === knownAs);
  const name = names[place];
  const isBare = name && isSameFacts(name, { text: name.text, use: knownAs });
  if (place < usual || !isBare) return undefined;
  const words = taking.words("names", place, "text");
  if (words !== undefined) taking.take("names", place);
  return words;
}

function sexOf(taking: Taking<Patient>): string | undefined {
  const letter = [...sexLetters].find(([, sex]) => sex === taking.entry.sex)?.[0];
  const isKnown = letter === "M" || letter === "F" || taking.version === "client-integration";
  if (letter === undefined || !isKnown) return undefined;
  taking.take("sex");
  return letter;
}

function englishOf(taking: Taking<Patient>): string | undefined {
  const { speaksEnglish } = taking.entry;
  const isLeft = nativeDataOf(taking.entry).offList?.includes("EnglishSpeaker") === true;
  if (speaksEnglish === undefined && isLeft && taking.version === "client-integration")
    return undefined;
  if (speaksEnglish === undefined) return "Unknown";
  taking.take("speaksEnglish");
  return speaksEnglish ? "Yes" : "No";
}

function consentOf(taking: Taking<Patient>): string | undefined {
  const { smsConsent } = taking.entry;
  if (smsConsent === undefined) return undefined;
  taking.take("smsConsent");
  return smsConsent ? "Yes" : "No";
}

function usualGpOf(taking: Taking<Patient>, writing: ClientWriting): string | undefined {
  const { usualGp } = taking.entry;
  const name = writing.userNameOf(usualGp);
  if (usualGp === undefined || name === undefined) return undefined;
  taking.take("usualGp");
  taking.onCommit(() => writing.named.add(usualGp));
  return name;
}

function telecomFields(patient: Patient, taking: Taking): Fields {
  const telecoms = patient.telecoms ?? [];
  const fields: Fields = {};
  let from = 0;
  for (const [element, how] of patientTelecoms) {
    const place = telecoms.findIndex(
      ({ value: _, ...telecom }, index) => index >= from && isSameFacts(telecom, how),
    );
    const words = place < 0 ? undefined : taking.words("telecoms", place, "value");
    if (words === undefined) continue;
    taking.take("telecoms", place);
    fields[element] = words;
    from = place + 1;
  }
  return fields;
}

function codeFields(
  patient: Patient,
  taking: Taking,
  writing: ClientWriting,
): Pick<Fields, "Ethnicity" | "MainLanguage" | "MaritalStatus"> {
  return {
    MaritalStatus: codeOf(patient.maritalStatus, taking, "maritalStatus", writing),
    Ethnicity: codeOf(patient.ethnicity, taking, "ethnicity", writing),
    MainLanguage: codeOf(patient.language, taking, "language", writing),
  };
}

/** A code of the patient in a scheme of the format; no stand-in, which would say something of the patient. */
function codeOf(
  coded: Coded | undefined,
  taking: Taking,
  member: string,
  { codeTargets, version }: ClientWriting,
): WireInput<"DemographicCode"> | undefined {
  for (const system of codeTargets) {
    const index = coded?.codings.findIndex(
      (coding) => coding.system === system && coding.asserted === "source",
    );
    const coding = index === undefined ? undefined : coded?.codings[index];
    if (index === undefined || !coding || !isWritable(coding.code)) continue;
    for (const key of ["system", "code", "asserted"]) taking.take(member, "codings", index, key);
    const code = {
      "@Scheme": system === "ctv3" ? "CTV3" : "Snomed",
      "@Code": coding.code,
      "@Term": taking.words(member, "codings", index, "display"),
    };
    return version === "patient-record" ? code : { Code: code };
  }
  return undefined;
}

function defined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Partial<Value>;
}
