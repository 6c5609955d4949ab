import { identifierSystems, writeRecord } from "@gp2gp/core";
import type { Issue, Loss, Patient, PatientRecord } from "@gp2gp/core";
import type { CarriedMessage } from "@gp2gp/transport";
import type { FiledDocument } from "../connectors/practice-connector.ts";
import type { JobPayload } from "../jobs/job.ts";
import type { Tx } from "../store/database.ts";
import { adapterContext } from "./adapter-contexts.ts";
import { applyEvent } from "./apply-event.ts";
import { filingOptions } from "./filing-options.ts";
import { storeFindings } from "./findings.ts";
import { loadMessage } from "./load-message.ts";
import { loadPractice } from "./load-practice.ts";
import { requestIdOf } from "./send-request.ts";
import { sourceOfMessage } from "./source-of-message.ts";
import { isLastAttempt } from "./stop-trying.ts";
import type { JobAttempt } from "./stop-trying.ts";
import { reportPart } from "./transfer-report.ts";
import type { TransferContext } from "./transfer-context.ts";

const codes = {
  withoutRequest: 9,
  notIntegrated: 11,
  malformed: 21,
  wrongPatient: 28,
} as const;

interface Found {
  readonly readIssues: readonly Issue[];
  readonly writeIssues: readonly Issue[];
  readonly losses: readonly Loss[];
}

type Filing = Found &
  (
    | { readonly outcome: "refused"; readonly code: number }
    | {
        readonly outcome: "filed";
        readonly format: string;
        readonly documents: readonly FiledDocument[];
      }
  );

/** Both roots that ODS codes are written under. */
const odsSystems: ReadonlySet<string> = new Set([identifierSystems.ods, "ods-spine"]);

const nothingFound: Found = { readIssues: [], writeIssues: [], losses: [] };

/** Checks an extract that arrived and files it at the requesting practice, or refuses it. */
export async function fileExtract(
  context: TransferContext,
  { conversationId, messageId, at }: JobPayload<"file-extract">,
  attempt: JobAttempt,
): Promise<void> {
  const key = { conversationId, role: "requester" } as const;
  const filing = await file(context, { conversationId, messageId, at, attempt }).catch(
    (error: unknown): Filing => {
      if (!isLastAttempt(attempt)) throw error;
      context.logger.error({ err: error, conversationId }, "an extract could not be filed");
      return { ...nothingFound, outcome: "refused", code: codes.notIntegrated };
    },
  );
  const now = context.clock.now().toISOString();
  const { timeouts } = context;
  await context.db.transaction().execute(async (tx) => {
    const event =
      filing.outcome === "refused"
        ? ({ type: "extract-refused", at: now, messageId, code: filing.code } as const)
        : ({ type: "extract-filed", at: now, messageId } as const);
    const detail =
      filing.outcome === "refused"
        ? {}
        : {
            format: filing.format,
            documents: filing.documents.length,
            losses: filing.losses.length,
          };
    if (!(await applyEvent(tx, key, event, { timeouts, detail }))) return;
    const { writeIssues: issues, losses, readIssues } = filing;
    await storeFindings(tx, key, { step: "read", issues: readIssues });
    await storeFindings(tx, key, { step: "write", issues, losses });
    if (filing.outcome === "filed") await storeDocuments(tx, conversationId, filing.documents);
  });
}

async function storeDocuments(
  tx: Tx,
  conversationId: string,
  documents: readonly FiledDocument[],
): Promise<void> {
  await tx
    .insertInto("documents")
    .values(
      documents.map(({ name, path, bytes }, position) => ({
        conversation_id: conversationId,
        position,
        name,
        path,
        bytes,
      })),
    )
    .execute();
}

interface FilingFacts {
  readonly conversationId: string;
  readonly messageId: string;
  readonly at: string;
  readonly attempt: JobAttempt;
}

async function file(
  context: TransferContext,
  { conversationId, messageId, at, attempt: { signal } }: FilingFacts,
): Promise<Filing> {
  const message = await loadMessage(context, messageId, "in");
  const transfer = await context.db
    .selectFrom("transfers")
    .innerJoin("patients", "patients.id", "transfers.patient_id")
    .select(["requesting_practice", "sending_practice", "nhs_number", "demographics"])
    .where("transfers.id", "=", conversationId)
    .executeTakeFirst();
  const refuse = (code: number, found: Partial<Found> = {}): Filing => ({
    ...nothingFound,
    ...found,
    outcome: "refused",
    code,
  });
  if (
    !transfer ||
    transfer.requesting_practice !== message.to ||
    transfer.sending_practice !== message.from
  )
    return refuse(codes.withoutRequest);

  const { wireFormat } = context;
  if (!wireFormat.read) throw new TypeError("the wire format cannot be read");
  const reading = adapterContext(context, { at, signal });
  const read = await wireFormat.read(sourceOfMessage(message), reading);
  if (!read.ok) return refuse(codes.malformed, { readIssues: read.issues });
  const readIssues = read.issues;
  const wrong = checkExtract(read.record, { conversationId, message, ...transfer });
  if (wrong !== undefined) return refuse(wrong, { readIssues });

  const practice = await loadPractice(context, transfer.requesting_practice);
  const adapter = practice && context.formats.get(practice.format);
  if (!practice || !adapter) return refuse(codes.notIntegrated, { readIssues });
  const written = await writeRecord(adapter, read.record, {
    ...adapterContext(context, {
      at,
      signal,
      options: filingOptions({ messageId, odsCode: practice.ods_code }),
    }),
    confidential: "carry",
    demographics: withNhsNumber(transfer.demographics, transfer.nhs_number),
  });
  if (!written.ok) return refuse(codes.notIntegrated, { readIssues, writeIssues: written.issues });
  const found = { readIssues, writeIssues: written.issues, losses: written.losses };
  const report = await reportPart(context, { conversationId, at, to: practice.format, ...found });
  const documents = await context.connect(practice).file(conversationId, {
    parts: [...written.artefact.parts, report],
  });
  return { ...found, outcome: "filed", format: practice.format, documents };
}

/** The code an extract is to be refused with, because it is of another patient, request or practice. */
function checkExtract(
  { patient, extraction }: PatientRecord,
  expected: { conversationId: string; message: CarriedMessage; nhs_number: string },
): number | undefined {
  const numbers = patient.identifiers.filter(
    ({ system }) => system === identifierSystems.nhsNumber,
  );
  const [number] = numbers;
  if (numbers.length !== 1 || number?.value !== expected.nhs_number) return codes.wrongPatient;
  const { request, receivers = [] } = extraction;
  if (request !== undefined && request.toUpperCase() !== requestIdOf(expected.conversationId))
    return codes.withoutRequest;
  const addressed = receivers.filter(({ system }) => odsSystems.has(system));
  if (addressed.length > 0 && !addressed.some(({ value }) => value === expected.message.to))
    return codes.withoutRequest;
  return undefined;
}

function withNhsNumber(demographics: Patient, nhsNumber: string): Patient {
  const others = demographics.identifiers.filter(
    ({ system }) => system !== identifierSystems.nhsNumber,
  );
  return {
    ...demographics,
    identifiers: [{ system: identifierSystems.nhsNumber, value: nhsNumber }, ...others],
  };
}
