import { z } from "zod";
import {
  failureSchema,
  instantSchema,
  messageIdSchema,
  responseCodeSchema,
} from "./conversation-values.ts";

/** How many extracts beside the first one a requester remembers. A conversation has one; more is a fault or an attack. */
export const rememberedExtracts = 16;

const messageIds = z.array(messageIdSchema).max(rememberedExtracts);

/** The side that asks for a record. */
export const requesterStateSchema = z
  .strictObject({
    role: z.literal("requester"),
    phase: z
      .enum(["new", "requested", "acknowledged", "filing", "completed", "failed"])
      .meta({ description: "acknowledged: the sender says that it will send." }),
    request: messageIdSchema.optional(),
    extract: messageIdSchema
      .optional()
      .meta({ description: "The extract being filed, or filed, or refused last." }),
    waiting: messageIds.meta({
      description: "Further extracts that came while one was being filed; tried if it is refused.",
    }),
    answered: messageIds.meta({ description: "Extracts that have their acknowledgement." }),
    failure: failureSchema.optional(),
    finishedAt: instantSchema.optional(),
  })
  .meta({ title: "Requester", description: "A conversation as the requesting side sees it." });
export type RequesterState = z.infer<typeof requesterStateSchema>;

/** The side that gives a record. */
export const senderStateSchema = z
  .strictObject({
    role: z.literal("sender"),
    phase: z.enum(["new", "making", "sent", "completed", "failed"]),
    request: messageIdSchema.optional(),
    extract: messageIdSchema.optional(),
    answerCode: responseCodeSchema
      .optional()
      .meta({ description: "The code of a refusal that counts as success (15)." }),
    failure: failureSchema.optional(),
    finishedAt: instantSchema.optional(),
  })
  .meta({ title: "Sender", description: "A conversation as the sending side sees it." });
export type SenderState = z.infer<typeof senderStateSchema>;

export const conversationStateSchema = z.discriminatedUnion("role", [
  requesterStateSchema,
  senderStateSchema,
]);
export type ConversationState = z.infer<typeof conversationStateSchema>;

export const newRequester: RequesterState = {
  role: "requester",
  phase: "new",
  waiting: [],
  answered: [],
};

export const newSender: SenderState = { role: "sender", phase: "new" };

/** Whether a conversation has ended. A failed requester still takes an extract that arrives after all. */
export function isFinished(state: ConversationState): boolean {
  return state.phase === "completed" || state.phase === "failed";
}
