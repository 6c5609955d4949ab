import { newId } from "@gp2gp/files";
import { sql } from "kysely";
import { applyEvent, openConversation } from "./apply-event.ts";
import type { TransferContext } from "./transfer-context.ts";

export type StartedTransfer =
  | { readonly outcome: "started" | "in-progress"; readonly id: string }
  /** The GP2GP code that says why there is no transfer. */
  | { readonly outcome: "refused"; readonly code: number };

const codes = { patientUnknown: 6, notCurrentPractice: 19, senderUnknown: 24 } as const;

/**
 * Starts the transfer of a patient's record to the practice that asks. While one is on its way, asking
 * again answers that one.
 */
export async function startTransfer(
  { db, clock, timeouts }: TransferContext,
  asked: { readonly nhsNumber: string; readonly requestingPractice: string },
): Promise<StartedTransfer> {
  return await db.transaction().execute(async (tx): Promise<StartedTransfer> => {
    const patient = await tx
      .selectFrom("patients")
      .select(["id", "current_practice", "previous_practice"])
      .where("nhs_number", "=", asked.nhsNumber)
      .executeTakeFirst();
    if (!patient) return { outcome: "refused", code: codes.patientUnknown };
    if (patient.current_practice !== asked.requestingPractice)
      return { outcome: "refused", code: codes.notCurrentPractice };
    const sending = patient.previous_practice;
    const known = await tx
      .selectFrom("practices")
      .select("ods_code")
      .where("ods_code", "in", [asked.requestingPractice, sending ?? ""])
      .execute();
    if (sending === null || sending === asked.requestingPractice || known.length < 2)
      return { outcome: "refused", code: codes.senderUnknown };

    // One asker at a time for a patient, so that two do not both find no transfer on its way.
    await sql`select pg_advisory_xact_lock(hashtextextended(${patient.id}, 0))`.execute(tx);
    const current = await tx
      .selectFrom("transfers")
      .select("id")
      .where("patient_id", "=", patient.id)
      .where("requesting_practice", "=", asked.requestingPractice)
      .where("sending_practice", "=", sending)
      .where("status", "=", "in-progress")
      .executeTakeFirst();
    if (current) return { outcome: "in-progress", id: current.id };

    const conversationId = clock.freshId();
    const at = clock.now().toISOString();
    const key = { conversationId, role: "requester" } as const;
    await tx
      .insertInto("transfers")
      .values({
        id: conversationId,
        patient_id: patient.id,
        requesting_practice: asked.requestingPractice,
        sending_practice: sending,
        status: "in-progress",
        failed_by: null,
        code: null,
        requested_at: at,
        finished_at: null,
      })
      .execute();
    const parties = { practice: asked.requestingPractice, counterpart: sending };
    await openConversation(tx, key, parties);
    const messageId = newId(`request-message:${conversationId}`);
    await applyEvent(tx, key, { type: "request-made", at, messageId }, { timeouts });
    return { outcome: "started", id: conversationId };
  });
}
