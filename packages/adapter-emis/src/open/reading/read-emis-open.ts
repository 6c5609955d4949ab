import { emptyRecord } from "@gp2gp/core";
import type { ReadContext, ReadResult, Source, SourcePart } from "@gp2gp/core";
import { parseXml, XmlReadError, XmlTaker } from "@gp2gp/xml";
import type { XmlDocument, XmlElement } from "@gp2gp/xml";
import { readEmisDate } from "../codecs/emis-date.ts";
import { formatId } from "../emis-data.ts";
import { issue } from "../emis-open-issues.ts";
import { idOfGuid } from "../../shared/guid.ts";
import { medicalRecordFields } from "../wire/medical-record-type.ts";
import type { WireMedicalRecord } from "../wire/medical-record-type.ts";
import { parseWire, WirePlaces } from "../wire/parse-wire.ts";
import { AttachmentContents } from "./attachment-contents.ts";
import { findMedicalRecords } from "./find-medical-records.ts";
import { readMedicalRecord } from "./read-medical-record.ts";
import { Reading } from "./reading.ts";
import { recordPart } from "./record-part.ts";
import { keepUntaken } from "./keep-untaken.ts";
import { settle } from "./settle.ts";

/** Reads the one medical record of a source. */
export async function readEmisOpen(source: Source, context: ReadContext): Promise<ReadResult> {
  const part = await recordPart(source);
  if (!part) return { ok: false, issues: [issue("artefact-parts-unexpected")] };
  const contents = new AttachmentContents(context);
  let document: XmlDocument;
  try {
    document = await parsePart(part, { context, contents });
  } catch (error) {
    if (!(error instanceof XmlReadError)) throw error;
    return { ok: false, issues: [issueOfError(error, part)] };
  }
  const records = findMedicalRecords(document.root);
  const [root] = records;
  const about = { source: { part: part.name } };
  if (!root) return { ok: false, issues: [issue("artefact-unrecognised", about)] };
  if (records.length > 1) return { ok: false, issues: [issue("records-several", about)] };
  await contents.decode(root);
  return readRecord(root, { document, part, context, contents });
}

interface Parsed {
  readonly document: XmlDocument;
  readonly part: SourcePart;
  readonly context: ReadContext;
  readonly contents: AttachmentContents;
}

/** Long attachments go to the content store while they are read; one that is no base64 is read again as text. */
async function parsePart(
  part: SourcePart,
  { context, contents }: Pick<Parsed, "context" | "contents">,
): Promise<XmlDocument> {
  const { signal } = context;
  const options = { longText: contents.longText, ...(signal && { signal }) };
  const document = await parseXml(part.open(), options);
  return contents.damaged ? parseXml(part.open(), options) : document;
}

function issueOfError(error: XmlReadError, part: SourcePart): ReturnType<typeof issue> {
  const about = {
    source: { part: part.name, line: error.line },
    detail: { reason: error.code, line: error.line, column: error.column },
  };
  if (error.code === "empty") return issue("artefact-empty", about);
  if (error.code === "not-xml") return issue("artefact-unrecognised", about);
  const limit = error.code.endsWith("-exceeded") || error.code.endsWith("-too-long");
  return issue(limit ? "artefact-too-large" : "artefact-malformed", about);
}

function readRecord(root: XmlElement, { document, part, context, contents }: Parsed): ReadResult {
  const taker = new XmlTaker(document.root);
  takeEnvelope(root, taker);
  const places = new WirePlaces(part.name);
  const wire = parseWire(medicalRecordFields, root, { taker, places, contents });
  const draft = emptyRecord({ identifiers: [] }, extractionOf(wire));
  const reading = new Reading(context, places, draft);
  readMedicalRecord(wire, reading);
  keepUntaken(root, { document, taker, reading });
  settle(reading, wire);
  return { ok: true, record: draft, issues: reading.issues };
}

/** Takes the elements the record stands in, without what else they hold. */
function takeEnvelope(root: XmlElement, taker: XmlTaker): void {
  for (let at = root; at.parent; at = at.parent) {
    let child = taker.child(at.parent, at.local);
    while (child && child !== at) child = taker.child(at.parent, at.local);
  }
}

function extractionOf({ MessageInformation, Originator }: WireMedicalRecord) {
  const { DateCreated, TimeCreated } = MessageInformation ?? {};
  const created = readEmisDate({ date: DateCreated, time: TimeCreated, part: "4" });
  const { Name = "", Version = "" } = Originator?.System ?? {};
  const software = [Name, Version].filter((word) => word !== "").join(" ");
  const sender = idOfGuid(Originator?.Organisation?.GUID);
  return {
    format: formatId,
    formatVersion: "3.8",
    ...(created.state === "known" && { at: created.at }),
    ...(software !== "" && { software }),
    ...(sender !== undefined && { senders: [{ system: "emis:organisation", value: sender }] }),
  };
}
