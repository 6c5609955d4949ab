import type { Issue, SourcePart } from "@gp2gp/core";
import {
  acknowledgementInteraction,
  checkAcknowledgement,
  checkEhrRequest,
  Hl7MessageError,
  parseAcknowledgement,
  parseEhrRequest,
} from "@gp2gp/hl7v3";
import type { Finding } from "@gp2gp/hl7v3";
import { parseXml, XmlReadError } from "@gp2gp/xml";
import type { XmlDocument } from "@gp2gp/xml";

/** Requests and acknowledgements are a few kilobytes; what is larger is none. */
const BYTES = 10 * 1024 ** 2;

/** A GP2GP message that holds no record, and what is wrong with it. */
export interface MessageCheck {
  readonly interaction: string;
  readonly issues: readonly Issue[];
}

/** Checks an EHR request or an acknowledgement by the rules of its class; undefined where the part is neither. */
export async function checkMessage(
  part: SourcePart,
  signal: AbortSignal,
): Promise<MessageCheck | undefined> {
  if (part.size === undefined || part.size > BYTES) return undefined;
  try {
    const document = await parseXml(part.open(), { signal });
    const found = requestIn(document) ?? acknowledgementIn(document);
    if (!found) return undefined;
    const { interaction, findings } = found;
    return { interaction, issues: findings.map((one) => issueOf(one, part.name)) };
  } catch (error) {
    if (error instanceof XmlReadError) return undefined;
    throw error;
  }
}

interface Checked {
  readonly interaction: string;
  readonly findings: readonly Finding[];
}

function requestIn(document: XmlDocument): Checked | undefined {
  return unlessAbsent(() => {
    const { interaction, message, report } = parseEhrRequest(document);
    return { interaction, findings: [...report.findings, ...checkEhrRequest(message)] };
  });
}

function acknowledgementIn(document: XmlDocument): Checked | undefined {
  return unlessAbsent(() => {
    const { message, report } = parseAcknowledgement(document);
    const findings = [...report.findings, ...checkAcknowledgement(message)];
    return { interaction: acknowledgementInteraction, findings };
  });
}

function unlessAbsent(check: () => Checked): Checked | undefined {
  try {
    return check();
  } catch (error) {
    if (Hl7MessageError.isInstance(error)) return undefined;
    throw error;
  }
}

function issueOf({ code, severity, message, path, name, line }: Finding, part: string): Issue {
  const pointer = name === undefined ? path : `${path}/${name}`;
  return {
    code,
    severity,
    message,
    source: { part, pointer, ...(line !== undefined && { line }) },
  };
}
