import { isNhsNumber } from "@gp2gp/core";
import { ehrRequestFacts, Hl7MessageError, parseEhrRequest } from "@gp2gp/hl7v3";
import type { CarriedMessage } from "@gp2gp/transport";
import { XmlError, parseXml } from "@gp2gp/xml";

/** What a request asks for. */
export interface RequestedRecord {
  readonly requestId: string;
  readonly nhsNumber: string;
}

/** A real request has a few kilobytes. */
const largestRequest = 1_000_000;

/** Reads an EHR request; undefined when it is malformed, or says another practice than its envelope. */
export async function readRequest(message: CarriedMessage): Promise<RequestedRecord | undefined> {
  const [part] = message.parts;
  if (part.bytes > largestRequest) return undefined;
  try {
    const parsed = parseEhrRequest(await parseXml(part.open()));
    const { requestId, nhsNumber, fromOdsCode, toOdsCode } = ehrRequestFacts(parsed.message);
    return requestId !== undefined &&
      nhsNumber !== undefined &&
      isNhsNumber(nhsNumber) &&
      fromOdsCode === message.from &&
      toOdsCode === message.to
      ? { requestId, nhsNumber }
      : undefined;
  } catch (error) {
    if (Hl7MessageError.isInstance(error) || error instanceof XmlError) return undefined;
    throw error;
  }
}
