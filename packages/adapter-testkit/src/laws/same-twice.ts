import type { PatientRecord } from "@gp2gp/core";
import { generateRecord } from "../generator/generate-record.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";
import { partsInMemory, sourceOfParts } from "../kit/source-of-parts.ts";
import { watchAmbient } from "./watch-ambient.ts";

export const sameTwice: Law = {
  name: "same-twice",
  holds:
    "two runs give the same; input and context stay untouched; nothing of the machine is looked at.",
  checks: (bench) => [
    ...bench.suite.cases.map((one) => ({
      title: `reading ${one.name}`,
      ...bench.unless(bench.reads, "read"),
      run: async () => {
        const parts = await partsInMemory(one.source);
        return twice("Reading", "the bytes of the source", parts, async () =>
          JSON.stringify(await bench.read(sourceOfParts(parts), frozen(one.read ?? {}))),
        );
      },
    })),
    ...writeSubjects().map(({ name, record }) => ({
      title: `writing ${name}`,
      ...bench.unless(bench.writes, "write"),
      run: async () => {
        const content = await bench.contentFor(record);
        return twice("Writing", "the record", record, async () => {
          const written = await bench.write(record, { content });
          return JSON.stringify(
            written.ok ? { ...written, parts: fingerprint(written.parts) } : written,
          );
        });
      },
    })),
    {
      title: "reading and writing at the same time",
      ...bench.unless(bench.reads && bench.writes, "read and write"),
      run: () => sideBySide(bench),
    },
  ],
};

function writeSubjects(): readonly { readonly name: string; readonly record: PatientRecord }[] {
  return [{ name: "a generated life", record: generateRecord({ seed: "same-twice" }) }];
}

async function twice(
  verb: string,
  input: string,
  value: unknown,
  run: () => Promise<string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const before = fingerprint(value);
  if (verb === "Writing") frozen(value);
  const first = await run();
  const { result: second, touched } = await watchAmbient(run);
  if (first !== second)
    findings.push({
      broken: `${verb} the same twice gives two results.`,
      found: [firstDifference(first, second)],
      advice:
        "take ids from context.newId with a seed that is always the same, and the time from context.now; keep nothing between calls.",
    });
  if (fingerprint(value) !== before)
    findings.push({
      broken: `${verb} changes ${input}.`,
      advice: "copy before changing; what is handed in belongs to the caller.",
    });
  if (touched.length > 0)
    findings.push({
      broken: `${verb} looks at the machine instead of the context.`,
      found: touched,
      advice:
        "use context.now() for the time, context.newId(seed) for ids, the source and context.content for bytes; nothing else.",
    });
  return findings;
}

/** Results of two calls that run side by side are those of two calls one after the other. */
async function sideBySide(bench: Bench): Promise<Finding[]> {
  const records = bench.canonical.slice(0, 4).map(({ record }) => record);
  const run = async (record: PatientRecord) => {
    const written = await bench.write(record);
    if (!written.ok) return "not written";
    return JSON.stringify([fingerprint(written.parts), await bench.read(written.source)]);
  };
  const alone: string[] = [];
  for (const record of records) alone.push(await run(record));
  const together = await Promise.all(records.map(run));
  return alone.every((one, at) => one === together[at])
    ? []
    : [
        {
          broken: "Two calls that run at the same time disturb each other.",
          advice:
            "keep all state of a call inside the call; no variable of a module is written to.",
        },
      ];
}

function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item instanceof Uint8Array ? Buffer.from(item).toString("base64") : item,
  );
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `…${a.slice(Math.max(0, at - 60), at + 40)} against …${b.slice(Math.max(0, at - 60), at + 40)}`;
}

/** A value none of whose members can be changed any more; bytes and functions are left as they are. */
function frozen<Value>(value: Value): Value {
  if (
    typeof value !== "object" ||
    value === null ||
    ArrayBuffer.isView(value) ||
    Object.isFrozen(value)
  )
    return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}
