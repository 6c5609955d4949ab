import { randomUUID } from "node:crypto";
import { demographicsSchema, identifierSchema, identifierSystems } from "@gp2gp/core";
import type { Patient } from "@gp2gp/core";
import type { Selectable } from "kysely";
import { z } from "zod";
import type { Database, Db } from "../store/database.ts";
import { nhsNumberSchema, odsCodeSchema, problems } from "./api-values.ts";
import type { Api } from "./create-api.ts";
import { ApiProblem, notFound } from "./problem.ts";

const patientSettingsSchema = z
  .strictObject({
    nhsNumber: nhsNumberSchema,
    demographics: demographicsSchema
      .extend({ identifiers: z.array(identifierSchema).optional() })
      .meta({
        description: "What an EHR Extract does not say of its patient, as the record has it.",
      }),
    currentPractice: odsCodeSchema.meta({ description: "Where the patient is registered now." }),
    previousPractice: odsCodeSchema.optional().meta({
      description: "Where the patient was registered before: whom the record is asked of.",
    }),
  })
  .meta({ title: "Patient settings", description: "An entry of the patient directory." });

const patientSchema = patientSettingsSchema
  .extend({ id: z.uuid(), nhsNumber: z.string() })
  .meta({ title: "Directory patient", description: "A patient of the directory." });

const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
const params = z.strictObject({ id: z.uuid() });
const tags = ["patients"];

/**
 * The patient directory: who is registered where. NHS numbers stand in bodies, never in addresses,
 * which proxies and browsers write down.
 */
export function addPatientsRoutes(api: Api, { db }: { readonly db: Db }): void {
  api.get(
    "/patients",
    {
      schema: {
        tags,
        summary: "List the patients of the directory",
        querystring: page,
        response: { 200: z.strictObject({ patients: z.array(patientSchema) }), ...problems(400) },
      },
    },
    async ({ query: { limit, offset } }) => {
      const rows = await db
        .selectFrom("patients")
        .selectAll()
        .orderBy("id")
        .limit(limit)
        .offset(offset)
        .execute();
      return { patients: rows.map(patientOf) };
    },
  );

  api.post(
    "/patients/search",
    {
      schema: {
        tags,
        summary: "Find a patient by NHS number",
        body: z.strictObject({ nhsNumber: nhsNumberSchema }),
        response: { 200: patientSchema, ...problems(400, 404) },
      },
    },
    async ({ body: { nhsNumber } }) => {
      const row = await db
        .selectFrom("patients")
        .selectAll()
        .where("nhs_number", "=", nhsNumber)
        .executeTakeFirst();
      if (!row) throw notFound("patient");
      return patientOf(row);
    },
  );

  api.get(
    "/patients/:id",
    {
      schema: {
        tags,
        summary: "Look at a patient",
        params,
        response: { 200: patientSchema, ...problems(400, 404) },
      },
    },
    async ({ params: { id } }) => {
      const row = await db
        .selectFrom("patients")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      if (!row) throw notFound("patient");
      return patientOf(row);
    },
  );

  api.post(
    "/patients",
    {
      schema: {
        tags,
        summary: "Enter a patient into the directory",
        body: patientSettingsSchema,
        response: { 201: patientSchema, ...problems(400, 409, 422) },
      },
    },
    async ({ body }, reply) => {
      const values = valuesOf(body);
      const id = randomUUID();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("patients")
        .values({ id, ...values })
        .onConflict((conflict) => conflict.column("nhs_number").doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n)
        throw new ApiProblem({
          type: "patient-known",
          status: 409,
          title: "The directory has a patient with this NHS number.",
          action: "Find the patient with POST /patients/search and change the entry.",
        });
      return reply.code(201).send({ id, ...body });
    },
  );

  api.put(
    "/patients/:id",
    {
      schema: {
        tags,
        summary: "Change a patient's entry",
        params,
        body: patientSettingsSchema,
        response: { 200: patientSchema, ...problems(400, 404, 422) },
      },
    },
    async ({ params: { id }, body }) => {
      const { numUpdatedRows } = await db
        .updateTable("patients")
        .set(valuesOf(body))
        .where("id", "=", id)
        // A number belongs to a person for life: an entry never becomes another patient's.
        .where("nhs_number", "=", body.nhsNumber)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw notFound("patient");
      return { id, ...body };
    },
  );
}

function valuesOf(body: z.infer<typeof patientSettingsSchema>) {
  const { nhsNumber, currentPractice, previousPractice, demographics } = body;
  const { identifiers = [], ...known } = demographics;
  const other = identifiers.some(
    ({ system, value }) => system === identifierSystems.nhsNumber && value !== nhsNumber,
  );
  if (other)
    throw new ApiProblem({
      type: "patient-mismatch",
      status: 422,
      title: "The demographics are of another NHS number than the entry.",
      action: "Correct the one that is wrong.",
    });
  const patient: Patient = { ...known, identifiers };
  return {
    nhs_number: nhsNumber,
    demographics: JSON.stringify(patient),
    current_practice: currentPractice,
    previous_practice: previousPractice ?? null,
  };
}

function patientOf(row: Selectable<Database["patients"]>): z.infer<typeof patientSchema> {
  return {
    id: row.id,
    nhsNumber: row.nhs_number,
    // Checked when it came in; the stored value is deeply readonly, the answer is not changed.
    demographics: row.demographics as z.infer<typeof patientSchema>["demographics"],
    currentPractice: row.current_practice,
    ...(row.previous_practice !== null && { previousPractice: row.previous_practice }),
  };
}
