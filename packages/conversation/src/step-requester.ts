import { applied, ignored } from "./conversation-step.ts";
import type { ConversationStep } from "./conversation-step.ts";
import { rememberedExtracts } from "./conversation-state.ts";
import type { RequesterState } from "./conversation-state.ts";
import { secondsAfter } from "./conversation-values.ts";
import type { ConversationTimeouts, Failure } from "./conversation-values.ts";
import type { ConversationCommand } from "./conversation-command.ts";
import type { RequesterEvent } from "./conversation-event.ts";

type Step = ConversationStep<RequesterState>;
type EventOf<Type extends RequesterEvent["type"]> = Extract<RequesterEvent, { type: Type }>;

const duplicateExtract = 12;
const extractWithoutRequest = 9;
const stopWaiting: ConversationCommand = { type: "stop-timer", timer: "extract-overdue" };

/**
 * The requesting side: what an event makes of its state, and what is to be done.
 *
 * Any event may come twice, late or out of order. The first extract that can be filed is filed, once;
 * a refusal or a timeout before it does not keep it out, and nothing after it undoes it.
 */
export function stepRequester(
  state: RequesterState,
  event: RequesterEvent,
  timeouts: ConversationTimeouts,
): Step {
  switch (event.type) {
    case "request-made":
      return state.phase === "new" && state.request === undefined
        ? applied(
            { ...state, phase: "requested", request: event.messageId },
            { type: "send-request", messageId: event.messageId },
            {
              type: "start-timer",
              timer: "extract-overdue",
              due: secondsAfter(event.at, timeouts.extractSeconds),
            },
          )
        : ignored(state, "duplicate");
    case "acknowledgement-received":
      return takeAcknowledgement(state, event);
    case "extract-received":
      return takeExtract(state, event);
    case "extract-filed":
      return takeFiled(state, event);
    case "extract-refused":
      return takeRefused(state, event);
    case "timer-due":
      if (event.timer !== "extract-overdue") return ignored(state, "unpaired");
      return isWaiting(state) ? fail(state, { by: "time", at: event.at }) : ignored(state, "late");
  }
}

function takeAcknowledgement(
  state: RequesterState,
  event: EventOf<"acknowledgement-received">,
): Step {
  if (event.of !== state.request) return ignored(state, "unpaired");
  if (!isWaiting(state)) return ignored(state, "late");
  if (event.answer.answer === "accepted") {
    return state.phase === "requested"
      ? applied({ ...state, phase: "acknowledged" })
      : ignored(state, "duplicate");
  }
  const { code } = event.answer;
  return fail(
    state,
    { by: "sender", at: event.at, ...(code === undefined ? {} : { code }) },
    stopWaiting,
  );
}

function takeExtract(state: RequesterState, { messageId }: EventOf<"extract-received">): Step {
  if (
    (state.phase === "filing" && state.extract === messageId) ||
    state.answered.includes(messageId) ||
    state.waiting.includes(messageId)
  ) {
    return ignored(state, "duplicate");
  }
  switch (state.phase) {
    case "new":
      return refuseAtOnce(state, messageId, extractWithoutRequest);
    case "completed":
      return refuseAtOnce(state, messageId, duplicateExtract);
    case "filing":
      return state.waiting.length + state.answered.length < rememberedExtracts - 1
        ? applied({ ...state, waiting: [...state.waiting, messageId] })
        : ignored(state, "late");
    case "requested":
    case "acknowledged":
      return startFiling(state, messageId, stopWaiting);
    case "failed":
      // A refusal is often followed by the record all the same, and a better extract by a worse one.
      return state.answered.length < rememberedExtracts
        ? startFiling(state, messageId)
        : ignored(state, "late");
  }
}

function takeFiled(state: RequesterState, event: EventOf<"extract-filed">): Step {
  if (state.phase !== "filing" || state.extract !== event.messageId)
    return ignored(state, "duplicate");
  return applied(
    {
      ...state,
      phase: "completed",
      waiting: [],
      answered: [...state.answered, event.messageId, ...state.waiting],
      finishedAt: event.at,
    },
    { type: "acknowledge", of: event.messageId, answer: { answer: "accepted" } },
    ...state.waiting.map((waiting) => refusal(waiting, duplicateExtract)),
  );
}

function takeRefused(state: RequesterState, event: EventOf<"extract-refused">): Step {
  if (state.phase !== "filing" || state.extract !== event.messageId)
    return ignored(state, "duplicate");
  const answered = [...state.answered, event.messageId];
  const answer = refusal(event.messageId, event.code);
  const [next, ...waiting] = state.waiting;
  return next === undefined
    ? fail({ ...state, answered }, { by: "requester", at: event.at, code: event.code }, answer)
    : startFiling({ ...state, answered, waiting }, next, answer);
}

function startFiling(
  { finishedAt: _finishedAt, failure: _failure, ...state }: RequesterState,
  messageId: string,
  ...first: readonly ConversationCommand[]
): Step {
  return applied({ ...state, phase: "filing", extract: messageId }, ...first, {
    type: "file-extract",
    messageId,
  });
}

function refuseAtOnce(state: RequesterState, messageId: string, code: number): Step {
  return state.answered.length < rememberedExtracts
    ? applied({ ...state, answered: [...state.answered, messageId] }, refusal(messageId, code))
    : ignored(state, "late");
}

function refusal(of: string, code: number): ConversationCommand {
  return { type: "acknowledge", of, answer: { answer: "refused", code } };
}

function fail(
  state: RequesterState,
  failure: Failure,
  ...commands: readonly ConversationCommand[]
): Step {
  return applied({ ...state, phase: "failed", failure, finishedAt: failure.at }, ...commands);
}

function isWaiting(state: RequesterState): boolean {
  return state.phase === "requested" || state.phase === "acknowledged";
}
