import { sql } from "kysely";
import { z } from "zod";
import { startTransfer } from "../transfers/start-transfer.ts";
import type { TransferContext } from "../transfers/transfer-context.ts";
import { conversationIdSchema, nhsNumberSchema, odsCodeSchema, problems } from "./api-values.ts";
import type { Api } from "./create-api.ts";
import { ApiProblem, codeProblem, notFound } from "./problem.ts";
import { findTransfer, summaryOf } from "./transfer-queries.ts";
import { findingSchema, transferSchema, transferSummarySchema } from "./transfer-schemas.ts";

const tags = ["transfers"];
const params = z.strictObject({ id: conversationIdSchema });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const cursor = z.tuple([z.iso.datetime(), z.string()]);
/** A patient nobody knows is answered 404; the other codes are about what is known. */
const statusOfCode: Readonly<Record<number, 404 | 409>> = { 6: 404 };

/** Transfers: starting one, and seeing what became of it. */
export function addTransfersRoutes(api: Api, context: TransferContext): void {
  const { db } = context;

  api.post(
    "/transfers",
    {
      schema: {
        tags,
        summary: "Ask for a patient's record",
        description:
          "202: the transfer has begun. 200: one is on its way already, and this is it. A patient nobody knows gets code 06, a practice that is not the patient's current one 19, a previous practice that cannot be asked 24.",
        body: z.strictObject({ nhsNumber: nhsNumberSchema, requestingPractice: odsCodeSchema }),
        response: {
          200: transferSchema,
          202: transferSchema,
          ...problems(400, 404, 409),
        },
      },
    },
    async ({ body }, reply) => {
      const started = await startTransfer(context, body);
      if (started.outcome === "refused")
        throw codeProblem(statusOfCode[started.code] ?? 409, started.code);
      const transfer = await findTransfer(db, started.id);
      if (!transfer) throw notFound("transfer");
      return reply
        .code(started.outcome === "started" ? 202 : 200)
        .header("location", `/transfers/${started.id}`)
        .send(transfer);
    },
  );

  api.get(
    "/transfers",
    {
      schema: {
        tags,
        summary: "List the transfers, the latest first",
        querystring: z.strictObject({
          limit,
          after: z.string().max(500).optional().meta({ description: "`next` of the page before." }),
          status: z.enum(["in-progress", "completed", "failed"]).optional(),
          patientId: z.uuid().optional(),
        }),
        response: {
          200: z.strictObject({
            transfers: z.array(transferSummarySchema),
            next: z.string().optional(),
          }),
          ...problems(400),
        },
      },
    },
    async ({ query }) => {
      let rows = db
        .selectFrom("transfers")
        .selectAll()
        .orderBy("requested_at", "desc")
        .orderBy("id", "desc")
        .limit(query.limit + 1);
      if (query.status) rows = rows.where("status", "=", query.status);
      if (query.patientId) rows = rows.where("patient_id", "=", query.patientId);
      if (query.after !== undefined) {
        const [at, id] = readCursor(query.after);
        rows = rows.where(sql<boolean>`(requested_at, id) < (${at}::timestamptz, ${id})`);
      }
      const found = await rows.execute();
      const transfers = found.slice(0, query.limit).map(summaryOf);
      const last = transfers.at(-1);
      return {
        transfers,
        ...(last &&
          found.length > query.limit && { next: writeCursor([last.requestedAt, last.id]) }),
      };
    },
  );

  api.get(
    "/transfers/:id",
    {
      schema: {
        tags,
        summary: "Look at a transfer: events, losses, issues, documents",
        params,
        response: { 200: transferSchema, ...problems(400, 404) },
      },
    },
    async ({ params: { id } }) => {
      const transfer = await findTransfer(db, id);
      if (!transfer) throw notFound("transfer");
      return transfer;
    },
  );

  api.get(
    "/transfers/:id/findings",
    {
      schema: {
        tags,
        summary: "List the losses and issues of a transfer, one by one",
        params,
        querystring: z.strictObject({
          kind: z.enum(["loss", "issue"]).optional(),
          limit,
          offset: z.coerce.number().int().min(0).max(100_000_000).default(0),
        }),
        response: {
          200: z.strictObject({ findings: z.array(findingSchema) }),
          ...problems(400, 404),
        },
      },
    },
    async ({ params: { id }, query }) => {
      const known = await db
        .selectFrom("transfers")
        .select("id")
        .where("id", "=", id)
        .executeTakeFirst();
      if (!known) throw notFound("transfer");
      let rows = db
        .selectFrom("findings")
        .selectAll()
        .where("conversation_id", "=", id)
        .orderBy("role", "desc")
        .orderBy("step")
        .orderBy("kind")
        .orderBy("position")
        .limit(query.limit)
        .offset(query.offset);
      if (query.kind) rows = rows.where("kind", "=", query.kind);
      const found = await rows.execute();
      return {
        findings: found.map(({ role, step, kind, position, body }) => ({
          side: role,
          step,
          kind,
          position,
          finding: { ...body },
        })),
      };
    },
  );
}

function writeCursor(value: z.infer<typeof cursor>): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function readCursor(text: string): z.infer<typeof cursor> {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw new ApiProblem({
      type: "request-invalid",
      status: 400,
      title: "The page to go on after is not one this list gave.",
      action: "Take `next` of the page before as it is.",
      errors: [{ path: "after", message: "must be a `next` of this list" }],
    });
  }
}
