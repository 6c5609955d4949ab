import type { Issue, Json, PatientRecord, WriteContext } from "@gp2gp/core";
import type { AgentOrgSDS, EhrExtractMessage, EhrFolder, II } from "@gp2gp/hl7v3";
import { withDifference } from "../../details/wire-difference.ts";
import { formatId, interactions } from "../../format.ts";
import type { ExtractVersion } from "../../format.ts";
import { folderSeed } from "../../write/made-ids.ts";
import { issue } from "../../gp2gp-ehr-extract-issues.ts";
import type { ExtractOptions } from "../../gp2gp-ehr-extract-options.ts";
import { writeSimpleCode } from "../../values/coded.ts";
import { writeDateTime } from "../../values/date-time.ts";
import { writeEffective } from "../../values/effective.ts";
import { isUuid, writeIdentifier } from "../../values/identifier.ts";

/** What of an extract the envelope does not make: the folder's agents and compositions. */
export type FolderContent = Pick<EhrFolder, "responsibleParty" | "component" | "effectiveTime">;

export interface WrittenEnvelope {
  readonly message: EhrExtractMessage;
  readonly issues: readonly Issue[];
}

interface EnvelopeFacts {
  readonly record: Pick<PatientRecord, "patient" | "extraction">;
  readonly options: ExtractOptions;
  readonly version: ExtractVersion;
  readonly now: Date;
  readonly newId: WriteContext["newId"];
}

const asidRoot = "1.2.826.0.1285.0.2.0.107";
const odsRoot = "1.2.826.0.1285.0.1.10";
const interactionRoot = "2.16.840.1.113883.2.1.3.2.4.12";
const unknown: II = { nullFlavor: "UNK" };

// gp2gp-messages 2.4
const entireRecord = {
  code: "715751000000105",
  codeSystem: "2.16.840.1.113883.2.1.3.2.4.15",
  displayName: "Entire record available to originator",
};

/**
 * The message around the folders. What neither the options nor the record's own extraction say is written
 * as unknown and reported: nothing of the envelope is made up but ids and the time of making it.
 */
export function writeEnvelope(
  folders: readonly FolderContent[],
  facts: EnvelopeFacts,
): WrittenEnvelope {
  const { record, options } = facts;
  const home = record.extraction.format === formatId ? record.extraction : undefined;
  const plain = plainEnvelope(folders, facts);
  const hint = home?.supplierData?.[formatId];
  const message =
    hint === undefined ? plain : (withDifference(plain, hint as Json) as EhrExtractMessage);
  const final = hint === undefined ? plain : withOptions(message, plain, options);
  return { message: final, issues: missingOf(final) };
}

/** The envelope as it is written where nothing more is known than the record and the options say. */
export function plainEnvelope(
  folders: readonly FolderContent[],
  facts: EnvelopeFacts,
): EhrExtractMessage {
  const { record, options, version, now, newId } = facts;
  const { extraction, patient } = record;
  const home = extraction.format === formatId ? extraction : undefined;
  const made = now.toISOString().replaceAll(/[-T:]|\..*/g, "");
  const at = writeDateTime(home?.at) ?? options.creationTime ?? made;
  const senders = home?.senders ?? [];
  const receivers = home?.receivers ?? [];
  const byRoot = (ids: readonly (II | undefined)[], root: string) =>
    ids.find((id) => id?.root === root);
  const of = (list: typeof senders) => list.map((one) => writeIdentifier(one));
  const fromAsid = asid(options.senderAsid) ?? byRoot(of(senders), asidRoot) ?? unknown;
  const toAsid = asid(options.receiverAsid) ?? byRoot(of(receivers), asidRoot) ?? unknown;
  const from = ods(options.senderOds) ?? byRoot(of(senders), odsRoot) ?? unknown;
  const to = ods(options.receiverOds) ?? byRoot(of(receivers), odsRoot) ?? unknown;
  const request = options.requestId ?? home?.request;
  const nhsNumber =
    patient.identifiers.find(({ system }) => system === "nhs-number") ?? patient.identifiers[0];
  const patientId = nhsNumber && writeIdentifier(nhsNumber);
  const extractId =
    options.extractId ??
    home?.id ??
    newId(`gp2gp-ehr-extract:extract:${JSON.stringify(patientId ?? null)}:${at}`);
  const author = {
    typeCode: "AUT",
    time: { value: at },
    AgentOrgSDS: organisation(from),
  };
  return {
    id: { root: options.messageId ?? newId(`gp2gp-ehr-extract:message:${extractId}`) },
    creationTime: { value: options.creationTime ?? at },
    versionCode: { code: "V3NPfIT3.1.10" },
    interactionId: { root: interactionRoot, extension: interactions[version] },
    processingCode: { code: "P" },
    processingModeCode: { code: "T" },
    acceptAckCode: { code: "NE" },
    communicationFunctionRcv: [
      { typeCode: "RCV", device: { classCode: "DEV", determinerCode: "INSTANCE", id: [toAsid] } },
    ],
    communicationFunctionSnd: {
      typeCode: "SND",
      device: { classCode: "DEV", determinerCode: "INSTANCE", id: [fromAsid] },
    },
    ControlActEvent: {
      classCode: "CACT",
      moodCode: "EVN",
      author1: [
        {
          typeCode: "AUT",
          AgentSystemSDS: {
            classCode: "AGNT",
            agentSystemSDS: { classCode: "DEV", determinerCode: "INSTANCE", id: fromAsid },
          },
        },
      ],
      subject: {
        typeCode: "SUBJ",
        contextConductionInd: "false",
        EhrExtract: {
          classCode: "EXTRACT",
          moodCode: "EVN",
          id: { root: extractId },
          statusCode: { code: "COMPLETE" },
          availabilityTime: { value: at },
          recordTarget: {
            typeCode: "RCT",
            patient: { classCode: "PAT", id: patientId ?? unknown },
          },
          author,
          destination: { typeCode: "DST", AgentOrgSDS: organisation(to) },
          component: folders.map((content, index) => ({
            typeCode: "COMP",
            ehrFolder: {
              classCode: "FOLDER",
              moodCode: "EVN",
              id: { root: newId(`gp2gp-ehr-extract:folder:${extractId}${folderSeed(index)}`) },
              statusCode: { code: "COMPLETE" },
              availabilityTime: { value: at },
              author,
              ...content,
            },
          })),
          inFulfillmentOf: {
            typeCode: "FLFS",
            priorEhrRequest: {
              classCode: "EXTRACT",
              moodCode: "RQO",
              id: isUuid(request) ? { root: request } : unknown,
            },
          },
          limitation: {
            typeCode: "LIMIT",
            inversionInd: "true",
            limitingEhrExtractSpecification: {
              classCode: "OBS",
              moodCode: "DEF",
              id: { root: newId(`gp2gp-ehr-extract:specification:${extractId}`) },
              code: home?.scope ? writeSimpleCode(home.scope) : entireRecord,
              ...(home?.period && { effectiveTime: writeEffective(home.period) }),
            },
          },
        },
      },
    },
  };
}

const asid = (extension: string | undefined): II | undefined =>
  extension === undefined ? undefined : { root: asidRoot, extension };
const ods = (extension: string | undefined): II | undefined =>
  extension === undefined ? undefined : { root: odsRoot, extension };

function organisation(id: II): AgentOrgSDS {
  return {
    classCode: "AGNT",
    agentOrganizationSDS: { classCode: "ORG", determinerCode: "INSTANCE", id },
  };
}

/** What the caller gave goes before what the source had. */
function withOptions(
  message: EhrExtractMessage,
  plain: EhrExtractMessage,
  options: ExtractOptions,
): EhrExtractMessage {
  const from = options.senderAsid !== undefined;
  const extract = message.ControlActEvent?.subject?.EhrExtract;
  const own = plain.ControlActEvent?.subject?.EhrExtract;
  return {
    ...message,
    ...(options.messageId !== undefined && { id: plain.id }),
    ...(options.creationTime !== undefined && { creationTime: plain.creationTime }),
    interactionId: plain.interactionId,
    ...(options.receiverAsid !== undefined && {
      communicationFunctionRcv: plain.communicationFunctionRcv,
    }),
    ...(from && { communicationFunctionSnd: plain.communicationFunctionSnd }),
    ControlActEvent: {
      ...message.ControlActEvent,
      ...(from && { author1: plain.ControlActEvent?.author1 }),
      subject: {
        ...message.ControlActEvent?.subject,
        EhrExtract: {
          ...extract,
          // What the source said of folders of which nothing is left goes with them.
          component: extract?.component?.slice(0, own?.component?.length),
          ...(options.extractId !== undefined && { id: own?.id }),
          recordTarget: own?.recordTarget,
          ...(options.senderOds !== undefined && { author: own?.author }),
          ...(options.receiverOds !== undefined && { destination: own?.destination }),
          ...(options.requestId !== undefined && { inFulfillmentOf: own?.inFulfillmentOf }),
        },
      },
    },
  };
}

/** One issue for each fact of the envelope that nobody supplied. */
function missingOf(message: EhrExtractMessage): Issue[] {
  const extract = message.ControlActEvent?.subject?.EhrExtract;
  const facts: readonly (readonly [string, II | undefined])[] = [
    ["sender ASID", message.communicationFunctionSnd?.device?.id?.[0]],
    ["receiver ASID", message.communicationFunctionRcv?.[0]?.device?.id?.[0]],
    ["sender ODS code", extract?.author?.AgentOrgSDS?.agentOrganizationSDS?.id],
    ["receiver ODS code", extract?.destination?.AgentOrgSDS?.agentOrganizationSDS?.id],
    ["EHR request id", extract?.inFulfillmentOf?.priorEhrRequest?.id],
    ["NHS number", extract?.recordTarget?.patient?.id],
  ];
  return facts.flatMap(([fact, id]) =>
    id?.root === undefined ? [issue("envelope-missing", { detail: { fact } })] : [],
  );
}
