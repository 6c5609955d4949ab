import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { generateRecord, storeGeneratedDocuments } from "@gp2gp/adapter-testkit/generator";
import { readRecords, sourceOfBytes } from "@gp2gp/core";
import type { AdapterContext, PatientRecord } from "@gp2gp/core";
import { FormatRegistry } from "@gp2gp/files";
import { adapters } from "@gp2gp/formats";

/** A record the matrix is made of, and what it is called. */
export interface MatrixSource {
  readonly name: string;
  readonly record: PatientRecord;
}

/** Generated lives in the ways of each kind of system, with every rare case among them. */
export async function generatedSources(
  count: number,
  { content }: AdapterContext,
): Promise<MatrixSource[]> {
  const dialects = ["emis", "tpp", "vision"] as const;
  const sources: MatrixSource[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const dialect = dialects[seed % dialects.length] ?? "emis";
    const record = generateRecord({ seed, years: 40, consultations: 20, dialect });
    await storeGeneratedDocuments(record, content);
    sources.push({ name: `generated life ${seed} (${dialect})`, record });
  }
  return sources;
}

/** The real records of a corpus: EHR Extracts of four systems, and an EMIS Open record. Empty where it is absent. */
export async function corpusSources(
  corpus: string,
  context: AdapterContext,
): Promise<MatrixSource[]> {
  if (!existsSync(corpus)) return [];
  const registry = new FormatRegistry(adapters);
  const paths = [
    ...globSync(join(corpus, "ehr-extracts/*/*.xml")).toSorted(),
    ...globSync(join(corpus, "emis-open/*.xml")),
  ];
  const sources: MatrixSource[] = [];
  for (const path of paths) {
    const bytes = new Uint8Array(readFileSync(path));
    const head = bytes.subarray(0, 8192);
    const detection = registry.detectPeek({ parts: [{ name: "source.xml", head }] });
    if (detection.outcome !== "found") continue;
    const source = sourceOfBytes("source.xml", bytes);
    for await (const { result } of readRecords(detection.adapter, source, context))
      if (result.ok) sources.push({ name: relative(corpus, path), record: result.record });
  }
  return sources;
}
