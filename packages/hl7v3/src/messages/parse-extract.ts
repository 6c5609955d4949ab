import type { XmlDocument, XmlElement } from "@gp2gp/xml";
import { ehrExtract, type EhrExtract } from "../extract/ehr-extract.ts";
import type { ModelVersion } from "../table/field-spec.ts";
import { ParseReport, type ParseReportOptions } from "../table/parse-report.ts";
import { parseWire } from "../table/parse-wire.ts";
import { ehrExtractMessage, type EhrExtractMessage } from "./extract-message.ts";
import { envelopeLeaves, findMessage, type EnvelopeLeaf } from "./find-message.ts";
import { Hl7MessageError } from "./hl7-message-error.ts";

/** What an EHR Extract came in. */
export interface ExtractEnvelope {
  /**
   * - `message`: the document is an extract message;
   * - `wrapped-message`: an extract message stands in something else, such as a supplier's transport file;
   * - `extract`: there is no message around the extract, or none in which it stands where it should.
   */
  readonly kind: "message" | "wrapped-message" | "extract";
  /** The interaction, as the message element is named: `RCMR_IN030000UK06`, `RCMR_IN030000UK07`. */
  readonly interaction?: string;
  /** The name of the document's outermost element. */
  readonly root: string;
  /** Every attribute and text that stands outside the message, or outside the extract where there is no message. */
  readonly leaves: readonly EnvelopeLeaf[];
}

/** An EHR Extract that was found in a document. */
export interface FoundExtract {
  readonly envelope: ExtractEnvelope;
  readonly element: XmlElement;
  /** The message in whose control act the extract stands. */
  readonly message?: XmlElement;
  /** The version of the model that the interaction says; UK05, which has every part, where there is no message. */
  readonly version: ModelVersion;
  /** Further extracts of the document, which are not read. */
  readonly others: readonly XmlElement[];
}

/** An EHR Extract as wire values. */
export interface ParsedExtract {
  readonly envelope: ExtractEnvelope;
  readonly version: ModelVersion;
  /** The message with the extract in it; absent where there is none around the extract. */
  readonly message?: EhrExtractMessage;
  readonly extract: EhrExtract;
  readonly report: ParseReport;
}

const messageName = /^RCMR_IN030000UK(?<version>\d\d)$/u;
const extractName = /^EhrExtract$/u;
const expectedPath = ["subject", "ControlActEvent"];

/** Finds the EHR Extract of a document, whatever stands around it; `undefined` where there is none. */
export function findExtractRoot(document: XmlDocument | XmlElement): FoundExtract | undefined {
  const root = "root" in document ? document.root : document;
  const found = findMessage(root, extractName);
  if (found === undefined) return undefined;
  const { element, others } = found;
  const message = messageOf(element);
  const outside = message ?? element;
  return {
    envelope: {
      kind: message === undefined ? "extract" : message === root ? "message" : "wrapped-message",
      ...(message === undefined ? {} : { interaction: message.local }),
      root: root.local,
      leaves: envelopeLeaves(root, outside),
    },
    element,
    ...(message === undefined ? {} : { message }),
    version: versionOf(message),
    others,
  };
}

/**
 * Parses the EHR Extract of a document, whatever stands around it.
 *
 * @throws Hl7MessageError where the document has no element EhrExtract.
 */
export function parseEhrExtractMessage(
  document: XmlDocument | XmlElement,
  options: ParseReportOptions = {},
): ParsedExtract {
  const found = findExtractRoot(document);
  if (found === undefined) throw new Hl7MessageError("extract-absent");
  const { envelope, element, version } = found;
  const report = new ParseReport(options);
  if (element.namespace === "") report.add("namespace-missing", element);
  for (const other of found.others) report.add("message-repeated", other);
  if (found.message !== undefined) {
    const message = parseWire(ehrExtractMessage, found.message, report, { version });
    const extract = message.ControlActEvent?.subject?.EhrExtract;
    if (extract !== undefined) return { envelope, version, message, extract, report };
  }
  return {
    envelope,
    version,
    extract: parseWire(ehrExtract, element, report, { version }),
    report,
  };
}

/** The message in which an extract stands, if it stands where the message has it. */
function messageOf(extract: XmlElement): XmlElement | undefined {
  let at = extract.parent;
  for (const step of expectedPath) {
    if (at?.local !== step || at.namespace !== extract.namespace) return undefined;
    at = at.parent;
  }
  return at !== undefined && messageName.test(at.local) && at.namespace === extract.namespace
    ? at
    : undefined;
}

function versionOf(message: XmlElement | undefined): ModelVersion {
  const version = messageName.exec(message?.local ?? "")?.groups?.["version"];
  return version !== undefined && Number(version) < 7 ? "RCMR_MT030101UK04" : "RCMR_MT030101UK05";
}
