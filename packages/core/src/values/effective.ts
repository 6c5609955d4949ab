import { z } from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";
import { absenceReasonSchema } from "./absence.ts";
import { partialDateTimeSchema } from "./partial-date-time.ts";
import { quantitySchema } from "./quantity.ts";

/** A stretch of time, open at an end that is not given; why an end is missing may be stated. */
export const periodSchema = z
  .strictObject({
    start: partialDateTimeSchema.optional(),
    startAbsent: absenceReasonSchema.optional(),
    end: partialDateTimeSchema.optional(),
    endAbsent: absenceReasonSchema.optional(),
    width: quantitySchema.optional(),
  })
  .meta({
    id: "Period",
    title: "Period",
    description: "A stretch of time with start and end as far as known.",
  });
export type Period = DeepReadonly<z.infer<typeof periodSchema>>;

/**
 * When something was true or done, clinically: a point, a period, the centre of an unstated interval
 * (HL7 `center`), or why there is none.
 */
export const effectiveSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("point"), at: partialDateTimeSchema }),
    z.strictObject({ kind: z.literal("centre"), at: partialDateTimeSchema }),
    z.strictObject({ kind: z.literal("period"), ...periodSchema.shape }),
    z.strictObject({ kind: z.literal("absent"), reason: absenceReasonSchema }),
  ])
  .meta({
    id: "EffectiveTime",
    title: "Effective time",
    description: "When something was true or done, clinically.",
  });
export type Effective = DeepReadonly<z.infer<typeof effectiveSchema>>;

/** The one date people would show for an effective time: the point, the centre, else start, else end. */
export function dateOfEffective(effective: Effective | undefined): string | undefined {
  switch (effective?.kind) {
    case "point":
    case "centre":
      return effective.at;
    case "period":
      return effective.start ?? effective.end;
    case "absent":
    case undefined:
      return undefined;
  }
}
