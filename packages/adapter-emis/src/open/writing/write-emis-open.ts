import { checkedOptions } from "@gp2gp/core";
import type { PatientRecord, WriteContext, WriteResult } from "@gp2gp/core";
import { writeXml } from "@gp2gp/xml";
import { formatId } from "../emis-data.ts";
import { emisOpenOptionsSchema } from "../emis-open-options.ts";
import type { EmisOpenOptions } from "../emis-open-options.ts";
import { medicalRecordFields, medicalRecordNamespace } from "../wire/medical-record-type.ts";
import { serialiseWire } from "../wire/serialise-wire.ts";
import { writeMedicalRecord } from "./write-medical-record.ts";
import { partName, Writing } from "./writing.ts";

/** Writes a record as an EMIS Open medical record. The bytes are made when the part is opened. */
export async function writeEmisOpen(
  record: PatientRecord,
  context: WriteContext,
): Promise<WriteResult> {
  const options = optionsOf(context);
  const stored = await withoutLostContent(record, context);
  context.signal?.throwIfAborted();
  const writing = new Writing(stored, { context });
  const { wire } = writeMedicalRecord(writing, options);
  const root = serialiseWire("MedicalRecord", medicalRecordFields, {
    wire,
    content: context.content,
    namespace: medicalRecordNamespace,
  });
  return {
    ok: true,
    artefact: {
      parts: [
        {
          name: partName,
          mediaType: "application/xml",
          open: () => writeXml(root, { indent: 2 }),
        },
      ],
    },
    issues: writing.issues,
    losses: writing.losses,
  };
}

function optionsOf({ options }: WriteContext): EmisOpenOptions {
  return checkedOptions(emisOpenOptionsSchema, formatId, options);
}

/** Content the store no longer has is absent: the loss report is final before the first byte is written. */
async function withoutLostContent(
  record: PatientRecord,
  { content: port }: WriteContext,
): Promise<PatientRecord> {
  const documents = await Promise.all(
    record.documents.map(async (document) => {
      const { content } = document;
      if (content.state !== "stored" || (await port.stat(content.sha256))) return document;
      const { state: _, sha256: __, bytes: ___, ...about } = content;
      return {
        ...document,
        content: { state: "absent" as const, reason: "not-found" as const, ...about },
      };
    }),
  );
  return { ...record, documents };
}
