import type { PatientRecord } from "@gp2gp/core";
import type { OutputElement } from "@gp2gp/xml";
import { element } from "@gp2gp/xml";
import { formatId, nativeDataOf } from "../native-data.ts";
import type { ClientWriting } from "./client-writing.ts";
import { isWritable } from "./taking.ts";
import type { Envelope } from "./write-record.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

const text = (name: string, value: string | undefined): OutputElement =>
  element(name, [], value === undefined || value === "" ? [] : [value]);

/** The message of the published schema. Its ids are made where nobody told them; a unit nobody named stays empty. */
export function patientRecordEnvelope(record: PatientRecord, writing: ClientWriting): Envelope {
  const { options, ids } = writing;
  return {
    root: "PatientRecord",
    assemble({ identity, demographics, clinical, nonClinical, metadata, patientUid }) {
      const organisation = options.organisationId ?? senderOf(record);
      const isBlank =
        record.extraction.format === formatId &&
        nativeDataOf(record.extraction).blank?.includes("PatientUID") === true;
      const uid = patientUid ?? (isBlank ? "" : ids.patientUid());
      if (patientUid === undefined && !isBlank)
        writing.report("id-generated", { detail: { element: "PatientUID" } });
      if (organisation === undefined)
        writing.report("envelope-missing", { detail: { element: "OrganisationID" } });
      return element(
        "PatientRecord",
        [],
        [
          text("MessageUID", messageUid(record, writing, "MessageUID")),
          text("PatientUID", uid),
          text("OrganisationID", organisation),
          element("Patient", [], [identity, demographics, clinical, nonClinical]),
          metadata,
        ],
      );
    },
  };
}

/** The answer of GetPatientRecord. */
export function clientIntegrationEnvelope(record: PatientRecord, writing: ClientWriting): Envelope {
  const isOwn = record.extraction.format === formatId;
  const native = isOwn ? nativeDataOf(record.extraction) : {};
  const request = isOwn ? writableOf(record.extraction.request) : undefined;
  return {
    root: "ClientIntegrationResponse",
    assemble: ({ identity, demographics, clinical, nonClinical }) =>
      element(
        "ClientIntegrationResponse",
        [],
        [
          text("DeviceID", writableOf(native.deviceId)),
          text("RequestUID", request),
          text("Function", writableOf(native.function) ?? "GetPatientRecord"),
          text("FunctionVersion", writableOf(native.functionVersion) ?? "1.0"),
          text("ResponseUID", messageUid(record, writing, "ResponseUID")),
          element(
            "Response",
            [],
            [
              identity,
              demographics,
              clinical,
              nonClinical,
              native.recordState === undefined
                ? undefined
                : text("RecordState", writableOf(native.recordState)),
            ],
          ),
        ],
      ),
  };
}

/** The id of the message: the caller's, that of the message the record came in, else one made from that. */
function messageUid({ extraction }: PatientRecord, writing: ClientWriting, name: string): string {
  const { options, ids, version } = writing;
  if (options.messageUid !== undefined) return options.messageUid;
  const own = writableOf(extraction.id);
  if (own !== undefined && extraction.format === formatId && extraction.formatVersion === version)
    return own;
  writing.report("id-generated", { detail: { element: name } });
  return ids.of(`message ${name} ${extraction.format} ${extraction.id ?? ""}`);
}

function senderOf({ extraction }: PatientRecord): string | undefined {
  const sender = extraction.senders?.find(({ system }) => system === tppSystems.organisation);
  return writableOf(sender?.value);
}

function writableOf(value: string | undefined): string | undefined {
  return value !== undefined && isWritable(value) ? value : undefined;
}
