import { z } from "zod";

/** The interactions of GP2GP that a transport carries. */
export const interactionSchema = z
  .enum([
    "RCMR_IN010000UK05",
    "RCMR_IN030000UK06",
    "RCMR_IN030000UK07",
    "MCCI_IN010000UK13",
    "COPC_IN000001UK01",
  ])
  .meta({
    title: "Interaction",
    description:
      "EHR request, EHR Extract (UK06, or UK07 with redactions), application acknowledgement, continue or attachment.",
  });
export type Interaction = z.infer<typeof interactionSchema>;

const uuid = z.uuid().regex(/^[0-9A-F-]+$/);
const odsCode = z.string().regex(/^[A-Z0-9]{3,12}$/);

/** What a message says on its outside: all that a transport may look at. It never names a patient. */
export const messageEnvelopeSchema = z
  .strictObject({
    conversationId: uuid.meta({ description: "The conversation, a UUID in upper case." }),
    messageId: uuid.meta({ description: "The message, a UUID in upper case, unique for ever." }),
    interaction: interactionSchema,
    from: odsCode.meta({ description: "ODS code of the practice that sends." }),
    to: odsCode.meta({ description: "ODS code of the practice it is for." }),
  })
  .meta({ title: "Message envelope", description: "What a message says on its outside." });
export type MessageEnvelope = z.infer<typeof messageEnvelopeSchema>;

/** What is known of a part of a message without opening it. */
export const messagePartFactsSchema = z
  .strictObject({
    name: z.string().min(1).max(1024),
    mediaType: z.string().min(1).max(255),
    contentId: z
      .string()
      .min(1)
      .max(1024)
      .optional()
      .meta({ description: "How other parts refer to it, without `cid:`." }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().nonnegative(),
  })
  .meta({
    title: "Message part",
    description: "One part of a message and the digest of its bytes.",
  });
export type MessagePartFacts = z.infer<typeof messagePartFactsSchema>;

/** A part of a message. It can be opened again and again; iteration rejects when its bytes are gone or damaged. */
export interface MessagePart extends MessagePartFacts {
  open(): AsyncIterable<Uint8Array>;
}

/** A message: its outside, the HL7 message as its first part, and its attachments as the others. */
export interface CarriedMessage extends MessageEnvelope {
  readonly parts: readonly [MessagePart, ...MessagePart[]];
}
