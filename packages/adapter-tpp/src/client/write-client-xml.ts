import { AdapterMisuseError, DocumentFiles, findWithheld, identifierSystems } from "@gp2gp/core";
import type { ArtefactPart, Patient, PatientRecord, WriteContext, WriteResult } from "@gp2gp/core";
import { writeXml } from "@gp2gp/xml";
import { ClientIds, tppSystems } from "./client-ids.ts";
import { formatId } from "./native-data.ts";
import { optionsOf } from "./tpp-client-xml-options.ts";
import { occursIn, versions } from "./wire/field.ts";
import type { Version } from "./wire/field.ts";
import { wireTypes } from "./wire/wire-types.ts";
import { ClientWriting, recordPart } from "./writing/client-writing.ts";
import { clientIntegrationEnvelope, patientRecordEnvelope } from "./writing/envelopes.ts";
import { isWritable } from "./writing/taking.ts";
import { writeRecordElements } from "./writing/write-record.ts";
import type { WrittenRecord } from "./writing/write-record.ts";

/** Writes a record in one version of the format, its documents as files beside it. */
export async function writeClientXml(
  record: PatientRecord,
  context: WriteContext,
): Promise<WriteResult> {
  context.signal?.throwIfAborted();
  const version = versionOf(context);
  const options = optionsOf(context.options);
  const { withheld, losses } =
    context.confidential === "withhold"
      ? findWithheld(record)
      : { withheld: new Set<string>(), losses: [] };
  const released = record.documents.filter(({ id }) => !withheld.has(id));
  const files = await DocumentFiles.of({ ...record, documents: released }, context);
  const ids = new ClientIds((seed) => context.newId(seed), patientKey(record.patient));
  const writing = new ClientWriting({ record, context, options, version, ids, files, withheld });
  writing.losses.push(...losses);
  for (const [index, { id, content }] of record.documents.entries()) {
    if (content.state === "stored" && !withheld.has(id) && files.nameOf(content) === undefined)
      writing.report("content-missing-in-store", { record: `/documents/${index}` });
  }
  const envelope =
    version === "patient-record"
      ? patientRecordEnvelope(record, writing)
      : clientIntegrationEnvelope(record, writing);
  const written = writeRecordElements(record, withheld, envelope, writing);
  reportMissing(written, writing);
  const main: ArtefactPart = {
    name: recordPart,
    mediaType: "application/xml",
    // A message of the client interface is one line; only the free texts in it may break it.
    open: () => writeXml(written.document, { indent: version === "patient-record" ? 2 : 0 }),
  };
  return {
    ok: true,
    artefact: { parts: [main, ...files.parts()] },
    issues: writing.issues,
    losses: writing.losses,
  };
}

function versionOf({ formatVersion = versions[0] }: WriteContext): Version {
  const version = versions.find((known) => known === formatVersion);
  if (version) return version;
  throw new AdapterMisuseError(
    "version-unknown",
    formatId,
    `known versions are ${versions.join(", ")}`,
  );
}

/** What a reader will find the patient named by. */
function patientKey({ identifiers }: Patient): string {
  for (const wanted of [identifierSystems.nhsNumber, tppSystems.pseudoNumber]) {
    const number = identifiers.find(({ system }) => system === wanted);
    if (number && number.assigner === undefined && isWritable(number.value)) return number.value;
  }
  return "";
}

/** A demographic fact that is demanded and was told by nobody. A person may well have no title. */
function reportMissing({ demographics }: WrittenRecord, writing: ClientWriting): void {
  for (const [name, field] of Object.entries(wireTypes.Demographics.elements)) {
    const value = demographics[name as keyof typeof demographics];
    const isTold = value !== undefined && (value !== "" || name === "Title");
    if (occursIn(field, writing.version) === "one" && !isTold)
      writing.report("demographics-missing", { record: "/patient", detail: { element: name } });
  }
}
