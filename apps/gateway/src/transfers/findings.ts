import type { Issue, Loss } from "@gp2gp/core";
import { sql } from "kysely";
import { jsonText } from "../store/json-text.ts";
import type { Tx } from "../store/database.ts";
import type { ConversationKey } from "./apply-event.ts";

/** How many are stored at a time. */
const batch = 500;

export interface StepFindings {
  /** Whether the record was read or written when they were found. */
  readonly step: "read" | "write";
  readonly issues: readonly Issue[];
  readonly losses?: readonly Loss[];
}

/** Stores what was found while a record was read or written, in place of what an earlier attempt stored. */
export async function storeFindings(
  tx: Tx,
  { conversationId, role }: ConversationKey,
  { step, issues, losses = [] }: StepFindings,
): Promise<void> {
  await tx
    .deleteFrom("findings")
    .where("conversation_id", "=", conversationId)
    .where("role", "=", role)
    .where("step", "=", step)
    .execute();
  const rows = [
    ...issues.map((issue, position) => ({
      position,
      kind: "issue",
      code: issue.code,
      body: issue,
    })),
    ...losses.map((loss, position) => ({
      position,
      kind: "loss",
      code: loss.type,
      section: loss.section,
      reason: loss.reason,
      body: loss,
    })),
  ];
  for (let start = 0; start < rows.length; start += batch) {
    const some = jsonText(rows.slice(start, start + batch));
    await sql`
      insert into findings (conversation_id, role, step, position, kind, code, section, reason, body)
      select ${conversationId}, ${role}, ${step}, position, kind, code, section, reason, body
      from jsonb_to_recordset(${some}::jsonb)
        as row (position int, kind text, code text, section text, reason text, body jsonb)
    `.execute(tx);
  }
}
