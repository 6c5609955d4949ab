import { writeXml } from "@gp2gp/xml";
import type { OutputElement } from "@gp2gp/xml";
import type { Interaction, MessageEnvelope, MessagePartFacts } from "@gp2gp/transport";
import type { Role, Tx } from "../store/database.ts";
import type { TransferContext } from "./transfer-context.ts";

/** The media type GP2GP messages travel under. */
const messageMediaType = "application/xml; charset=UTF-8";

/** Stores a message's XML and tells what a transport needs to know of it. */
export async function keepXml(
  { content }: Pick<TransferContext, "content">,
  interaction: Interaction,
  document: OutputElement,
): Promise<MessagePartFacts> {
  const { sha256, bytes } = await content.put(writeXml(document), {});
  return { name: `${interaction}.xml`, mediaType: messageMediaType, sha256, bytes };
}

/** Remembers a message that is going out. One that is there already is the same: messages are made the same every time. */
export async function rememberOutgoing(
  db: Tx | TransferContext["db"],
  role: Role,
  envelope: MessageEnvelope,
  parts: readonly MessagePartFacts[],
): Promise<void> {
  await db
    .insertInto("messages")
    .values({
      id: envelope.messageId,
      direction: "out",
      conversation_id: envelope.conversationId,
      role,
      interaction: envelope.interaction,
      from_practice: envelope.from,
      to_practice: envelope.to,
      parts: JSON.stringify(parts),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
