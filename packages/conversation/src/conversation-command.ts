import { z } from "zod";
import { answerSchema, instantSchema, messageIdSchema } from "./conversation-values.ts";
import { timerSchema } from "./conversation-event.ts";

const messageId = messageIdSchema;

/**
 * What a side is to do next. Each is given once for its cause; whoever carries it out may do so again
 * after a crash and must make the repetition harmless.
 */
export const conversationCommandSchema = z.discriminatedUnion("type", [
  z
    .strictObject({ type: z.literal("send-request"), messageId })
    .meta({ description: "Send the EHR request under this message id." }),
  z
    .strictObject({ type: z.literal("make-extract"), request: messageId })
    .meta({ description: "Find the record asked for and make the EHR Extract of it." }),
  z
    .strictObject({ type: z.literal("send-extract"), messageId })
    .meta({ description: "Send the extract that was made under this message id." }),
  z
    .strictObject({ type: z.literal("file-extract"), messageId })
    .meta({ description: "Check the extract, and file it in the practice's system." }),
  z
    .strictObject({ type: z.literal("acknowledge"), of: messageId, answer: answerSchema })
    .meta({ description: "Send an application acknowledgement of a message." }),
  z
    .strictObject({ type: z.literal("start-timer"), timer: timerSchema, due: instantSchema })
    .meta({ description: "Give a timer-due event at that time." }),
  z
    .strictObject({ type: z.literal("stop-timer"), timer: timerSchema })
    .meta({ description: "The timer is no longer needed." }),
]);
export type ConversationCommand = z.infer<typeof conversationCommandSchema>;
