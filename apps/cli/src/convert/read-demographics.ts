import { readFile, stat } from "node:fs/promises";
import { demographicsSchema, pointerOf } from "@gp2gp/core";
import type { Patient } from "@gp2gp/core";
import { InputError } from "../input-error.ts";

const BYTES = 64 * 1024 ** 2;

/** Finds what a demographics file says of a patient. */
export type DemographicsOf = (patient: Patient) => Patient | undefined;

/**
 * Reads `--demographics`: one patient, meant for every record (a record of another person then fails),
 * or an array, of which a record is given the one that shares an identifier with it.
 */
export async function readDemographics(path: string): Promise<DemographicsOf> {
  const json = await parsed(path);
  if (!Array.isArray(json)) {
    const only = checked(json, "");
    return () => only;
  }
  const byIdentifier = new Map<string, Patient>();
  for (const [index, one] of json.entries()) {
    const patient = checked(one, `/${index}`);
    for (const { system, value } of patient.identifiers)
      byIdentifier.set(`${system}=${value}`, patient);
  }
  return ({ identifiers }) =>
    identifiers
      .map(({ system, value }) => byIdentifier.get(`${system}=${value}`))
      .find((patient) => patient !== undefined);
}

async function parsed(path: string): Promise<unknown> {
  try {
    if ((await stat(path)).size > BYTES) throw new RangeError("too large");
    return JSON.parse((await readFile(path, "utf8")).replace(/^\ufeff/, ""));
  } catch {
    throw new InputError(
      "The demographics file cannot be read as JSON. Check its path and content.",
    );
  }
}

function checked(json: unknown, at: string): Patient {
  const result = demographicsSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place =
    at + pointerOf(...(issue?.path ?? []).map((step) => (typeof step === "symbol" ? "" : step)));
  throw new InputError(
    `The demographics file is not of the form of a patient (at ${place === "" ? "its top" : place}: ${issue?.code ?? "invalid"}). See the JSON Schema of the record.`,
  );
}
