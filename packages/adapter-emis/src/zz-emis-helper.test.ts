import { test } from "vitest";
import fc from "fast-check";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import {
  bytesOf,
  sourceOfArtefact,
  sourceOfBytes,
  diffRecords,
  unreportedDifferences,
  renderDifferences,
} from "@gp2gp/core";
import type { PatientRecord } from "@gp2gp/core";
import {
  arbitraryRecord,
  canonicalRecords,
  generateRecord,
  storeArbitraryDocuments,
  storeGeneratedDocuments,
  testContext,
} from "@gp2gp/adapter-testkit";
import { emisOpenAdapter as a } from "./index.ts";
import { gp2gpEhrExtract as g } from "../../adapter-gp2gp/src/index.ts";
import { XsdSchema } from "@gp2gp/xsd";
const xsd = XsdSchema.load("/work/shared/schemas/emis-open/EomMedicalRecord38.xsd");
async function check(
  whole: PatientRecord,
  context: ReturnType<typeof testContext>,
): Promise<string> {
  const record = withoutEmptyItems(whole);
  const w = await a.write!(whole, context);
  if (!w.ok) return "not written";
  const out = await bytesOf(w.artefact.parts[0]!);
  writeFileSync("/tmp/emis-try2.xml", out);
  const bad = xsd.validate(out);
  if (bad.length) return JSON.stringify(bad.slice(0, 3));
  const r = await a.read!(sourceOfArtefact(w.artefact), context);
  if (!r.ok) return JSON.stringify(r.issues);
  const d = unreportedDifferences(record, diffRecords(record, r.record), w.losses);
  if (d.length)
    return (
      renderDifferences(d).split("\n").slice(0, 12).join("\n") +
      JSON.stringify(r.issues.filter((i) => i.code.startsWith("carried")).slice(0, 3))
    );
  const w2 = await a.write!(r.record, context);
  if (!w2.ok) return "not rewritten";
  const out2 = await bytesOf(w2.artefact.parts[0]!);
  if (Buffer.compare(out, out2) !== 0) return "not the same " + lineDiff(out, out2);
  if (w2.losses.some((l) => l.type === "dropped" && l.section !== "residue"))
    return JSON.stringify(w2.losses.filter((l) => l.type === "dropped").slice(0, 3));
  return "";
}
test("canonical", async () => {
  for (const c of canonicalRecords) {
    const context = testContext({ confidential: "carry" });
    for (const doc of c.documents)
      await context.content.put(
        (async function* () {
          yield doc;
        })(),
        {},
      );
    const bad = await check(c.record, context);
    if (bad) console.log(c.name, bad);
  }
});
test("generated", async () => {
  for (const seed of [1, 2, 3]) {
    const record = generateRecord({ seed, consultations: 60 });
    const context = testContext({ confidential: "carry" });
    await storeGeneratedDocuments(record, context.content);
    const bad = await check(record, context);
    if (bad) console.log("seed", seed, bad);
  }
}, 120000);
test("extracts", async () => {
  for (const s of readdirSync("/work/shared/corpus/ehr-extracts"))
    for (const f of readdirSync(`/work/shared/corpus/ehr-extracts/${s}`)) {
      const context = testContext({ confidential: "carry" });
      const r0 = await g.read!(
        sourceOfBytes(f, readFileSync(`/work/shared/corpus/ehr-extracts/${s}/${f}`)),
        context,
      );
      if (!r0.ok) {
        console.log(f, "not read");
        continue;
      }
      const bad = await check(r0.record, context);
      if (bad) console.log(f, bad);
    }
}, 300000);
test("arbitrary", async () => {
  const context = testContext({ confidential: "carry" });
  await storeArbitraryDocuments(context.content);
  const result = await fc.check(
    fc.asyncProperty(arbitraryRecord(), async (record) => {
      const bad = await check(meaningful(withoutEmptyItems(record)), context);
      if (bad) throw new Error(bad);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 100), seed: Number(process.env["SEED"] ?? 1) },
  );
  if (!result.failed) return;
  const record = meaningful(withoutEmptyItems(result.counterexample![0]));
  console.log(
    "RUNS",
    result.numRuns,
    JSON.stringify(
      Object.fromEntries(
        Object.entries(record).filter(
          ([k, v]) => k !== "extraction" && (!Array.isArray(v) || v.length),
        ),
      ),
    ),
  );
  console.log("BAD", await check(record, context));
  throw new Error("failed");
}, 900000);
function lineDiff(a: Uint8Array, b: Uint8Array): string {
  const [x, y] = [Buffer.from(a).toString().split("\n"), Buffer.from(b).toString().split("\n")];
  const i = x.findIndex((line, at) => line !== y[at]);
  return `\n  line ${i}\n  A ${x.slice(Math.max(0, i - 2), i + 3).join("\n    ")}\n  B ${y.slice(Math.max(0, i - 2), i + 3).join("\n    ")}`;
}
function meaningful<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value
      .map(meaningful)
      .filter(
        (v: any) =>
          !(
            v &&
            typeof v === "object" &&
            "role" in v &&
            v.role.codings?.length === 0 &&
            Object.keys(v.role).length === 1
          ),
      ) as T;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, meaningful(v)])) as T;
}
function withoutEmptyItems<T>(v: T): T {
  return prune(v) as T;
}
function prune(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.filter(holdsFact).map(prune);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, prune(v)]));
}
function holdsFact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).some(holdsFact);
}
