import type { Issue, PatientRecordDraft, ReadContext } from "@gp2gp/core";
import { ehrExtractMessage } from "@gp2gp/hl7v3";
import type { EhrExtract, EhrExtractMessage, ParsedExtract } from "@gp2gp/hl7v3";
import { differenceOf } from "../details/wire-difference.ts";
import { formatId } from "../format.ts";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import type { SoundParts } from "./sound-parts.ts";
import type { ExtractVersion } from "../format.ts";
import { plainEnvelope } from "../sections/envelope/write-envelope.ts";

type FolderComponent = NonNullable<EhrExtract["component"]>[number];

/** Keeps what the envelope says beyond what the record has of it, so that it goes home as it came. */
export function keepEnvelope(
  { message, extract }: ParsedExtract,
  record: PatientRecordDraft,
  version: ExtractVersion,
  sound: SoundParts,
  context: ReadContext,
): Issue[] {
  const shell = { responsibleParty: { typeCode: "RESP", agentDirectory: { classCode: "AGNT" } } };
  const plain = plainEnvelope(
    (extract.component ?? []).flatMap(({ ehrFolder }) => (ehrFolder ? [shell] : [])),
    { record, options: {}, version, now: context.now(), newId: (seed) => context.newId(seed) },
  );
  const actual = withoutContent(message ?? around(plain, extract));
  const { sound: kept, removed } = sound.of(ehrExtractMessage, actual, plain, "component");
  const difference = differenceOf(kept, plain);
  if (difference !== undefined)
    record.extraction = { ...record.extraction, supplierData: { [formatId]: difference } };
  if (removed === undefined) return [];
  const source = record.patient.source ?? {};
  record.residue.push({
    format: formatId,
    order: record.residue.length,
    kind: "technical",
    content: removed,
    source,
  });
  return [issue("envelope-invalid", { source })];
}

function around(plain: EhrExtractMessage, extract: ParsedExtract["extract"]): EhrExtractMessage {
  const { ControlActEvent: act } = plain;
  return {
    ...plain,
    ControlActEvent: { ...act, subject: { ...act?.subject, EhrExtract: extract } },
  };
}

/** The envelope alone: without the agents, the compositions, and the times that are made of them. */
function withoutContent(message: EhrExtractMessage): EhrExtractMessage {
  const { ControlActEvent: act } = message;
  const extract = act?.subject?.EhrExtract;
  const component = (extract?.component ?? []).flatMap((one): FolderComponent[] => {
    if (!one.ehrFolder) return [];
    const { component: _compositions, effectiveTime: _time, ...folder } = one.ehrFolder;
    const { part: _parts, ...directory } = folder.responsibleParty?.agentDirectory ?? {};
    const responsibleParty = { ...folder.responsibleParty, agentDirectory: directory };
    return [{ ...one, ehrFolder: { ...folder, responsibleParty } }];
  });
  return {
    ...message,
    ControlActEvent: {
      ...act,
      subject: { ...act?.subject, EhrExtract: { ...extract, component } },
    },
  };
}
