import { z } from "zod";

const instant = z.iso.datetime();
const side = z
  .enum(["requester", "sender"])
  .meta({ description: "The side of the conversation that found or did it." });

const failure = z
  .strictObject({
    by: z.enum(["requester", "sender", "time"]),
    code: z.string().optional(),
    meaning: z.string(),
    action: z.string(),
  })
  .meta({ title: "Failure", description: "Who ended the transfer, why, and what to do." });

export const transferSummarySchema = z
  .strictObject({
    id: z.string().meta({ description: "The GP2GP conversation the transfer takes place in." }),
    patientId: z.uuid(),
    requestingPractice: z.string(),
    sendingPractice: z.string(),
    status: z.enum(["in-progress", "completed", "failed"]),
    requestedAt: instant,
    finishedAt: instant.optional(),
    failure: failure.optional(),
  })
  .meta({ title: "Transfer", description: "A patient's record on its way, or arrived." });

const transferEventSchema = z.strictObject({
  at: instant,
  side,
  type: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const findingSchema = z
  .strictObject({
    side,
    step: z.enum(["read", "write"]),
    kind: z.enum(["loss", "issue"]),
    position: z.number().int(),
    finding: z.record(z.string(), z.unknown()),
  })
  .meta({ title: "Finding", description: "A loss or an issue, as the adapter reported it." });

const findingGroup = z
  .strictObject({
    side,
    step: z.enum(["read", "write"]),
    kind: z.enum(["loss", "issue"]),
    code: z.string().meta({ description: "degraded, dropped … of a loss; the issue's code." }),
    section: z.string().optional(),
    reason: z.string().optional(),
    count: z.number().int(),
  })
  .meta({ title: "Findings", description: "How many findings are alike." });

export const transferSchema = transferSummarySchema
  .extend({
    events: z.array(transferEventSchema),
    findings: z.array(findingGroup).meta({
      description: "Losses and issues by kind. GET /transfers/{id}/findings lists each.",
    }),
    documents: z.array(
      z.strictObject({ name: z.string(), path: z.string(), bytes: z.number().int() }),
    ),
  })
  .meta({ title: "Transfer in full", description: "A transfer with all that happened." });
export type TransferInFull = z.infer<typeof transferSchema>;
export type TransferSummary = z.infer<typeof transferSummarySchema>;
