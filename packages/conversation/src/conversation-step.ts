import type { ConversationCommand } from "./conversation-command.ts";

/** Why an event changed nothing: it was seen before, it came too late to matter, or it belongs to nothing known here. */
export type IgnoredBecause = "duplicate" | "late" | "unpaired";

/** What an event led to. An ignored event leaves the state as it was and asks for nothing. */
export type ConversationStep<State> =
  | {
      readonly applied: true;
      readonly state: State;
      readonly commands: readonly ConversationCommand[];
    }
  | {
      readonly applied: false;
      readonly because: IgnoredBecause;
      readonly state: State;
      readonly commands: readonly [];
    };

export function applied<State>(
  state: State,
  ...commands: readonly ConversationCommand[]
): ConversationStep<State> {
  return { applied: true, state, commands };
}

export function ignored<State>(state: State, because: IgnoredBecause): ConversationStep<State> {
  return { applied: false, because, state, commands: [] };
}
