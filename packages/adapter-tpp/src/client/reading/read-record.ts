import { emptyRecord, readCarriedText } from "@gp2gp/core";
import type { Patient, ReadContext, ReadResult } from "@gp2gp/core";
import { XmlTaker } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";
import { ClientIds } from "../client-ids.ts";
import { formatId, nativeData, nativeDataOf } from "../native-data.ts";
import { readMetadata } from "../sections/agents/read-metadata.ts";
import {
  readDemographics,
  readIdentity,
  readRegistration,
} from "../sections/patient/read-patient.ts";
import { readAppointment, readTask, readVisit } from "../sections/practice/read-practice-item.ts";
import type { PracticeItemStart } from "../sections/practice/read-practice-item.ts";
import { issue } from "../tpp-client-xml-issues.ts";
import { WireNode } from "../wire/wire-node.ts";
import type { ItemOf } from "../wire/wire-node.ts";
import { ClientReading } from "./client-reading.ts";
import type { DocumentParts } from "./document-parts.ts";
import type { Details } from "./event-items.ts";
import { patientKeyOf, takeWayTo } from "./find-record.ts";
import type { FoundRecord } from "./find-record.ts";
import { addRegistration, restorePatient, restoreResidue } from "./read-details.ts";
import { prepareEvent, readCarriedAgents, readEvent } from "./read-event.ts";
import { readResidue } from "./read-residue.ts";
import { restoreCarried } from "./restore-carried.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

interface Given {
  readonly root: XmlElement;
  readonly record: FoundRecord;
  readonly part: string;
  readonly documents: DocumentParts;
  readonly context: ReadContext;
}

/** Reads one record that was found in a document. */
export async function readRecord({
  root,
  record,
  part,
  documents,
  context,
}: Given): Promise<ReadResult> {
  const taker = new XmlTaker(root);
  takeWayTo(record.element, taker);
  const reading = new ClientReading({
    part,
    version: record.version,
    taker,
    context,
    ids: new ClientIds((seed) => context.newId(seed), patientKeyOf(record)),
    draft: emptyRecord({ identifiers: [] }, { format: formatId, formatVersion: record.version }),
    documents,
  });
  const patient = readEnvelope(record, reading);
  const identity = patient?.node("Identity");
  const identifiers = [
    ...reading.draft.patient.identifiers,
    ...(identity ? readIdentity(identity) : []),
  ];
  const isOther = identity?.hasElement("NhsNumber") === true && !identity.hasElement("NHSNumber");
  const nhsNumberElement = isOther ? "NhsNumber" : undefined;
  reading.draft.patient = { identifiers, ...nativeData({ nhsNumberElement }) };
  if (!isWanted(reading.draft.patient, context))
    return { ok: false, issues: [issue("patient-not-wanted")] };
  if (identity) reading.homes.set(identity.element, { path: "/patient" });
  if (patient) readPatient(patient, reading);
  reading.components.attach();
  reading.problems.resolve();
  for (const index of await documents.store(reading.draft, context)) {
    const document = reading.draft.documents[index];
    if (document)
      reading.report("content-absent", { record: `/documents/${index}`, source: document.source });
  }
  for (const name of documents.unused()) reading.report("part-unread", { source: { part: name } });
  readResidue(record.element, reading);
  return { ok: true, record: reading.draft, issues: reading.issues };
}

/** The message around the record: its ids, and who sent it. */
function readEnvelope(
  { element, version }: FoundRecord,
  reading: ClientReading,
): WireNode<"Patient"> | undefined {
  const { draft, ids } = reading;
  const pointer = `/${element.local}`;
  if (version === "patient-record") {
    const node = new WireNode("PatientRecord", element, pointer, reading);
    const id = node.text("MessageUID");
    const patientUid = node.text("PatientUID");
    const organisation = node.text("OrganisationID");
    draft.extraction = {
      ...draft.extraction,
      ...(id !== undefined && { id }),
      ...(organisation !== undefined && {
        senders: [{ system: tppSystems.organisation, value: organisation }],
      }),
      ...nativeData({ blank: node.blanks.filter((name) => name === "PatientUID") }),
    };
    if (patientUid !== undefined && patientUid !== ids.patientUid())
      draft.patient = { identifiers: [{ system: tppSystems.patient, value: patientUid }] };
    const metadata = node.node("Metadata");
    if (metadata) readMetadata(metadata, reading);
    return node.node("Patient");
  }
  const node = new WireNode("ClientIntegrationResponse", element, pointer, reading);
  const id = node.text("ResponseUID");
  const request = node.text("RequestUID");
  const response = node.node("Response");
  draft.extraction = {
    ...draft.extraction,
    ...(id !== undefined && { id }),
    ...(request !== undefined && { request }),
    ...nativeData({
      deviceId: node.text("DeviceID"),
      function: node.text("Function"),
      functionVersion: node.text("FunctionVersion"),
      recordState: response?.text("RecordState"),
    }),
  };
  return response;
}

function isWanted({ identifiers }: Patient, { only }: ReadContext): boolean {
  if (only === undefined) return true;
  const wanted = new Set(only.map(({ system, value }) => `${system} ${value}`));
  return identifiers.some(({ system, value }) => wanted.has(`${system} ${value}`));
}

function readPatient(node: WireNode<"Patient">, reading: ClientReading): void {
  const clinical = node.node("Clinical");
  const events = (clinical?.nodes("Event") ?? []).map((event, index) =>
    prepareEvent(event, index + 1, reading),
  );
  const agents = events.map((event) => readCarriedAgents(event, reading));
  const details = events.flatMap(({ items }) => items.ofRecord);
  readDetailedPatient(node, details, reading);
  for (const [index, event] of events.entries()) {
    reading.context.signal?.throwIfAborted();
    readEvent(event, agents[index] ?? new Set(), reading);
  }
  restoreResidue(details, reading);
  for (const [order, item] of (node.node("NonClinical")?.items() ?? []).entries())
    addPracticeItem(item, order, reading);
}

function readDetailedPatient(
  node: WireNode<"Patient">,
  details: readonly Details[],
  reading: ClientReading,
): void {
  const demographics = node.node("Demographics");
  if (demographics) reading.homes.set(demographics.element, { path: "/patient" });
  const patient: Patient = {
    ...reading.draft.patient,
    ...(demographics && readDemographics(demographics, reading)),
    ...nativeData({
      ...nativeDataOf(reading.draft.patient),
      offList: demographics?.leftOf("EnglishSpeaker"),
    }),
    source: demographics?.location ?? node.location,
  };
  reading.draft.patient = restorePatient(patient, details, reading);
  addRegistration(demographics && readRegistration(demographics, reading), details, reading);
}

function addPracticeItem(item: ItemOf<"NonClinical">, order: number, reading: ClientReading): void {
  const free = item.node.freeText();
  const carried = free ? readCarriedText(free.text) : { text: "", facts: [] };
  const start: PracticeItemStart = { order, number: item.number, carried };
  const entry = practiceItemOf(item, start, reading);
  const { element, location } = item.node;
  const restored =
    carried.facts.length === 0 ? entry : restoreCarried("appointmentsAndTasks", entry, carried);
  if (restored) {
    reading.add("appointmentsAndTasks", restored, element);
    return;
  }
  reading.report("carried-text-unreadable", { source: location });
  const texts = free ? [{ text: free.text, role: "note" as const }] : [];
  reading.add("appointmentsAndTasks", { ...entry, texts }, element);
}

function practiceItemOf(
  item: ItemOf<"NonClinical">,
  start: PracticeItemStart,
  reading: ClientReading,
) {
  switch (item.name) {
    case "Appointment":
      return readAppointment(item.node, start, reading);
    case "Visit":
      return readVisit(item.node, start, reading);
    case "Task":
      return readTask(item.node, start, reading);
  }
}
