import { roleOf } from "@gp2gp/core";
import type { Coded, EntryId, Participant, ParticipantRole } from "@gp2gp/core";
import { isSameFacts } from "../../shared/coded-as.ts";

/** The agent who plays a part among participants, the first of them. */
export function agentIn(
  participants: readonly Participant[],
  part: Coded | ParticipantRole,
): EntryId | undefined {
  return participants.find(
    ({ role, agent }) =>
      agent !== undefined &&
      (typeof part === "string" ? roleOf(role) === part : isSameFacts(role, part)),
  )?.agent;
}
