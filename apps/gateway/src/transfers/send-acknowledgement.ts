import { describeResponseCode, formatResponseCode } from "@gp2gp/conversation";
import { newId } from "@gp2gp/files";
import {
  acknowledgementInteraction,
  buildAcknowledgement,
  findAcknowledgementReason,
  serialiseAcknowledgement,
} from "@gp2gp/hl7v3";
import { openParts } from "../carrier/message-parts.ts";
import type { JobPayload } from "../jobs/job.ts";
import { asidOf } from "./asid.ts";
import { keepXml, rememberOutgoing } from "./keep-message.ts";
import { loadMessage } from "./load-message.ts";
import { loadAsidHolder } from "./load-practice.ts";
import { hl7Time } from "./message-times.ts";
import type { TransferContext } from "./transfer-context.ts";

const unexpected = 99;

/** Makes the application acknowledgement of a message that came in, and hands it to the transport. */
export async function sendAcknowledgement(
  context: TransferContext,
  { conversationId, role, of, answer, code, at }: JobPayload<"send-acknowledgement">,
): Promise<void> {
  const answered = await loadMessage(context, of, "in");
  const messageId = newId(`acknowledgement:${conversationId}:${of}`);
  const message = buildAcknowledgement({
    messageId,
    creationTime: hl7Time(at),
    fromAsid: asidOf(await loadAsidHolder(context, answered.to)),
    toAsid: asidOf(await loadAsidHolder(context, answered.from)),
    acknowledgedId: of,
    outcome: answer === "accepted" ? { type: "accepted" } : refusal(code ?? unexpected),
  });
  const part = await keepXml(
    context,
    acknowledgementInteraction,
    serialiseAcknowledgement(message),
  );
  const envelope = {
    conversationId,
    messageId,
    interaction: acknowledgementInteraction,
    from: answered.to,
    to: answered.from,
  } as const;
  await rememberOutgoing(context.db, role, envelope, [part]);
  await context.transport.send({ ...envelope, parts: openParts([part], context.content) });
}

function refusal(code: number) {
  const reason = findAcknowledgementReason(formatResponseCode(code)) ?? {
    code: formatResponseCode(code),
    number: code,
    meaning: describeResponseCode(code).meaning,
    step: "either",
    effect: "failure",
  };
  return { type: "error", reason } as const;
}
