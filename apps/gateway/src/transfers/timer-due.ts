import type { JobPayload } from "../jobs/job.ts";
import { applyEvent } from "./apply-event.ts";
import type { TransferContext } from "./transfer-context.ts";

/** Tells a conversation that its time is up; it decides whether that still matters. */
export async function timerDue(
  { db, clock, timeouts }: TransferContext,
  { conversationId, role, timer }: JobPayload<"timer-due">,
): Promise<void> {
  const event = { type: "timer-due", at: clock.now().toISOString(), timer } as const;
  await db
    .transaction()
    .execute((tx) => applyEvent(tx, { conversationId, role }, event, { timeouts }));
}
