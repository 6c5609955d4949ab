import { testContext } from "@gp2gp/adapter-testkit";
import { bytesOf, emptyRecord, sourceOfArtefact, sourceOfBytes } from "@gp2gp/core";
import type {
  Artefact,
  PatientRecord,
  PatientRecordDraft,
  ReceiverProfile,
  TerminologyV1,
} from "@gp2gp/core";
import { gp2gpEhrExtract } from "../index.ts";
import { validateExtractSource } from "../validate/index.ts";

/** An id of a small extract: its number, filled up to a UUID. */
export const idOf = (number: number | string): string =>
  `0E000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** The confidentiality code of what the patient is not to see. */
export const noPatientAccess = `<confidentialityCode code="NOPAT" codeSystem="2.16.840.1.113883.4.642.3.47"/>`;
export const complete = `<statusCode code="COMPLETE"/>`;
export const noTime = `<effectiveTime><center nullFlavor="NI"/></effectiveTime>`;
export const onTheDay = `${complete}${noTime}<availabilityTime value="20110314"/>`;

/** The component of a statement. */
const inside = (statement: string): string =>
  `<component typeCode="COMP" contextConductionInd="true">${statement}</component>`;

export const observation = (number: number, code: string, rest = ""): string =>
  `<ObservationStatement classCode="OBS" moodCode="EVN"><id root="${idOf(number)}"/>${code}${onTheDay}${rest}</ObservationStatement>`;

export const narrative = (number: number, words: string, rest = ""): string =>
  `<NarrativeStatement classCode="OBS" moodCode="EVN"><id root="${idOf(number)}"/><text>${words}</text>${complete}<availabilityTime value="20110314"/>${rest}</NarrativeStatement>`;

export const compound = (
  classCode: string,
  number: number,
  code: string,
  statements: readonly string[],
  rest = "",
): string =>
  `<CompoundStatement classCode="${classCode}" moodCode="EVN"><id root="${idOf(number)}"/>${code}${onTheDay}${rest}${statements.map(inside).join("")}</CompoundStatement>`;

export const snomed = (code: string, displayName: string): string =>
  `<code code="${code}" codeSystem="2.16.840.1.113883.2.1.3.2.4.15" displayName="${displayName}"/>`;

export const agentRef = (number: number): string =>
  `<agentRef classCode="AGNT"><id root="${idOf(number)}"/></agentRef>`;

/** The agent of the small extracts: a person of number 1. */
export const person = (name = "<name>Nurse Sample</name>"): string =>
  `<part typeCode="PART"><Agent classCode="AGNT"><id root="${idOf(1)}"/><agentPerson classCode="PSN" determinerCode="INSTANCE">${name}</agentPerson></Agent></part>`;

export interface SmallExtract {
  readonly parts?: string;
  /** What stands around the statements of the one composition, where it is not the usual. */
  readonly time?: string;
  readonly confidentiality?: string;
  readonly author?: string;
}

/** The extract of one composition (number 2) that holds the statements. */
export function smallExtract(statements: readonly string[], given: SmallExtract = {}): string {
  const {
    parts = person(),
    time = `${noTime}<availabilityTime value="20110314"/>`,
    confidentiality = "",
    author = `<time value="20110314"/>${agentRef(1)}`,
  } = given;
  const composition = `<ehrComposition classCode="COMPOSITION" moodCode="EVN"><id root="${idOf(2)}"/>${snomed("25671000000102", "Surgery Consultation Note")}${complete}${time}${confidentiality}<author typeCode="AUT" contextControlCode="OP">${author}</author>${statements.map((one) => `<component typeCode="COMP">${one}</component>`).join("")}</ehrComposition>`;
  return `<EhrExtract xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" classCode="EXTRACT" moodCode="EVN"><id root="${idOf(3)}"/>${complete}<availabilityTime value="20120101120000"/><recordTarget typeCode="RCT"><patient classCode="PAT"><id root="2.16.840.1.113883.2.1.4.1" extension="9990000018"/></patient></recordTarget><component typeCode="COMP"><ehrFolder classCode="FOLDER" moodCode="EVN"><id root="${idOf(4)}"/>${complete}<effectiveTime><low value="20110314"/><high value="20110314"/></effectiveTime><availabilityTime value="20120101120000"/><responsibleParty typeCode="RESP"><agentDirectory classCode="AGNT">${parts}</agentDirectory></responsibleParty><component typeCode="COMP">${composition}</component></ehrFolder></component></EhrExtract>`;
}

/** The record that an extract is read into, with the codes of what was noticed. */
export async function readSmall(xml: string) {
  const source = sourceOfBytes("extract.xml", new TextEncoder().encode(xml));
  const result = await gp2gpEhrExtract.read?.(source, testContext());
  if (!result?.ok) throw new Error("the extract is read");
  return { record: result.record, issues: result.issues.map(({ code }) => code) };
}

/** The message that is written of a record, what it lost, and the errors of our own validator. */
export async function writeSmall(
  record: PatientRecord,
  options: {
    readonly version?: "UK06" | "UK07";
    readonly confidential?: "carry" | "withhold";
    readonly receiver?: ReceiverProfile;
    readonly terminology?: TerminologyV1;
  } = {},
) {
  const { version = "UK07", confidential = "withhold", receiver, terminology } = options;
  const context = testContext({
    formatVersion: version,
    confidential,
    ...(receiver && { receiver }),
    ...(terminology && { terminology }),
  });
  const result = await gp2gpEhrExtract.write?.(record, context);
  if (!result?.ok) throw new Error("the record is written");
  const [part] = result.artefact.parts;
  const back = await gp2gpEhrExtract.read?.(sourceOfArtefact(result.artefact), context);
  if (!back?.ok) throw new Error("what was written is read");
  return {
    xml: part ? new TextDecoder().decode(await bytesOf(part)) : "",
    issues: result.issues.map(({ code }) => code),
    losses: result.losses,
    record: back.record,
    errors: await errorsIn(result.artefact),
  };
}

/** The errors our own validator finds in a message that was written for no request. */
export async function errorsIn(artefact: Artefact): Promise<readonly string[]> {
  const validated = await validateExtractSource(sourceOfArtefact(artefact));
  return (validated?.validation.findings ?? [])
    .filter(({ severity, rule }) => severity === "error" && rule !== "request-id-malformed")
    .map(({ rule }) => rule);
}

/** An extract read and written: its record, and what goes home. */
export async function homeSmall(statements: readonly string[], given: SmallExtract = {}) {
  const read = await readSmall(smallExtract(statements, given));
  return { ...read, home: await writeSmall(read.record) };
}

/** A record that came from no extract, with what is put into it. */
export function recordWith(fill: (draft: PatientRecordDraft) => void): PatientRecord {
  const patient = { identifiers: [{ system: "nhs-number", value: "9990000018" }] };
  const draft = emptyRecord(patient, { format: "test-format" });
  fill(draft);
  return draft;
}
