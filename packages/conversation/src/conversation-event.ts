import { z } from "zod";
import {
  answerSchema,
  instantSchema,
  messageIdSchema,
  responseCodeSchema,
} from "./conversation-values.ts";

const at = instantSchema;
const messageId = messageIdSchema;

export const timerSchema = z.enum(["extract-overdue", "acknowledgement-overdue"]);
export type Timer = z.infer<typeof timerSchema>;

const acknowledgementReceived = z
  .strictObject({
    type: z.literal("acknowledgement-received"),
    at,
    messageId,
    of: messageId.meta({ description: "The message it answers." }),
    answer: answerSchema,
  })
  .meta({ description: "An application acknowledgement (MCCI_IN010000UK13) came in." });

const timerDue = z
  .strictObject({ type: z.literal("timer-due"), at, timer: timerSchema })
  .meta({ description: "A timer that was started has run out." });

/** What can happen to the side that asks for a record. */
export const requesterEventSchema = z.discriminatedUnion("type", [
  z
    .strictObject({ type: z.literal("request-made"), at, messageId })
    .meta({ description: "The practice asked for a record." }),
  z
    .strictObject({ type: z.literal("extract-received"), at, messageId })
    .meta({ description: "An EHR Extract came in." }),
  z
    .strictObject({ type: z.literal("extract-filed"), at, messageId })
    .meta({ description: "The record stands in the practice's system." }),
  z
    .strictObject({ type: z.literal("extract-refused"), at, messageId, code: responseCodeSchema })
    .meta({ description: "The extract cannot be filed; nothing of it was." }),
  acknowledgementReceived,
  timerDue,
]);
export type RequesterEvent = z.infer<typeof requesterEventSchema>;

/** What can happen to the side that gives a record. */
export const senderEventSchema = z.discriminatedUnion("type", [
  z
    .strictObject({ type: z.literal("request-received"), at, messageId })
    .meta({ description: "An EHR request (RCMR_IN010000UK05) came in." }),
  z
    .strictObject({ type: z.literal("extract-made"), at, messageId })
    .meta({ description: "The EHR Extract is made and stored." }),
  z
    .strictObject({ type: z.literal("request-refused"), at, code: responseCodeSchema })
    .meta({ description: "The record cannot or may not be given." }),
  acknowledgementReceived,
  timerDue,
]);
export type SenderEvent = z.infer<typeof senderEventSchema>;

export type ConversationEvent = RequesterEvent | SenderEvent;
