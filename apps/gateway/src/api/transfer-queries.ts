import { describeResponseCode, formatResponseCode } from "@gp2gp/conversation";
import { sql } from "kysely";
import type { Selectable } from "kysely";
import type { Database, Db } from "../store/database.ts";
import type { TransferInFull, TransferSummary } from "./transfer-schemas.ts";

/** A transfer with its events, findings by kind, and documents; undefined when there is none. */
export async function findTransfer(db: Db, id: string): Promise<TransferInFull | undefined> {
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const row = await tx
        .selectFrom("transfers")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      if (!row) return undefined;
      const events = await tx
        .selectFrom("conversation_events")
        .selectAll()
        .where("conversation_id", "=", id)
        .orderBy("position")
        .limit(1000)
        .execute();
      const groups = await tx
        .selectFrom("findings")
        .select(["role", "step", "kind", "code", "section", "reason"])
        .select(sql<number>`count(*)::int`.as("count"))
        .where("conversation_id", "=", id)
        .groupBy(["role", "step", "kind", "code", "section", "reason"])
        .orderBy("kind", "desc")
        .orderBy("role", "desc")
        .orderBy("count", "desc")
        .orderBy("section")
        .execute();
      const documents = await tx
        .selectFrom("documents")
        .select(["name", "path", "bytes"])
        .where("conversation_id", "=", id)
        .orderBy("position")
        .execute();
      return {
        ...summaryOf(row),
        events: events.map(({ at, role, type, detail }) => ({
          at: at.toISOString(),
          side: role,
          type,
          detail: { ...detail },
        })),
        findings: groups.map(({ role, section, reason, ...group }) => ({
          side: role,
          ...group,
          ...(section !== null && { section }),
          ...(reason !== null && { reason }),
        })),
        documents: documents.map(({ bytes, ...document }) => ({
          ...document,
          bytes: Number(bytes),
        })),
      };
    });
}

/** What a list of transfers shows of one. */
export function summaryOf(row: Selectable<Database["transfers"]>): TransferSummary {
  return {
    id: row.id,
    patientId: row.patient_id,
    requestingPractice: row.requesting_practice,
    sendingPractice: row.sending_practice,
    status: row.status,
    requestedAt: row.requested_at.toISOString(),
    ...(row.finished_at !== null && { finishedAt: row.finished_at.toISOString() }),
    ...(row.failed_by !== null && { failure: failureOf(row.failed_by, row.code) }),
  };
}

function failureOf(by: "requester" | "sender" | "time", code: number | null) {
  if (code !== null) {
    const { meaning, action } = describeResponseCode(code);
    return { by, code: formatResponseCode(code), meaning, action };
  }
  return by === "time"
    ? {
        by,
        meaning: "No extract came in time.",
        action: "Ask the sending practice, then ask again; a late extract is still taken.",
      }
    : {
        by,
        meaning: "The other side refused without saying why.",
        action: "Ask the other practice.",
      };
}
