export { conversationCommandSchema } from "./conversation-command.ts";
export type { ConversationCommand } from "./conversation-command.ts";
export { requesterEventSchema, senderEventSchema, timerSchema } from "./conversation-event.ts";
export type {
  ConversationEvent,
  RequesterEvent,
  SenderEvent,
  Timer,
} from "./conversation-event.ts";
export {
  conversationStateSchema,
  isFinished,
  newRequester,
  newSender,
  requesterStateSchema,
  senderStateSchema,
} from "./conversation-state.ts";
export type { ConversationState, RequesterState, SenderState } from "./conversation-state.ts";
export type { ConversationStep, IgnoredBecause } from "./conversation-step.ts";
export { answerSchema, defaultTimeouts, failureSchema } from "./conversation-values.ts";
export type { Answer, ConversationTimeouts, Failure } from "./conversation-values.ts";
export {
  describeResponseCode,
  formatResponseCode,
  parseResponseCode,
  responseCodes,
  responseCodeSystem,
} from "./response-codes.ts";
export type { ResponseCode } from "./response-codes.ts";
export { stepRequester } from "./step-requester.ts";
export { stepSender } from "./step-sender.ts";
