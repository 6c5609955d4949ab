import { applied, ignored } from "./conversation-step.ts";
import type { ConversationStep } from "./conversation-step.ts";
import type { SenderState } from "./conversation-state.ts";
import { secondsAfter } from "./conversation-values.ts";
import type { ConversationTimeouts } from "./conversation-values.ts";
import type { SenderEvent } from "./conversation-event.ts";
import { describeResponseCode } from "./response-codes.ts";

type Step = ConversationStep<SenderState>;
type AcknowledgementReceived = Extract<SenderEvent, { type: "acknowledgement-received" }>;

/** Code 99: what is said of a conversation whose other side never answered. */
const unexpected = 99;

/**
 * The sending side: what an event makes of its state, and what is to be done.
 *
 * A conversation gives one extract, however often it is asked. The first conclusive acknowledgement
 * of the extract decides; a later one changes nothing, so that a failed transfer stays failed.
 */
export function stepSender(
  state: SenderState,
  event: SenderEvent,
  timeouts: ConversationTimeouts,
): Step {
  switch (event.type) {
    case "request-received":
      return state.phase === "new"
        ? applied(
            { ...state, phase: "making", request: event.messageId },
            { type: "make-extract", request: event.messageId },
          )
        : ignored(state, "duplicate");
    case "extract-made":
      if (state.phase !== "making" || state.request === undefined)
        return ignored(state, "duplicate");
      return applied(
        { ...state, phase: "sent", extract: event.messageId },
        { type: "send-extract", messageId: event.messageId },
        { type: "acknowledge", of: state.request, answer: { answer: "accepted" } },
        {
          type: "start-timer",
          timer: "acknowledgement-overdue",
          due: secondsAfter(event.at, timeouts.acknowledgementSeconds),
        },
      );
    case "request-refused":
      if (state.phase !== "making" || state.request === undefined)
        return ignored(state, "duplicate");
      return applied(
        {
          ...state,
          phase: "failed",
          failure: { by: "sender", at: event.at, code: event.code },
          finishedAt: event.at,
        },
        {
          type: "acknowledge",
          of: state.request,
          answer: { answer: "refused", code: event.code },
        },
      );
    case "acknowledgement-received":
      return takeAcknowledgement(state, event);
    case "timer-due":
      if (event.timer !== "acknowledgement-overdue") return ignored(state, "unpaired");
      if (state.phase !== "sent") return ignored(state, "late");
      return applied({
        ...state,
        phase: "failed",
        failure: { by: "time", at: event.at, code: unexpected },
        finishedAt: event.at,
      });
  }
}

function takeAcknowledgement(state: SenderState, event: AcknowledgementReceived): Step {
  if (state.extract === undefined || event.of !== state.extract) return ignored(state, "unpaired");
  if (state.phase !== "sent") return ignored(state, "late");
  const finishedAt = event.at;
  const stop = { type: "stop-timer", timer: "acknowledgement-overdue" } as const;
  if (event.answer.answer === "accepted")
    return applied({ ...state, phase: "completed", finishedAt }, stop);

  const { code } = event.answer;
  const meaning = code === undefined ? undefined : describeResponseCode(code);
  if (meaning?.inconclusive) return ignored(state, "duplicate");
  if (meaning?.success)
    return applied({ ...state, phase: "completed", answerCode: meaning.code, finishedAt }, stop);
  return applied(
    {
      ...state,
      phase: "failed",
      failure: { by: "requester", at: event.at, ...(code === undefined ? {} : { code }) },
      finishedAt,
    },
    stop,
  );
}
