import { isNhsNumber } from "@gp2gp/core";
import { z } from "zod";
import { problemSchema } from "./problem.ts";

export const odsCodeSchema = z
  .string()
  .regex(/^[A-Z0-9]{3,12}$/, "must be 3 to 12 capital letters and digits")
  .meta({ description: "ODS code of a practice.", example: "Z99001" });

export const nhsNumberSchema = z
  .string()
  .regex(/^\d{10}$/, "must be ten digits")
  .refine(isNhsNumber, "has a wrong check digit")
  .meta({ description: "NHS number, ten digits without spaces." });

export const conversationIdSchema = z
  .uuid()
  .transform((id) => id.toUpperCase())
  .meta({ description: "The GP2GP conversation the transfer takes place in." });

/** The problems a route may answer with, by status. */
export function problems<Status extends number>(...statuses: readonly Status[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { content: { "application/problem+json": { schema: problemSchema } } },
    ]),
  ) as Record<
    Status,
    { content: { "application/problem+json": { schema: typeof problemSchema } } }
  >;
}
