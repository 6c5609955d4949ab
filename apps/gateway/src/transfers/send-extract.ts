import type { JobPayload } from "../jobs/job.ts";
import { loadMessage } from "./load-message.ts";
import type { TransferContext } from "./transfer-context.ts";

/** Hands an extract that was made to the transport. */
export async function sendExtract(
  context: TransferContext,
  { messageId }: JobPayload<"send-extract">,
): Promise<void> {
  await context.transport.send(await loadMessage(context, messageId, "out"));
}
