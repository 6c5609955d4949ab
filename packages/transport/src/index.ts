export {
  interactionSchema,
  messageEnvelopeSchema,
  messagePartFactsSchema,
} from "./carried-message.ts";
export type {
  CarriedMessage,
  Interaction,
  MessageEnvelope,
  MessagePart,
  MessagePartFacts,
} from "./carried-message.ts";
export { TransportError } from "./transport-error.ts";
export type { TransportErrorCode } from "./transport-error.ts";
export type { MessageReceiver, TransportV1 } from "./transport-v1.ts";
