import type { ContentPort } from "@gp2gp/core";
import { TransportError } from "@gp2gp/transport";
import type { CarriedMessage, MessageReceiver, TransportV1 } from "@gp2gp/transport";
import { addJob } from "../jobs/job.ts";
import type { Db } from "../store/database.ts";
import { keepParts, openParts } from "./message-parts.ts";

/** A transport between the practices of one database: messages wait in a table until they are delivered. */
export interface TableTransport extends TransportV1 {
  /** Delivers a message that waits. It may be delivered more than once, never less. */
  deliver(messageId: string): Promise<void>;
}

export function createTableTransport(db: Db, content: ContentPort): TableTransport {
  let receiver: MessageReceiver | undefined;
  return {
    specificationVersion: "v1",
    id: "table",

    async send(message: CarriedMessage) {
      const parts = await keepParts(message.parts, content);
      await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto("carried_messages")
          .values({
            id: message.messageId,
            conversation_id: message.conversationId,
            interaction: message.interaction,
            from_practice: message.from,
            to_practice: message.to,
            parts: JSON.stringify(parts),
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n)
          await addJob(tx, "carry-message", { messageId: message.messageId });
      });
    },

    async receive(given) {
      if (receiver) throw new TransportError("receiver-already-set");
      receiver = given;
    },

    async deliver(messageId) {
      if (!receiver) throw new TransportError("unavailable");
      const row = await db
        .selectFrom("carried_messages")
        .selectAll()
        .where("id", "=", messageId)
        .where("delivered_at", "is", null)
        .executeTakeFirst();
      if (!row) return;
      await receiver({
        messageId: row.id,
        conversationId: row.conversation_id,
        interaction: row.interaction,
        from: row.from_practice,
        to: row.to_practice,
        parts: openParts(row.parts, content),
      });
      await db
        .updateTable("carried_messages")
        .set({ delivered_at: new Date() })
        .where("id", "=", messageId)
        .execute();
    },
  };
}
