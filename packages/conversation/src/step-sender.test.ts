import { describe, expect, it } from "vitest";
import { newSender } from "./conversation-state.ts";
import type { SenderState } from "./conversation-state.ts";
import type { SenderEvent } from "./conversation-event.ts";
import { defaultTimeouts } from "./conversation-values.ts";
import { stepSender } from "./step-sender.ts";

const at = "2026-08-04T09:30:00.000Z";
const request = "11111111-1111-4111-8111-111111111111";
const extract = "22222222-2222-4222-8222-222222222222";
const messageId = "44444444-4444-4444-8444-444444444444";

const asked: SenderEvent = { type: "request-received", at, messageId: request };
const made: SenderEvent = { type: "extract-made", at, messageId: extract };
const overdue: SenderEvent = { type: "timer-due", at, timer: "acknowledgement-overdue" };
const answered = (code?: number): SenderEvent => ({
  type: "acknowledgement-received",
  at,
  messageId,
  of: extract,
  answer: code === undefined ? { answer: "accepted" } : { answer: "refused", code },
});

function run(...events: SenderEvent[]) {
  let state: SenderState = newSender;
  const steps = events.map((event) => {
    const step = stepSender(state, event, defaultTimeouts);
    state = step.state;
    return step;
  });
  return { state, steps, last: steps.at(-1) };
}

describe("the sending side", () => {
  it("sends the extract, then its acknowledgement of the request, and waits 8 days", () => {
    expect(run(asked, made).last?.commands).toEqual([
      { type: "send-extract", messageId: extract },
      { type: "acknowledge", of: request, answer: { answer: "accepted" } },
      { type: "start-timer", timer: "acknowledgement-overdue", due: "2026-08-12T09:30:00.000Z" },
    ]);
  });

  it("refuses with a code and sends nothing", () => {
    const { last, state } = run(asked, { type: "request-refused", at, code: 6 });
    expect(last?.commands).toEqual([
      { type: "acknowledge", of: request, answer: { answer: "refused", code: 6 } },
    ]);
    expect(state).toMatchObject({ phase: "failed", failure: { by: "sender", code: 6 } });
  });

  it("makes one extract however often it is asked", () => {
    const { steps } = run(asked, asked, made, asked, made);
    const commands = steps.flatMap((step) => step.commands);
    expect(commands.filter(({ type }) => type === "make-extract")).toHaveLength(1);
    expect(commands.filter(({ type }) => type === "send-extract")).toHaveLength(1);
  });

  it("is decided by the first conclusive acknowledgement", () => {
    expect(run(asked, made, answered(12), answered()).state.phase).toBe("completed");
    expect(run(asked, made, answered(11), answered()).state).toMatchObject({
      phase: "failed",
      failure: { by: "requester", code: 11 },
    });
    expect(run(asked, made, answered(), answered(11)).state.phase).toBe("completed");
    expect(run(asked, made, overdue, answered()).state).toMatchObject({
      phase: "failed",
      failure: { by: "time", code: 99 },
    });
  });

  it("counts an extract stored as suppressed (15) as a success", () => {
    expect(run(asked, made, answered(15)).state).toMatchObject({
      phase: "completed",
      answerCode: 15,
    });
  });

  it("logs and carries on when an acknowledgement belongs to nothing it sent", () => {
    const stray: SenderEvent = {
      type: "acknowledgement-received",
      at,
      messageId,
      of: messageId,
      answer: { answer: "accepted" },
    };
    expect(run(asked, made, stray).last).toMatchObject({ applied: false, because: "unpaired" });
  });
});
