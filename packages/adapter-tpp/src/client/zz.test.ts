import { readFileSync } from "node:fs";
import { test } from "vitest";
import { sourceOfBytes, patientRecordSchema, bytesOf, diffRecords, renderDifferences, sourceOfArtefact } from "@gp2gp/core";
import { tppClientXmlAdapter as adapter } from "./tpp-client-xml-adapter.ts";
import { readContext, writeContext } from "./testing/test-context.ts";
import { writeFileSync } from "node:fs";

test("x", async () => {
  const bytes = readFileSync(new URL("./__fixtures__/patient-record-whole/source.xml", import.meta.url));
  const read = await adapter.read(sourceOfBytes("source.xml", bytes), readContext());
  console.log(read.ok, read.issues.map((i) => i.code + " " + i.source?.pointer));
  if (!read.ok) return;
  const p = patientRecordSchema.safeParse(read.record);
  console.log(p.success, p.error?.issues.slice(0, 5));
  const written = await adapter.write(read.record, writeContext());
  if (!written.ok) return console.log(written);
  console.log(written.losses, written.issues);
  const out = await bytesOf(written.artefact.parts[0]!);
  writeFileSync("/tmp/out.xml", out);
  const again = await adapter.read(sourceOfArtefact(written.artefact), readContext());
  if (again.ok) console.log(renderDifferences(diffRecords(read.record, again.record)));
});
