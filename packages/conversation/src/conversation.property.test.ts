import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConversationCommand } from "./conversation-command.ts";
import { conversationCommandSchema } from "./conversation-command.ts";
import { requesterEventSchema, senderEventSchema } from "./conversation-event.ts";
import type { RequesterEvent, SenderEvent } from "./conversation-event.ts";
import { isFinished, newRequester, newSender } from "./conversation-state.ts";
import { requesterStateSchema, senderStateSchema } from "./conversation-state.ts";
import { defaultTimeouts } from "./conversation-values.ts";
import { stepRequester } from "./step-requester.ts";
import { stepSender } from "./step-sender.ts";

/** What the world is like, whatever the order in which things happen. */
interface World {
  /** The sender refuses the request with this code. */
  readonly senderRefuses: number | undefined;
  /** The requester cannot file the extract and says so with this code. */
  readonly requesterRefuses: number | undefined;
  readonly timersRunOut: boolean;
}

type Happening =
  | { readonly to: "requester"; readonly event: RequesterEvent }
  | { readonly to: "sender"; readonly event: SenderEvent };

const ids = Array.from(
  { length: 10_000 },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
);
const requestId = ids[0] ?? "";
const extractId = ids[1] ?? "";

/**
 * Plays a whole conversation. `choices` say which pending happening comes next and whether a copy of it
 * stays pending, as a network repeats messages and a killed worker repeats its work.
 */
function play(world: World, choices: readonly { pick: number; again: boolean }[]) {
  let clock = Date.parse("2026-08-04T09:30:00.000Z");
  let nextId = 2;
  let requester = newRequester;
  let sender = newSender;
  const effects: { side: "requester" | "sender"; command: ConversationCommand }[] = [];
  const phases: string[] = [];
  const at = () => new Date((clock += 1000)).toISOString();
  const pending: Happening[] = [
    { to: "requester", event: { type: "request-made", at: at(), messageId: requestId } },
  ];

  const carryOut = (side: "requester" | "sender", command: ConversationCommand): void => {
    effects.push({ side, command: conversationCommandSchema.parse(command) });
    const messageId = ids[nextId++] ?? "";
    switch (command.type) {
      case "send-request":
        pending.push({
          to: "sender",
          event: { type: "request-received", at: at(), messageId: command.messageId },
        });
        break;
      case "make-extract":
        pending.push({
          to: "sender",
          event:
            world.senderRefuses === undefined
              ? { type: "extract-made", at: at(), messageId: extractId }
              : { type: "request-refused", at: at(), code: world.senderRefuses },
        });
        break;
      case "send-extract":
        pending.push({
          to: "requester",
          event: { type: "extract-received", at: at(), messageId: command.messageId },
        });
        break;
      case "file-extract":
        pending.push({
          to: "requester",
          event:
            world.requesterRefuses === undefined
              ? { type: "extract-filed", at: at(), messageId: command.messageId }
              : {
                  type: "extract-refused",
                  at: at(),
                  messageId: command.messageId,
                  code: world.requesterRefuses,
                },
        });
        break;
      case "acknowledge": {
        const event = {
          type: "acknowledgement-received",
          at: at(),
          messageId,
          of: command.of,
          answer: command.answer,
        } as const;
        pending.push(side === "requester" ? { to: "sender", event } : { to: "requester", event });
        break;
      }
      case "start-timer":
        if (world.timersRunOut)
          pending.push({ to: side, event: { type: "timer-due", at: at(), timer: command.timer } });
        break;
      case "stop-timer":
        break;
    }
  };

  for (let turn = 0; pending.length > 0 && turn < 1000; turn++) {
    const { pick, again } = choices[turn] ?? { pick: 0, again: false };
    const index = pick % pending.length;
    const happening = again ? pending[index] : pending.splice(index, 1)[0];
    if (!happening) break;
    if (happening.to === "requester") {
      const step = stepRequester(
        requester,
        requesterEventSchema.parse(happening.event),
        defaultTimeouts,
      );
      requester = requesterStateSchema.parse(step.state);
      phases.push(`requester ${requester.phase}`);
      for (const command of step.commands) carryOut("requester", command);
    } else {
      const step = stepSender(sender, senderEventSchema.parse(happening.event), defaultTimeouts);
      sender = senderStateSchema.parse(step.state);
      phases.push(`sender ${sender.phase}`);
      for (const command of step.commands) carryOut("sender", command);
    }
  }
  return { requester, sender, effects, phases };
}

const code = fc.option(fc.constantFrom(6, 10, 18, 19, 20, 21, 28, 30, 99, 4711), {
  nil: undefined,
});
const choices = fc.array(fc.record({ pick: fc.nat(1000), again: fc.boolean() }), {
  maxLength: 120,
});

describe("a conversation, whatever is repeated, late or out of order", () => {
  it("ends as it would have ended in order", () => {
    fc.assert(
      fc.property(code, code, choices, (senderRefuses, requesterRefuses, order) => {
        const world = { senderRefuses, requesterRefuses, timersRunOut: false };
        const expected = play(world, []);
        const actual = play(world, order);
        expect([actual.requester.phase, actual.sender.phase]).toEqual([
          expected.requester.phase,
          expected.sender.phase,
        ]);
        expect(actual.requester.failure?.code).toBe(expected.requester.failure?.code);
        expect(isFinished(actual.requester) && isFinished(actual.sender)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("does each thing once", () => {
    fc.assert(
      fc.property(
        code,
        code,
        fc.boolean(),
        choices,
        (senderRefuses, requesterRefuses, timersRunOut, order) => {
          const { effects } = play({ senderRefuses, requesterRefuses, timersRunOut }, order);
          const seen = effects.map(({ side, command }) =>
            command.type === "acknowledge"
              ? `${side} acknowledge ${command.of}`
              : command.type === "start-timer" || command.type === "stop-timer"
                ? `${side} ${command.type} ${command.timer}`
                : `${side} ${command.type}`,
          );
          expect(seen).toEqual([...new Set(seen)]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("says that a record arrived exactly where it was filed, and no acknowledgement brings a failure back", () => {
    fc.assert(
      fc.property(code, code, choices, (senderRefuses, requesterRefuses, order) => {
        const played = play({ senderRefuses, requesterRefuses, timersRunOut: true }, order);
        const accepted = played.effects.filter(
          ({ side, command }) =>
            side === "requester" &&
            command.type === "acknowledge" &&
            command.answer.answer === "accepted",
        );
        expect(accepted).toHaveLength(played.requester.phase === "completed" ? 1 : 0);
        expect(isFinished(played.requester) && isFinished(played.sender)).toBe(true);
        if (played.sender.phase === "completed") expect(accepted).toHaveLength(1);
        const senderPhases = played.phases.filter((phase) => phase.startsWith("sender"));
        const failed = senderPhases.indexOf("sender failed");
        if (failed >= 0)
          expect(new Set(senderPhases.slice(failed))).toEqual(new Set(["sender failed"]));
      }),
      { numRuns: 500 },
    );
  });
});
