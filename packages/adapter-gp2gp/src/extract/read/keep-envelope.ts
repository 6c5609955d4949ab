import type { PatientRecordDraft, ReadContext } from "@gp2gp/core";
import type { EhrExtractMessage, ParsedExtract } from "@gp2gp/hl7v3";
import { differenceOf } from "../details/wire-difference.ts";
import { formatId } from "../format.ts";
import type { ExtractVersion } from "../format.ts";
import { plainEnvelope } from "../sections/envelope/write-envelope.ts";

/** Keeps what the envelope says beyond what the record has of it, so that it goes home as it came. */
export function keepEnvelope(
  { message, extract }: ParsedExtract,
  record: PatientRecordDraft,
  version: ExtractVersion,
  context: ReadContext,
): void {
  const plain = plainEnvelope(
    { responsibleParty: { typeCode: "RESP", agentDirectory: { classCode: "AGNT" } } },
    { record, options: {}, version, now: context.now(), newId: (seed) => context.newId(seed) },
  );
  const actual = withoutContent(message ?? around(plain, extract));
  const difference = differenceOf(actual, plain);
  if (difference !== undefined)
    record.extraction = { ...record.extraction, supplierData: { [formatId]: difference } };
}

function around(plain: EhrExtractMessage, extract: ParsedExtract["extract"]): EhrExtractMessage {
  const { ControlActEvent: act } = plain;
  return {
    ...plain,
    ControlActEvent: { ...act, subject: { ...act?.subject, EhrExtract: extract } },
  };
}

/** The envelope alone: without the agents, the compositions, and the time that is made of them. */
function withoutContent(message: EhrExtractMessage): EhrExtractMessage {
  const { ControlActEvent: act } = message;
  const extract = act?.subject?.EhrExtract;
  const [component] = extract?.component ?? [];
  const { component: _compositions, effectiveTime: _time, ...folder } = component?.ehrFolder ?? {};
  const { part: _parts, ...directory } = folder.responsibleParty?.agentDirectory ?? {};
  const responsibleParty = { ...folder.responsibleParty, agentDirectory: directory };
  return {
    ...message,
    ControlActEvent: {
      ...act,
      subject: {
        ...act?.subject,
        EhrExtract: {
          ...extract,
          component: [{ ...component, ehrFolder: { ...folder, responsibleParty } }],
        },
      },
    },
  };
}
