import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

const words = z.string().min(1);

/** A test asked for. */
export const testRequestSchema = z
  .strictObject({
    ...entryShape,
    requestedFor: partialDateTimeSchema.optional(),
    provider: entryIdSchema.optional(),
    clinicalInformation: words.optional(),
    fasted: z.boolean().optional(),
    pregnant: z.boolean().optional(),
    infectionRisk: z.boolean().optional(),
    copyTo: words.optional(),
    results: z.array(entryIdSchema).optional(),
  })
  .meta({ id: "TestRequest", title: "Test request", description: "A test asked for." });
export type TestRequest = DeepReadonly<z.infer<typeof testRequestSchema>>;

/** A report of tests as a laboratory or department sent it; its results are observations within it. */
export const testReportSchema = z
  .strictObject({
    ...entryShape,
    kind: z.enum(["pathology", "radiology", "screening", "blood-spot", "other", "unspecified"]),
    issued: partialDateTimeSchema.optional(),
    received: partialDateTimeSchema.optional(),
    collected: partialDateTimeSchema.optional(),
    archived: partialDateTimeSchema.optional(),
    resultGiven: partialDateTimeSchema.optional(),
    provider: entryIdSchema.optional(),
    request: entryIdSchema.optional(),
    abnormal: z.boolean().optional(),
    outcome: codedSchema
      .optional()
      .meta({ description: "How the reader judged it: normal, abnormal but expected …" }),
    batteryHeaders: z.array(words).optional(),
    followUps: z.array(z.strictObject({ action: words, comments: words.optional() })).optional(),
    patientToBeInformed: z.boolean().optional(),
  })
  .meta({ id: "TestReport", title: "Test report", description: "A report of tests." });
export type TestReport = DeepReadonly<z.infer<typeof testReportSchema>>;
