import { stat } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import type { FormatRegistry } from "@gp2gp/files";
import { DatabaseError } from "pg";
import { z } from "zod";
import type { Db, PracticeRow } from "../store/database.ts";
import { odsCodeSchema, problems } from "./api-values.ts";
import type { Api } from "./create-api.ts";
import { ApiProblem, notFound } from "./problem.ts";

const folder = (what: string) =>
  z
    .string()
    .refine(isAbsolute, "must be an absolute path")
    .transform((path) => resolve(path))
    .meta({ description: `Absolute path of the folder ${what}. It must exist.` });

const practiceSettingsSchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    supplier: z.string().meta({ description: "Maker of its system.", example: "emis" }),
    format: z
      .string()
      .meta({ description: "Format its system exports and takes.", example: "emis-open" }),
    inbox: folder("records are filed into"),
    outbox: folder("the practice's exports are found in"),
    asid: z
      .string()
      .regex(/^\d{12}$/, "must be twelve digits")
      .optional()
      .meta({
        description: "ASID of its system, for the wire. Without one a local number is used.",
      }),
  })
  .meta({
    title: "Practice settings",
    description: "What the gateway needs to know of a practice.",
  });

const practiceSchema = practiceSettingsSchema
  .extend({ odsCode: odsCodeSchema, inbox: z.string(), outbox: z.string() })
  .meta({ title: "Practice", description: "A practice this gateway serves." });

const params = z.strictObject({ odsCode: odsCodeSchema });
const tags = ["practices"];
const foreignKeyViolation = "23503";

export interface PracticesRoutes {
  readonly db: Db;
  readonly formats: FormatRegistry;
}

/** The practices this gateway serves. */
export function addPracticesRoutes(api: Api, { db, formats }: PracticesRoutes): void {
  api.get(
    "/practices",
    { schema: { tags, summary: "List the practices", response: { 200: z.array(practiceSchema) } } },
    async () => {
      const rows = await db.selectFrom("practices").selectAll().orderBy("ods_code").execute();
      return rows.map(practiceOf);
    },
  );

  api.get(
    "/practices/:odsCode",
    {
      schema: {
        tags,
        summary: "Look at a practice",
        params,
        response: { 200: practiceSchema, ...problems(404) },
      },
    },
    async ({ params: { odsCode } }) => {
      const row = await db
        .selectFrom("practices")
        .selectAll()
        .where("ods_code", "=", odsCode)
        .executeTakeFirst();
      if (!row) throw notFound("practice");
      return practiceOf(row);
    },
  );

  api.put(
    "/practices/:odsCode",
    {
      schema: {
        tags,
        summary: "Register a practice, or change its settings",
        params,
        body: practiceSettingsSchema,
        response: { 200: practiceSchema, ...problems(400, 422) },
      },
    },
    async ({ params: { odsCode }, body }) => {
      await checkSettings(body, formats);
      const { asid = null, ...settings } = body;
      const values = { ...settings, asid };
      await db
        .insertInto("practices")
        .values({ ods_code: odsCode, ...values })
        .onConflict((conflict) => conflict.column("ods_code").doUpdateSet(values))
        .execute();
      return practiceOf({ ods_code: odsCode, ...values });
    },
  );

  api.delete(
    "/practices/:odsCode",
    {
      schema: {
        tags,
        summary: "Remove a practice that took part in no transfer",
        params,
        response: { 204: z.null(), ...problems(404, 409) },
      },
    },
    async ({ params: { odsCode } }, reply) => {
      try {
        const { numDeletedRows } = await db
          .deleteFrom("practices")
          .where("ods_code", "=", odsCode)
          .executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound("practice");
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== foreignKeyViolation) throw error;
        throw new ApiProblem({
          type: "practice-in-use",
          status: 409,
          title: "The practice took part in transfers, whose history names it.",
          action: "Leave it registered.",
        });
      }
      return reply.code(204).send(null);
    },
  );
}

async function checkSettings(
  { supplier, format, inbox, outbox }: z.infer<typeof practiceSettingsSchema>,
  formats: FormatRegistry,
): Promise<void> {
  const errors: { path: string; message: string }[] = [];
  const adapter = formats.get(format);
  if (!adapter?.write || !adapter.read || adapter.supplier === "gp2gp") {
    const usable = formats.adapters.filter((known) => known.supplier !== "gp2gp");
    const known = usable.map(({ id }) => id).join(", ");
    errors.push({ path: "format", message: `must be one of ${known}` });
  } else if (adapter.supplier !== supplier)
    errors.push({ path: "supplier", message: `must be ${adapter.supplier} for this format` });
  for (const [path, where] of Object.entries({ inbox, outbox }))
    if (!(await stat(where).catch(() => undefined))?.isDirectory())
      errors.push({ path, message: "is not a folder that the gateway can see" });
  if (inbox === outbox) errors.push({ path: "outbox", message: "must differ from the inbox" });
  if (errors.length > 0)
    throw new ApiProblem({
      type: "practice-settings",
      status: 422,
      title: "The practice cannot be served with these settings.",
      action: "Correct what is named and send it again.",
      errors,
    });
}

function practiceOf({ ods_code: odsCode, asid, ...settings }: PracticeRow) {
  return { odsCode, ...settings, ...(asid !== null && { asid }) };
}
