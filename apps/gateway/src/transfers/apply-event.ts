import {
  newRequester,
  newSender,
  requesterEventSchema,
  requesterStateSchema,
  senderEventSchema,
  senderStateSchema,
  stepRequester,
  stepSender,
} from "@gp2gp/conversation";
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationState,
  ConversationStep,
  ConversationTimeouts,
} from "@gp2gp/conversation";
import { addJob, removeJob } from "../jobs/job.ts";
import type { EventDetail, Role, Tx } from "../store/database.ts";

/** One side of a conversation on this gateway. */
export interface ConversationKey {
  readonly conversationId: string;
  readonly role: Role;
}

export interface ConversationParties {
  readonly practice: string;
  readonly counterpart: string;
}

/** Makes one side of a conversation, unless it is there. */
export async function openConversation(
  tx: Tx,
  { conversationId, role }: ConversationKey,
  { practice, counterpart }: ConversationParties,
): Promise<void> {
  await tx
    .insertInto("conversations")
    .values({
      id: conversationId,
      role,
      practice,
      counterpart,
      state: JSON.stringify(role === "requester" ? newRequester : newSender),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Lets an event happen to one side of a conversation: its next state, the record of the event and the
 * jobs it asks for are stored together or not at all. Answers whether the event changed anything.
 */
export async function applyEvent(
  tx: Tx,
  key: ConversationKey,
  event: ConversationEvent,
  { timeouts, detail = {} }: { timeouts: ConversationTimeouts; detail?: EventDetail },
): Promise<boolean> {
  const { conversationId, role } = key;
  const row = await tx
    .selectFrom("conversations")
    .select("state")
    .where("id", "=", conversationId)
    .where("role", "=", role)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const step: ConversationStep<ConversationState> =
    role === "requester"
      ? stepRequester(
          requesterStateSchema.parse(row.state),
          requesterEventSchema.parse(event),
          timeouts,
        )
      : stepSender(senderStateSchema.parse(row.state), senderEventSchema.parse(event), timeouts);
  await recordEvent(tx, key, event, {
    ...detail,
    ...(!step.applied && { ignored: step.because }),
  });
  if (!step.applied) return false;
  await tx
    .updateTable("conversations")
    .set({ state: JSON.stringify(step.state) })
    .where("id", "=", conversationId)
    .where("role", "=", role)
    .execute();
  if (step.state.role === "requester") await showTransfer(tx, conversationId, step.state);
  for (const command of step.commands) await order(tx, key, command, event.at);
  return true;
}

async function recordEvent(
  tx: Tx,
  { conversationId, role }: ConversationKey,
  event: ConversationEvent,
  detail: EventDetail,
): Promise<void> {
  const said: EventDetail =
    event.type === "acknowledgement-received"
      ? {
          messageId: event.messageId,
          of: event.of,
          answer: event.answer.answer,
          ...("code" in event.answer &&
            event.answer.code !== undefined && { code: event.answer.code }),
        }
      : {
          ...("messageId" in event && { messageId: event.messageId }),
          ...("code" in event && { code: event.code }),
          ...("timer" in event && { timer: event.timer }),
        };
  await tx
    .insertInto("conversation_events")
    .values({
      conversation_id: conversationId,
      role,
      at: event.at,
      type: event.type,
      detail: JSON.stringify({ ...said, ...detail }),
    })
    .execute();
}

/** What people ask for is the transfer: it follows what the requesting side knows. */
async function showTransfer(
  tx: Tx,
  conversationId: string,
  state: Extract<ConversationState, { role: "requester" }>,
): Promise<void> {
  const { phase, failure } = state;
  await tx
    .updateTable("transfers")
    .set({
      status: phase === "completed" || phase === "failed" ? phase : "in-progress",
      failed_by: failure?.by ?? null,
      code: failure?.code ?? null,
      finished_at: state.finishedAt ?? null,
    })
    .where("id", "=", conversationId)
    .execute();
}

async function order(
  tx: Tx,
  { conversationId, role }: ConversationKey,
  command: ConversationCommand,
  at: string,
): Promise<void> {
  switch (command.type) {
    case "send-request":
      return await addJob(tx, "send-request", {
        conversationId,
        messageId: command.messageId,
        at,
      });
    case "make-extract":
      return await addJob(tx, "make-extract", { conversationId, request: command.request, at });
    case "send-extract":
      return await addJob(tx, "send-extract", { conversationId, messageId: command.messageId });
    case "file-extract":
      return await addJob(tx, "file-extract", {
        conversationId,
        messageId: command.messageId,
        at,
      });
    case "acknowledge": {
      const { of, answer } = command;
      return await addJob(tx, "send-acknowledgement", {
        conversationId,
        role,
        of,
        answer: answer.answer,
        ...("code" in answer && answer.code !== undefined && { code: answer.code }),
        at,
      });
    }
    case "start-timer":
      return await addJob(
        tx,
        "timer-due",
        { conversationId, role, timer: command.timer },
        { runAt: command.due, key: timerKey(conversationId, role, command.timer) },
      );
    case "stop-timer":
      return await removeJob(tx, timerKey(conversationId, role, command.timer));
  }
}

function timerKey(conversationId: string, role: Role, timer: string): string {
  return `timer:${conversationId}:${role}:${timer}`;
}
