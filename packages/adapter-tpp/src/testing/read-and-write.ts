import { patientRecordSchema } from "@gp2gp/core";
import type {
  Issue,
  Loss,
  PatientRecord,
  ReadContext,
  Source,
  WriteContext,
  Artefact,
} from "@gp2gp/core";
import { testContext } from "@gp2gp/adapter-testkit";
import { tppClientXmlAdapter } from "../client/tpp-client-xml-adapter.ts";

/** Reads what can be read, and checks that the record is one. */
export async function readOk(
  source: Source,
  context: ReadContext = testContext(),
): Promise<{ readonly record: PatientRecord; readonly issues: readonly Issue[] }> {
  const result = await tppClientXmlAdapter.read(source, context);
  if (!result.ok) throw new Error(`not read: ${result.issues.map(({ code }) => code).join()}`);
  patientRecordSchema.parse(result.record);
  return result;
}

export async function writeOk(
  record: PatientRecord,
  context: Partial<WriteContext> = {},
): Promise<{
  readonly artefact: Artefact;
  readonly losses: readonly Loss[];
  readonly issues: readonly Issue[];
}> {
  const result = await tppClientXmlAdapter.write(record, testContext(context));
  if (!result.ok) throw new Error(`not written: ${result.issues.map(({ code }) => code).join()}`);
  return result;
}
