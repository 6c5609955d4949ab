import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../store/database.ts";

const id = z.string();
const role = z.enum(["requester", "sender"]);
const at = z.string();

/** The work the gateway does in the background, and what each kind is told. Never anything about a patient. */
export const jobSchemas = {
  "send-request": z.strictObject({ conversationId: id, messageId: id, at }),
  "make-extract": z.strictObject({ conversationId: id, request: id, at }),
  "send-extract": z.strictObject({ conversationId: id, messageId: id }),
  "file-extract": z.strictObject({ conversationId: id, messageId: id, at }),
  "send-acknowledgement": z.strictObject({
    conversationId: id,
    role,
    of: id,
    answer: z.enum(["accepted", "refused"]),
    code: z.number().int().optional(),
    at,
  }),
  "timer-due": z.strictObject({
    conversationId: id,
    role,
    timer: z.enum(["extract-overdue", "acknowledgement-overdue"]),
  }),
  "carry-message": z.strictObject({ messageId: id }),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>;

export interface JobOptions {
  readonly runAt?: string;
  /** Names the job, so that it can be removed, and added again in its place. */
  readonly key?: string;
}

/**
 * Jobs end by what they report to the conversation and are not given up by the queue: a kill counts as
 * an attempt, and a transfer must outlive any number of them.
 */
const attempts = 32_000;

/** Adds a job; in a transaction it exists if and only if the transaction is committed. */
export async function addJob<Name extends JobName>(
  db: Db,
  name: Name,
  payload: JobPayload<Name>,
  { runAt, key }: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name},
    payload := ${JSON.stringify(payload)}::json,
    run_at := ${runAt ?? null}::timestamptz,
    max_attempts := ${attempts}::int,
    job_key := ${key ?? null}
  )`.execute(db);
}

/** Removes a named job that does not run yet; nothing happens where there is none. */
export async function removeJob(db: Db, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(db);
}
