import { writeRecord } from "@gp2gp/core";
import type { Issue, Loss, WriteContext } from "@gp2gp/core";
import { newId } from "@gp2gp/files";
import type { MessagePartFacts } from "@gp2gp/transport";
import type { JobPayload } from "../jobs/job.ts";
import type { EventDetail } from "../store/database.ts";
import { adapterContext } from "./adapter-contexts.ts";
import { applyEvent } from "./apply-event.ts";
import { asidOf } from "./asid.ts";
import { extractOptions } from "./extract-options.ts";
import { storeFindings } from "./findings.ts";
import { rememberOutgoing } from "./keep-message.ts";
import { loadMessage } from "./load-message.ts";
import { loadAsidHolder, loadPractice } from "./load-practice.ts";
import { readRequest } from "./read-request.ts";
import { isLastAttempt } from "./stop-trying.ts";
import type { JobAttempt } from "./stop-trying.ts";
import type { TransferContext } from "./transfer-context.ts";

const codes = {
  patientUnknown: 6,
  notEnabled: 7,
  extractFailed: 10,
  requestMalformed: 18,
  notCurrentPractice: 19,
  unexpected: 99,
} as const;

type Making =
  | {
      readonly outcome: "refused";
      readonly code: number;
      readonly readIssues?: readonly Issue[];
      readonly writeIssues?: readonly Issue[];
    }
  | {
      readonly outcome: "made";
      readonly parts: readonly MessagePartFacts[];
      readonly readIssues: readonly Issue[];
      readonly writeIssues: readonly Issue[];
      readonly losses: readonly Loss[];
      readonly detail: EventDetail;
    };

/** Makes the extract a request asks for, or refuses the request, at the sending practice. */
export async function makeExtract(
  context: TransferContext,
  { conversationId, request, at }: JobPayload<"make-extract">,
  attempt: JobAttempt,
): Promise<void> {
  const key = { conversationId, role: "sender" } as const;
  const messageId = newId(`extract:${conversationId}`);
  const message = await loadMessage(context, request, "in");
  const made = await make(context, { message, messageId, at, attempt }).catch(
    (error: unknown): Making => {
      if (!isLastAttempt(attempt)) throw error;
      context.logger.error({ err: error, conversationId }, "an extract could not be made");
      return { outcome: "refused", code: codes.unexpected };
    },
  );
  const now = context.clock.now().toISOString();
  const { timeouts } = context;
  await context.db.transaction().execute(async (tx) => {
    if (made.outcome === "refused") {
      const event = { type: "request-refused", at: now, code: made.code } as const;
      if (!(await applyEvent(tx, key, event, { timeouts }))) return;
      await storeFindings(tx, key, { step: "read", issues: made.readIssues ?? [] });
      await storeFindings(tx, key, { step: "write", issues: made.writeIssues ?? [] });
      return;
    }
    const event = { type: "extract-made", at: now, messageId } as const;
    if (!(await applyEvent(tx, key, event, { timeouts, detail: made.detail }))) return;
    const envelope = {
      conversationId,
      messageId,
      interaction: "RCMR_IN030000UK06",
      from: message.to,
      to: message.from,
    } as const;
    await rememberOutgoing(tx, "sender", envelope, made.parts);
    await storeFindings(tx, key, { step: "read", issues: made.readIssues });
    const { writeIssues: issues, losses } = made;
    await storeFindings(tx, key, { step: "write", issues, losses });
  });
}

interface MakingFacts {
  readonly message: Awaited<ReturnType<typeof loadMessage>>;
  readonly messageId: string;
  readonly at: string;
  readonly attempt: JobAttempt;
}

async function make(
  context: TransferContext,
  { message, messageId, at, attempt: { signal } }: MakingFacts,
): Promise<Making> {
  const asked = await readRequest(message);
  if (!asked) return { outcome: "refused", code: codes.requestMalformed };
  const practice = await loadPractice(context, message.to);
  if (!practice) return { outcome: "refused", code: codes.notEnabled };
  const patient = await context.db
    .selectFrom("patients")
    .select("current_practice")
    .where("nhs_number", "=", asked.nhsNumber)
    .executeTakeFirst();
  if (!patient) return { outcome: "refused", code: codes.patientUnknown };
  // Section 4 of the architecture: a record goes to the patient's registered practice only.
  if (patient.current_practice !== message.from)
    return { outcome: "refused", code: codes.notCurrentPractice };

  const reading = adapterContext(context, { at, signal });
  const found = await context.connect(practice).findRecord(asked.nhsNumber, reading);
  if (found.outcome === "absent") return { outcome: "refused", code: codes.patientUnknown };
  if (found.outcome === "unreadable")
    return { outcome: "refused", code: codes.extractFailed, readIssues: found.issues };

  const options = extractOptions({
    messageId,
    requestId: asked.requestId,
    at,
    from: { odsCode: message.to, asid: asidOf(practice) },
    to: {
      odsCode: message.from,
      asid: asidOf(await loadAsidHolder(context, message.from)),
    },
  });
  const writing: WriteContext = {
    ...adapterContext(context, { at, signal, options }),
    // The whole record goes to the next practice; what is confidential stays marked where it can be.
    confidential: "carry",
  };
  const written = await writeRecord(context.wireFormat, found.record, writing);
  if (!written.ok)
    return {
      outcome: "refused",
      code: codes.extractFailed,
      readIssues: found.issues,
      writeIssues: written.issues,
    };
  const parts: MessagePartFacts[] = [];
  for (const part of written.artefact.parts) {
    const { sha256, bytes } = await context.content.put(part.open(), {});
    const { name, mediaType, contentId } = part;
    parts.push({ name, mediaType, sha256, bytes, ...(contentId !== undefined && { contentId }) });
  }
  return {
    outcome: "made",
    parts,
    readIssues: found.issues,
    writeIssues: written.issues,
    losses: written.losses,
    detail: {
      format: found.format,
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      attachments: parts.length - 1,
      losses: written.losses.length,
    },
  };
}
