import { describe, expect, it } from "vitest";
import { newRequester } from "./conversation-state.ts";
import type { RequesterState } from "./conversation-state.ts";
import type { RequesterEvent } from "./conversation-event.ts";
import { defaultTimeouts } from "./conversation-values.ts";
import { stepRequester } from "./step-requester.ts";

const at = "2026-08-04T09:30:00.000Z";
const request = "11111111-1111-4111-8111-111111111111";
const extract = "22222222-2222-4222-8222-222222222222";
const other = "33333333-3333-4333-8333-333333333333";
const messageId = "44444444-4444-4444-8444-444444444444";

const made: RequesterEvent = { type: "request-made", at, messageId: request };
const came: RequesterEvent = { type: "extract-received", at, messageId: extract };
const otherCame: RequesterEvent = { type: "extract-received", at, messageId: other };
const filed: RequesterEvent = { type: "extract-filed", at, messageId: extract };
const refusedWith = (code: number): RequesterEvent => ({
  type: "extract-refused",
  at,
  messageId: extract,
  code,
});
const acknowledged = (code?: number): RequesterEvent => ({
  type: "acknowledgement-received",
  at,
  messageId,
  of: request,
  answer: code === undefined ? { answer: "accepted" } : { answer: "refused", code },
});

function run(...events: RequesterEvent[]) {
  let state: RequesterState = newRequester;
  const commands = events.map((event) => {
    const step = stepRequester(state, event, defaultTimeouts);
    state = step.state;
    return step.commands;
  });
  return { state, commands, last: commands.at(-1) };
}

describe("the requesting side", () => {
  it("sends its request and starts waiting for 48 hours", () => {
    expect(run(made).last).toEqual([
      { type: "send-request", messageId: request },
      { type: "start-timer", timer: "extract-overdue", due: "2026-08-06T09:30:00.000Z" },
    ]);
  });

  it("takes the extract before or after the acknowledgement of its request", () => {
    const { state } = run(made, acknowledged(), came, filed);
    expect(run(made, came, acknowledged(), filed).state).toEqual(state);
    expect(state).toMatchObject({ phase: "completed", extract, finishedAt: at });
  });

  it("acknowledges an extract only once it is filed", () => {
    const { commands } = run(made, came, filed);
    expect(commands[1]).toEqual([
      { type: "stop-timer", timer: "extract-overdue" },
      { type: "file-extract", messageId: extract },
    ]);
    expect(commands[2]).toEqual([
      { type: "acknowledge", of: extract, answer: { answer: "accepted" } },
    ]);
  });

  it("fails with the sender's code, and still takes an extract that comes after all", () => {
    const refused = run(made, acknowledged(30));
    expect(refused.state).toMatchObject({ phase: "failed", failure: { by: "sender", code: 30 } });
    const { state } = run(made, acknowledged(30), came, filed);
    expect(state.phase).toBe("completed");
    expect(state.failure).toBeUndefined();
  });

  it("keeps a refusal without a code a refusal", () => {
    const { state } = run(made, {
      type: "acknowledgement-received",
      at,
      messageId,
      of: request,
      answer: { answer: "refused" },
    });
    expect(state.failure).toEqual({ by: "sender", at });
  });

  it("is not brought back by a positive acknowledgement", () => {
    expect(run(made, acknowledged(6), acknowledged()).state.phase).toBe("failed");
    const overdue: RequesterEvent = { type: "timer-due", at, timer: "extract-overdue" };
    expect(run(made, overdue, acknowledged()).state).toMatchObject({
      phase: "failed",
      failure: { by: "time" },
    });
  });

  it("refuses a second extract as a copy once the first is filed, and tries it when the first is refused", () => {
    expect(run(made, came, filed, otherCame).last).toEqual([
      { type: "acknowledge", of: other, answer: { answer: "refused", code: 12 } },
    ]);
    expect(run(made, came, otherCame, filed).last).toEqual([
      { type: "acknowledge", of: extract, answer: { answer: "accepted" } },
      { type: "acknowledge", of: other, answer: { answer: "refused", code: 12 } },
    ]);
    expect(run(made, came, otherCame, refusedWith(21)).last).toEqual([
      { type: "acknowledge", of: extract, answer: { answer: "refused", code: 21 } },
      { type: "file-extract", messageId: other },
    ]);
  });

  it("answers an extract nobody asked for with 9", () => {
    expect(run(came).last).toEqual([
      { type: "acknowledge", of: extract, answer: { answer: "refused", code: 9 } },
    ]);
  });

  it("remembers a bounded number of extracts", () => {
    const flood = Array.from({ length: 200 }, (_, index): RequesterEvent => {
      const tail = String(index).padStart(12, "0");
      return { type: "extract-received", at, messageId: `55555555-5555-4555-8555-${tail}` };
    });
    const { state, commands } = run(made, came, ...flood, filed, ...flood.toReversed());
    expect(state.waiting.length + state.answered.length).toBeLessThanOrEqual(16);
    expect(commands.flat().filter(({ type }) => type === "file-extract")).toHaveLength(1);
  });
});
