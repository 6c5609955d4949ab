import { parseResponseCode } from "@gp2gp/conversation";
import type { Answer, ConversationEvent } from "@gp2gp/conversation";
import { acknowledgementStatement, Hl7MessageError, parseAcknowledgement } from "@gp2gp/hl7v3";
import { TransportError } from "@gp2gp/transport";
import type { CarriedMessage } from "@gp2gp/transport";
import { XmlError, parseXml } from "@gp2gp/xml";
import { factsOfParts, keepParts } from "../carrier/message-parts.ts";
import type { Role, Tx } from "../store/database.ts";
import { applyEvent, openConversation } from "./apply-event.ts";
import type { TransferContext } from "./transfer-context.ts";

/** A real acknowledgement has a few kilobytes; a larger one is read as one that says nothing. */
const largestAcknowledgement = 1_000_000;

/** Takes a message that arrived: it and what it means for its conversation are stored together, once. */
export async function receiveMessage(
  context: TransferContext,
  message: CarriedMessage,
): Promise<void> {
  const { db, clock, timeouts } = context;
  const { conversationId, messageId, interaction } = message;
  const practice = await db
    .selectFrom("practices")
    .select("ods_code")
    .where("ods_code", "=", message.to)
    .executeTakeFirst();
  if (!practice) throw new TransportError("recipient-unknown");
  await keepParts(message.parts, context.content);
  const said = interaction === "MCCI_IN010000UK13" ? await readAcknowledgement(message) : undefined;
  await db.transaction().execute(async (tx) => {
    const role = await roleOf(tx, message, said?.of);
    await openConversation(
      tx,
      { conversationId, role },
      { practice: message.to, counterpart: message.from },
    );
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("messages")
      .values({
        id: messageId,
        direction: "in",
        conversation_id: conversationId,
        role,
        interaction,
        from_practice: message.from,
        to_practice: message.to,
        parts: JSON.stringify(factsOfParts(message.parts)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return;
    const event = eventOf(message, said, clock.now().toISOString());
    if (event) await applyEvent(tx, { conversationId, role }, event, { timeouts });
    else
      context.logger.warn({ conversationId, interaction }, "a message of this kind is not taken");
  });
}

interface SaidAcknowledgement {
  readonly of: string | undefined;
  readonly answer: Answer;
}

function eventOf(
  { interaction, messageId }: CarriedMessage,
  said: SaidAcknowledgement | undefined,
  at: string,
): ConversationEvent | undefined {
  switch (interaction) {
    case "RCMR_IN010000UK05":
      return { type: "request-received", at, messageId };
    case "RCMR_IN030000UK06":
    case "RCMR_IN030000UK07":
      return { type: "extract-received", at, messageId };
    case "MCCI_IN010000UK13":
      // Without an id it pairs with nothing; its own stands in, and is recorded as unpaired.
      return {
        type: "acknowledgement-received",
        at,
        messageId,
        of: said?.of ?? messageId,
        answer: said?.answer ?? { answer: "refused" },
      };
    case "COPC_IN000001UK01":
      return undefined;
  }
}

async function roleOf(
  tx: Tx,
  { conversationId, interaction, to }: CarriedMessage,
  of: string | undefined,
): Promise<Role> {
  if (interaction === "RCMR_IN010000UK05") return "sender";
  if (interaction !== "MCCI_IN010000UK13") return "requester";
  const answered = await tx
    .selectFrom("messages")
    .select("role")
    .where("id", "=", of ?? "")
    .where("direction", "=", "out")
    .executeTakeFirst();
  if (answered) return answered.role;
  const side = await tx
    .selectFrom("conversations")
    .select("role")
    .where("id", "=", conversationId)
    .where("practice", "=", to)
    .executeTakeFirst();
  return side?.role ?? "requester";
}

/** What an acknowledgement says. One that cannot be read, or says nothing clear, is never taken for a positive one. */
async function readAcknowledgement(message: CarriedMessage): Promise<SaidAcknowledgement> {
  const [part] = message.parts;
  const nothing = { of: undefined, answer: { answer: "refused" } } as const;
  if (part.bytes > largestAcknowledgement) return nothing;
  try {
    const parsed = parseAcknowledgement(await parseXml(part.open()));
    const { outcome, acknowledgedId, reasons } = acknowledgementStatement(parsed.message);
    const codes = reasons.map(({ code }) => parseResponseCode(code ?? ""));
    const code = codes.find((candidate) => candidate !== undefined);
    return {
      of: isUuid(acknowledgedId) ? acknowledgedId.toUpperCase() : undefined,
      answer:
        outcome === "accepted"
          ? { answer: "accepted" }
          : { answer: "refused", ...(code !== undefined && { code }) },
    };
  } catch (error) {
    if (Hl7MessageError.isInstance(error) || error instanceof XmlError) return nothing;
    throw error;
  }
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
