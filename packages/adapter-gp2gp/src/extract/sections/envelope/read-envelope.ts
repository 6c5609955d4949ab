import type { Extraction, Identifier, Patient } from "@gp2gp/core";
import type { ParsedExtract } from "@gp2gp/hl7v3";
import { formatId } from "../../format.ts";
import { readCoded } from "../../values/coded.ts";
import { readDateTime } from "../../values/date-time.ts";
import { readEffective } from "../../values/effective.ts";
import { readIdentifier } from "../../values/identifier.ts";

/** The patient of an extract: an identifier, mostly the NHS number, and nothing else. */
export function readPatient({ extract }: ParsedExtract, part: string): Patient {
  const identifier = readIdentifier(extract.recordTarget?.patient?.id);
  return {
    identifiers: identifier ? [identifier] : [],
    source: { part, pointer: "/EhrExtract/recordTarget/patient" },
  };
}

/** How the record came out of its system: id, time, scope, from whom to whom, in answer to what. */
export function readExtraction({ extract, message, envelope }: ParsedExtract): Extraction {
  const at = readDateTime(extract.availabilityTime?.value);
  const specification = extract.limitation?.limitingEhrExtractSpecification;
  const scope = readCoded(specification?.code);
  const period = readEffective(specification?.effectiveTime);
  const senders = organisationsOf(
    extract.author?.AgentOrgSDS?.agentOrganizationSDS?.id,
    message?.communicationFunctionSnd?.device?.id,
  );
  const receivers = organisationsOf(
    extract.destination?.AgentOrgSDS?.agentOrganizationSDS?.id,
    message?.communicationFunctionRcv?.[0]?.device?.id,
  );
  const id = extract.id?.root;
  const request = extract.inFulfillmentOf?.priorEhrRequest?.id?.root;
  const version = envelope.interaction?.slice(-4);
  return {
    format: formatId,
    ...(version !== undefined && { formatVersion: version }),
    ...(id !== undefined && id !== "" && { id }),
    ...(at !== undefined && { at }),
    ...(scope && { scope }),
    ...(period && { period }),
    ...(senders.length > 0 && { senders }),
    ...(receivers.length > 0 && { receivers }),
    ...(request !== undefined && request !== "" && { request }),
  };
}

type Ids = NonNullable<NonNullable<ParsedExtract["message"]>["communicationFunctionSnd"]>["device"];

function organisationsOf(
  organisation: Parameters<typeof readIdentifier>[0],
  devices: NonNullable<Ids>["id"],
): Identifier[] {
  return [organisation, ...(devices ?? [])].flatMap((id) => readIdentifier(id) ?? []);
}
