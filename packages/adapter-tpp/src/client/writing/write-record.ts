import type { AnyEntry, EntrySection, PatientRecord, Registration } from "@gp2gp/core";
import { EntryFacts, entrySections, isConfidential, pointerOf } from "@gp2gp/core";
import { element } from "@gp2gp/xml";
import type { OutputElement } from "@gp2gp/xml";
import { writeAgents } from "../sections/agents/write-metadata.ts";
import type { WrittenAgents } from "../sections/agents/write-metadata.ts";
import {
  currentRegistration,
  writeDemographics,
  writeIdentity,
  writePatientUid,
  writeRegistration,
} from "../sections/patient/write-patient.ts";
import { toOutput } from "../wire/wire-output.ts";
import type { WireInput } from "../wire/wire-types.ts";
import type { ClientWriting } from "./client-writing.ts";
import { itemsOf } from "./item.ts";
import type { Item } from "./item.ts";
import { layOut } from "./layout.ts";
import { placeProblems } from "./problem-facets.ts";
import { RawParts } from "./raw-parts.ts";
import { placeReferralLinks } from "./referral-links.ts";
import { EventWriter } from "./write-event.ts";
import type { Details } from "./write-details.ts";
import { carriedOf } from "./carry.ts";
import { writePracticeItems } from "./write-practice-items.ts";

/** What stands in the record itself, for the envelope of either version. */
export interface RecordParts {
  readonly identity: OutputElement;
  readonly demographics: OutputElement;
  readonly clinical: OutputElement;
  readonly nonClinical: OutputElement;
  readonly metadata: OutputElement;
  /** The uid the patient has in the system, where the record tells one. */
  readonly patientUid: string | undefined;
}

/** The envelope of a version around a record. */
export interface Envelope {
  readonly root: "PatientRecord" | "ClientIntegrationResponse";
  assemble(parts: RecordParts): OutputElement;
}

/** A record as a document, and the demographics in it. */
export interface WrittenRecord {
  readonly document: OutputElement;
  readonly demographics: WireInput<"Demographics">;
}

/** Sections that are written with others, or once the others are. */
const later: ReadonlySet<EntrySection> = new Set(["agents", "consultations", "problems", "links"]);

/** Writes all of a record but what is withheld. */
export function writeRecordElements(
  record: PatientRecord,
  withheld: ReadonlySet<string>,
  envelope: Envelope,
  writing: ClientWriting,
): WrittenRecord {
  reportEntries(record, withheld, writing);
  const registration = currentRegistration(
    record.registrations.filter(({ id }) => !withheld.has(id)),
  );
  const patient = writePatient(record, registration, writing);
  const isLater = (section: EntrySection, entry: AnyEntry): boolean =>
    later.has(section) || (entry === registration && patient.hasRegistration);
  const items = collect(record, withheld, writing, isLater);
  const consultations = new Set(
    record.consultations.filter(({ id }) => !withheld.has(id)).map(({ id }) => id),
  );
  const byId = new Map(items.map((item) => [item.entry.id, item]));
  const linked = placeProblems(byId, consultations, withheld, writing);
  const referrals = placeReferralLinks(consultations, withheld, writing);
  const placed = new Set([...linked.placed, ...referrals]);
  const rest = collect(
    record,
    withheld,
    writing,
    (section, { id }) => (section !== "problems" && section !== "links") || placed.has(id),
  );
  const layout = layOut(record, [...items, ...rest], withheld, writing.version);
  const raw = new RawParts(writing);
  const events = new EventWriter({
    writing,
    raw,
    rankElsewhere: layout.rankElsewhere,
    linkedProblems: linked.ofConsultations,
  });
  for (const plan of layout.consultations) events.addConsultation(plan);
  for (const plan of layout.dated) events.addApart(plan.items);
  const practice = writePracticeItems(layout.practice, { writing, raw });
  const agents = writeAgents(
    [...record.agents.entries()].filter(([, { id }]) => !withheld.has(id)),
    writing,
  );
  const agentItems = agents.others.flatMap(({ agent, index }) =>
    itemsOf("agents", index, agent, writing),
  );
  const metadata = metadataOf(agents, raw);
  const identity = raw.insert(patient.identity, "Identity", "Identity");
  const demographics = raw.insert(
    toOutput("Demographics", "Demographics", patient.demographics),
    "Demographics",
    "Demographics",
  );
  const assembled = envelope.assemble({
    identity,
    demographics,
    clinical: element("Clinical", [], events.elements),
    nonClinical: element("NonClinical", [], practice),
    metadata,
    patientUid: patient.uid,
  });
  const document = raw.insert(assembled, envelope.root, envelope.root);
  const details = [...patient.details, ...keptResidue(raw)];
  const undated = [...layout.undated, ...agentItems];
  const last =
    undated.length > 0 || details.length > 0 ? events.addApart(undated, details) : undefined;
  return {
    document: last ? appendToClinical(document, last) : document,
    demographics: patient.demographics,
  };
}

/** What is known only once all else has its place stands in an event at the end. */
function appendToClinical(document: OutputElement, event: OutputElement): OutputElement {
  const children = document.children.map((child) => {
    if (typeof child === "string" || !("name" in child)) return child;
    if (child.name === "Clinical") return { ...child, children: [...child.children, event] };
    return child.name === "Patient" || child.name === "Response"
      ? appendToClinical(child, event)
      : child;
  });
  return { ...document, children };
}

function collect(
  record: PatientRecord,
  withheld: ReadonlySet<string>,
  writing: ClientWriting,
  isElsewhere: (section: EntrySection, entry: AnyEntry) => boolean,
): Item[] {
  return entrySections.flatMap((section) =>
    [...record[section].entries()].flatMap(([index, entry]) =>
      withheld.has(entry.id) || isElsewhere(section, entry)
        ? []
        : itemsOf(section, index, entry, writing),
    ),
  );
}

/** What is said of entries whatever becomes of them. */
function reportEntries(
  record: PatientRecord,
  withheld: ReadonlySet<string>,
  writing: ClientWriting,
): void {
  writing.dropOtherSuppliers(record.patient, { record: "/patient", section: "patient" });
  writing.dropOtherSuppliers(record.extraction, { record: "/extraction", section: "extraction" });
  for (const section of entrySections) {
    for (const [index, entry] of record[section].entries()) {
      if (withheld.has(entry.id)) continue;
      const at = { record: pointerOf(section, index), section };
      writing.dropOtherSuppliers(entry, at);
      if (isConfidential(section, entry))
        writing.report("confidentiality-carried", { record: at.record });
    }
  }
}

interface WrittenPatient {
  readonly identity: OutputElement;
  readonly demographics: WireInput<"Demographics">;
  readonly uid: string | undefined;
  readonly hasRegistration: boolean;
  readonly details: readonly Details[];
}

function writePatient(
  record: PatientRecord,
  registration: Registration | undefined,
  writing: ClientWriting,
): WrittenPatient {
  const { patient } = record;
  // The patient is no entry; its facts are kept account of as an entry's are.
  const { source: _, supplierData: __, ...known } = patient;
  const facts = new EntryFacts("registrations", 0, known as unknown as AnyEntry);
  const identity = toOutput("Identity", "Identity", writeIdentity(patient, facts, writing));
  const fields = writeDemographics(patient, facts, writing);
  const uid = writePatientUid(patient, facts, writing);
  const index = registration ? record.registrations.indexOf(registration) : -1;
  const registered = registration && new EntryFacts("registrations", index, registration);
  const care = writeRegistration(registration, registered, writing);
  const hasRegistration = Object.values(care).some((value) => value !== undefined);
  if (registration?.id === writing.ids.registration()) registered?.take("id");
  const demographics = { ...fields, ...care };
  const remainder = { facts, record: "/patient", section: "patient" } as const;
  const details: Details[] = [
    { subject: { kind: "patient" }, carried: carriedOf(remainder, writing) },
  ];
  if (registered && hasRegistration) {
    const { pointer, section } = registered;
    details.push({
      subject: { kind: "registration" },
      recordedAs: section,
      carried: carriedOf({ facts: registered, record: pointer, section }, writing),
    });
  }
  return {
    identity,
    demographics,
    uid,
    hasRegistration,
    details: details.filter(({ carried }) => carried && carried.lines.length > 0),
  };
}

function keptResidue(raw: RawParts): Details[] {
  return raw.kept().map(({ format, words, loss }) => ({
    subject: { kind: "residue", format, words },
    loss,
  }));
}

function metadataOf({ sites, users }: WrittenAgents, raw: RawParts): OutputElement {
  return element(
    "Metadata",
    [],
    [
      ...sites.map(({ agent, fields }) =>
        raw.insert(toOutput("Site", "Site", fields), agent.id, "Site"),
      ),
      ...users.map(({ agent, fields }) =>
        raw.insert(toOutput("User", "User", fields), agent.id, "User"),
      ),
    ],
  );
}
