import type { CarriedMessage } from "@gp2gp/transport";
import { openParts } from "../carrier/message-parts.ts";
import type { TransferContext } from "./transfer-context.ts";

/** A message that was stored, with the way to its bytes. */
export async function loadMessage(
  { db, content }: Pick<TransferContext, "db" | "content">,
  messageId: string,
  direction: "in" | "out",
): Promise<CarriedMessage> {
  const row = await db
    .selectFrom("messages")
    .selectAll()
    .where("id", "=", messageId)
    .where("direction", "=", direction)
    .executeTakeFirstOrThrow();
  return {
    conversationId: row.conversation_id,
    messageId: row.id,
    interaction: row.interaction,
    from: row.from_practice,
    to: row.to_practice,
    parts: openParts(row.parts, content),
  };
}
