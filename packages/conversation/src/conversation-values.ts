import { z } from "zod";

/** Upper-case UUID: conversations and messages are compared without regard to case, so one case is kept. */
export const messageIdSchema = z
  .uuid()
  .regex(/^[0-9A-F-]+$/)
  .meta({ title: "Message id", description: "The id of a GP2GP message, a UUID in upper case." });

export const responseCodeSchema = z
  .number()
  .int()
  .meta({ title: "Response code", description: "A GP2GP response code, such as 6 or 99." });

/** An instant in UTC, as `2026-08-04T09:30:00.000Z`. The reducers read no clock: time comes with the event. */
export const instantSchema = z.iso
  .datetime()
  .meta({ title: "Instant", description: "When it happened, in UTC." });

/** How a message was answered. A refusal stays a refusal even where the other side gave no code. */
export const answerSchema = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("accepted") }),
  z.strictObject({ answer: z.literal("refused"), code: responseCodeSchema.optional() }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Why a conversation failed: who ended it, when, and with which code where one was given. */
export const failureSchema = z
  .strictObject({
    by: z.enum(["requester", "sender", "time"]),
    at: instantSchema,
    code: responseCodeSchema.optional(),
  })
  .meta({ title: "Failure", description: "Who or what ended the conversation without a record." });
export type Failure = z.infer<typeof failureSchema>;

/** How long each side waits, in seconds. */
export interface ConversationTimeouts {
  /** The requester, from its request to the extract. */
  readonly extractSeconds: number;
  /** The sender, from its extract to the final acknowledgement. */
  readonly acknowledgementSeconds: number;
}

/** 48 hours for the extract and 8 days for the final acknowledgement, as the practices' adaptors wait. */
export const defaultTimeouts: ConversationTimeouts = {
  extractSeconds: 172_800,
  acknowledgementSeconds: 691_200,
};

/** An instant some seconds after another. */
export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
