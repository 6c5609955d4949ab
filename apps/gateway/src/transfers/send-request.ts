import { newId } from "@gp2gp/files";
import { buildEhrRequest, ehrRequestInteraction, serialiseEhrRequest } from "@gp2gp/hl7v3";
import type { JobPayload } from "../jobs/job.ts";
import { openParts } from "../carrier/message-parts.ts";
import { asidOf } from "./asid.ts";
import { keepXml, rememberOutgoing } from "./keep-message.ts";
import { loadAsidHolder } from "./load-practice.ts";
import { hl7Time } from "./message-times.ts";
import type { TransferContext } from "./transfer-context.ts";

/** The id of the request within its message: what the extract says it fulfils. */
export function requestIdOf(conversationId: string): string {
  return newId(`request:${conversationId}`);
}

/** Makes the EHR request of a transfer and hands it to the transport. */
export async function sendRequest(
  context: TransferContext,
  { conversationId, messageId, at }: JobPayload<"send-request">,
): Promise<void> {
  const transfer = await context.db
    .selectFrom("transfers")
    .innerJoin("patients", "patients.id", "transfers.patient_id")
    .select(["requesting_practice", "sending_practice", "nhs_number"])
    .where("transfers.id", "=", conversationId)
    .executeTakeFirstOrThrow();
  const from = await loadAsidHolder(context, transfer.requesting_practice);
  const to = await loadAsidHolder(context, transfer.sending_practice);
  const request = buildEhrRequest({
    messageId,
    creationTime: hl7Time(at),
    fromAsid: asidOf(from),
    toAsid: asidOf(to),
    requestId: requestIdOf(conversationId),
    nhsNumber: transfer.nhs_number,
    fromOdsCode: from.ods_code,
    toOdsCode: to.ods_code,
  });
  const part = await keepXml(context, ehrRequestInteraction, serialiseEhrRequest(request));
  const envelope = {
    conversationId,
    messageId,
    interaction: ehrRequestInteraction,
    from: from.ods_code,
    to: to.ods_code,
  } as const;
  await rememberOutgoing(context.db, "requester", envelope, [part]);
  await context.transport.send({ ...envelope, parts: openParts([part], context.content) });
}
