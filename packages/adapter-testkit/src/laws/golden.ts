import { createHash } from "node:crypto";
import { entrySections, patientRecordSchema } from "@gp2gp/core";
import type { Issue, Loss, PatientReading, PatientRecord } from "@gp2gp/core";
import type { AdapterCase } from "../cases/adapter-case.ts";
import { memoryContent } from "../context/memory-content.ts";
import type { Bench } from "../kit/bench.ts";
import { goldenJson } from "../kit/goldens.ts";
import type { Finding, Law } from "../kit/law.ts";
import { homeVersion } from "./home-version.ts";

export const golden: Law = {
  name: "golden",
  holds: "a source gives the record, issues and losses that were looked at and agreed.",
  checks: (bench) =>
    bench.suite.cases.flatMap((one) => [
      {
        title: `${one.name} is read into a valid record`,
        ...bench.unless(bench.reads, "read"),
        run: async () => validity(await bench.readCase(one)),
      },
      {
        title: `${one.name}: ${one.about.split("\n")[0] ?? ""}`,
        ...bench.unless(bench.reads, "read"),
        ...(one.folder === undefined && { notApplicable: "the case has no folder for goldens" }),
        run: () => compareCase(bench, one),
      },
    ]),
};

/** What no record may have, whatever it was read from. */
export function validity(readings: readonly PatientReading[]): Finding[] {
  const findings: Finding[] = [];
  if (readings.length === 0)
    findings.push({
      broken: "The source gave no patient and no failure.",
      advice: "give one result for each patient, or one failed result that says what is wrong.",
    });
  for (const { result } of readings) {
    if (!result.ok) {
      findings.push({
        broken: "A case of the format could not be read.",
        found: result.issues.map(({ code, source }) => `${code} ${source?.pointer ?? ""}`),
        advice: "degrade what is damaged item by item; fail only where no record can be made.",
      });
      continue;
    }
    findings.push(...recordFindings(result.record, result.issues));
  }
  return findings;
}

export function recordFindings(record: PatientRecord, issues: readonly Issue[]): Finding[] {
  const parsed = patientRecordSchema.safeParse(record);
  if (!parsed.success)
    return [
      {
        broken: "The record does not fit the record schema.",
        found: parsed.error.issues.map(({ path, code }) => `/${path.join("/")}: ${code}`),
        advice:
          "leave out what is absent (no null, no empty text); keep a malformed value as text with an issue.",
      },
    ];
  const entries = entrySections.flatMap((section) => record[section]);
  const ids = new Set(entries.map(({ id }) => id));
  const findings: Finding[] = [];
  if (ids.size < entries.length) {
    const seen = new Set<string>();
    const twice = entrySections.flatMap((section) =>
      record[section].flatMap(({ id }, index) => {
        if (!seen.has(id)) return (seen.add(id), []);
        return [`/${section}/${String(index)}`];
      }),
    );
    findings.push({
      broken: "Two entries have the same id.",
      found: twice,
      advice:
        "derive the id of the second from its place with context.newId, and say so with an issue.",
    });
  }
  const lost = entrySections.flatMap((section) =>
    record[section].flatMap(({ consultation, within }, index) =>
      [consultation, within].some((id) => id !== undefined && !ids.has(id))
        ? [`/${section}/${String(index)}`]
        : [],
    ),
  );
  if (lost.length > 0 && !issues.some(({ code }) => code === "reference-unresolved"))
    findings.push({
      broken:
        "Entries stand in a consultation or group that is not in the record, and no issue says so.",
      found: lost,
      advice: "make the consultation or group an entry, or raise the issue reference-unresolved.",
    });
  return findings;
}

async function compareCase(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const content = memoryContent();
  const readings = await bench.readCase(one, content);
  const losses: (readonly Loss[] | undefined)[] = [];
  for (const { result } of readings) {
    if (!result.ok || !bench.writes) continue;
    const version = homeVersion(bench, result.record);
    const written = await bench.write(result.record, { content, ...version });
    losses.push(written.ok ? written.losses : undefined);
  }
  const records = readings.map(({ result }) => (result.ok ? result.record : undefined));
  const issues = readings.map(({ result }) => result.issues);
  const files = new Map<string, Uint8Array>();
  if (one.golden === "digest")
    files.set(
      "digest.json",
      goldenJson(records.map((record, at) => digestOf(record, issues[at], losses[at]))),
    );
  else {
    const single = <Value>(values: readonly Value[]) => (values.length === 1 ? values[0] : values);
    files.set("record.json", goldenJson(single(records) ?? null));
    files.set("issues.json", goldenJson(single(issues) ?? []));
    if (bench.writes) files.set("losses.json", goldenJson(single(losses) ?? []));
  }
  if (!one.folder) return [];
  const owned = /^(record|issues|losses|digest)\.json$/;
  return bench.goldens.compare(one.folder, files, (name) => owned.test(name));
}

/** What is kept of a record that is too large, or not ours, to keep whole. */
function digestOf(
  record: PatientRecord | undefined,
  issues: readonly Issue[] = [],
  losses: readonly Loss[] = [],
) {
  return {
    read: record !== undefined,
    entries:
      record &&
      Object.fromEntries(
        [...entrySections, "residue" as const]
          .map((section) => [section, record[section].length] as const)
          .filter(([, count]) => count > 0),
      ),
    issues: tally(issues.map(({ code }) => code)),
    losses: tally(losses.map(({ type, section, reason }) => `${type} ${section} ${reason}`)),
    sha256: createHash("sha256")
      .update(JSON.stringify(record ?? null))
      .digest("hex"),
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
