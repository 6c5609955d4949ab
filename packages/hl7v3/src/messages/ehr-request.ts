import type { XmlDocument, XmlElement } from "@gp2gp/xml";
import { ParseReport, type ParseReportOptions } from "../table/parse-report.ts";
import { parseWire } from "../table/parse-wire.ts";
import { withDefaults } from "../table/with-defaults.ts";
import { oids } from "../vocabulary/oids.ts";
import { findMessage } from "./find-message.ts";
import { Hl7MessageError } from "./hl7-message-error.ts";
import { extensionOf, madeAuthor, madeHead, odsCode, type MessageFacts } from "./message-route.ts";
import { ehrRequestMessage, type EhrRequestMessage } from "./request-message.ts";

/** The interaction of an EHR request. */
export const ehrRequestInteraction = "RCMR_IN010000UK05";

const messageName = /^RCMR_IN010000UK\d\d$/u;

/** What an EHR request is made of. */
export interface EhrRequestFacts extends MessageFacts {
  /** The id of the request, which the extract will answer: an upper-case UUID. */
  readonly requestId: string;
  readonly nhsNumber: string;
  /** The practice that asks, by its ODS code. */
  readonly fromOdsCode: string;
  /** The practice that is asked, by its ODS code. */
  readonly toOdsCode: string;
}

/** Makes a request for a patient's record. */
export function buildEhrRequest(facts: EhrRequestFacts): EhrRequestMessage {
  const organisation = (code: string) => ({
    AgentOrgSDS: { agentOrganizationSDS: { id: odsCode(code) } },
  });
  return withDefaults(ehrRequestMessage, {
    ...madeHead(facts, ehrRequestInteraction),
    ControlActEvent: {
      author1: madeAuthor(facts),
      subject: {
        EhrRequest: {
          id: { root: facts.requestId },
          recordTarget: {
            patient: { id: { root: oids.nhsNumber.oid, extension: facts.nhsNumber } },
          },
          author: organisation(facts.fromOdsCode),
          destination: organisation(facts.toOdsCode),
        },
      },
    },
  });
}

/** What a request says; a fact that it lacks, or gives under another root than its place asks for, is absent. */
export function ehrRequestFacts(message: EhrRequestMessage): Partial<EhrRequestFacts> {
  const request = message.ControlActEvent?.subject?.EhrRequest;
  const patient = request?.recordTarget?.patient?.id;
  const ods = (id: Parameters<typeof extensionOf>[0]) => extensionOf(id, oids.odsCode.oid);
  const list = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
  const facts: { [K in keyof EhrRequestFacts]: EhrRequestFacts[K] | undefined } = {
    messageId: message.id?.root,
    creationTime: message.creationTime?.value,
    versionCode: message.versionCode?.code,
    fromAsid: extensionOf(message.communicationFunctionSnd?.device?.id, oids.asid.oid),
    toAsid: extensionOf(message.communicationFunctionRcv?.[0]?.device?.id, oids.asid.oid),
    requestId: request?.id?.root,
    nhsNumber: extensionOf(list(patient), oids.nhsNumber.oid),
    fromOdsCode: ods(list(request?.author?.AgentOrgSDS?.agentOrganizationSDS?.id)),
    toOdsCode: ods(list(request?.destination?.AgentOrgSDS?.agentOrganizationSDS?.id)),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** An EHR request as wire values. */
export interface ParsedEhrRequest {
  /** The interaction, as the message element is named. */
  readonly interaction: string;
  readonly message: EhrRequestMessage;
  readonly report: ParseReport;
}

/**
 * Parses the EHR request of a document.
 *
 * @throws Hl7MessageError where the document has no such message.
 */
export function parseEhrRequest(
  document: XmlDocument | XmlElement,
  options: ParseReportOptions = {},
): ParsedEhrRequest {
  const found = findMessage("root" in document ? document.root : document, messageName);
  if (found === undefined) throw new Hl7MessageError("request-absent");
  const report = new ParseReport(options);
  if (found.element.namespace === "") report.add("namespace-missing", found.element);
  for (const other of found.others) report.add("message-repeated", other);
  return {
    interaction: found.element.local,
    message: parseWire(ehrRequestMessage, found.element, report),
    report,
  };
}
