import { entrySections, factsOf } from "@gp2gp/core";
import type { AnyEntry, Issue, PatientRecord } from "@gp2gp/core";
import type { AdapterCase } from "../cases/adapter-case.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";
import { partsInMemory, sourceOfParts } from "../kit/source-of-parts.ts";
import { leavesOfCase } from "./nothing-vanishes.ts";

export const privacy: Law = {
  name: "privacy",
  holds: "no message of an issue or error holds a value of the case.",
  checks: (bench) => [
    ...bench.suite.cases.map((one) => ({
      title: `reading ${one.name}, whole, damaged and changed`,
      ...bench.unless(bench.reads, "read"),
      run: () => readingTells(bench, one),
    })),
    {
      title: "writing the canonical records",
      ...bench.unless(bench.writes, "write"),
      run: () => writingTells(bench),
    },
    {
      title: "options that are not valid",
      run: () => optionsTell(bench),
    },
  ],
};

/** Messages with where each came from. */
class Heard {
  readonly #byCode = new Map<string, Set<string>>();
  readonly #messages = new Set<string>();

  issues(issues: readonly Issue[]): void {
    for (const { code, message } of issues) {
      this.#messages.add(message);
      const known = this.#byCode.get(code) ?? new Set();
      this.#byCode.set(code, known.add(message));
    }
  }

  error(error: unknown): void {
    for (let one = error; one instanceof Error; one = one.cause) this.#messages.add(one.message);
  }

  findings(values: ReadonlySet<string>): Finding[] {
    const findings: Finding[] = [];
    const several = [...this.#byCode].filter(([, messages]) => messages.size > 1);
    if (several.length > 0)
      findings.push({
        broken: "An issue code has more than one message.",
        found: several.map(([code]) => code),
        advice:
          "make issues with issuesOf(kinds): one fixed message for each code; what differs goes into detail.",
      });
    const told = [...this.#messages].flatMap((message) => {
      const words = new Set(message.split(/[\s"'`,;:()[\]{}<>]+/));
      const found = [...values].filter((value) =>
        /\s/.test(value) ? message.includes(value) : words.has(value) || words.has(`${value}.`),
      );
      return found.length > 0
        ? [`${message.slice(0, 120)} (holds ${String(found.length)} values)`]
        : [];
    });
    if (told.length > 0)
      findings.push({
        broken: "A message holds a value of the record.",
        found: told,
        advice:
          "say which part, where, what was expected and what happens now; put the value into the detail of the issue, which is never logged.",
      });
    return findings;
  }
}

async function readingTells(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const heard = new Heard();
  const leaves = await leavesOfCase(one);
  const values = new Set(leaves.map(({ value }) => value).filter(tells));
  const parts = await partsInMemory(one.source);
  const damaged = [0.3, 0.6, 0.95].map((share) =>
    sourceOfParts(
      parts.map((part) => ({
        ...part,
        bytes: part.bytes.slice(0, Math.floor(part.bytes.byteLength * share)),
      })),
    ),
  );
  const step = Math.max(1, Math.floor(leaves.length / 60));
  const changed = leaves.filter((_, at) => at % step === 0).map((leaf) => leaf.changed());
  for (const source of [one.source, ...damaged, ...changed]) {
    try {
      for (const { result } of await bench.read(source, one.read)) {
        heard.issues(result.issues);
        if (result.ok) for (const value of valuesOf(result.record)) values.add(value);
      }
    } catch (error) {
      heard.error(error);
    }
  }
  return heard.findings(values);
}

async function writingTells(bench: Bench): Promise<Finding[]> {
  const heard = new Heard();
  const values = new Set<string>();
  for (const { record } of bench.canonical) {
    for (const value of valuesOf(record)) values.add(value);
    try {
      heard.issues((await bench.write(record)).issues);
    } catch (error) {
      heard.error(error);
    }
  }
  return heard.findings(values);
}

/** Options of the adapter that hold a person's data must not come back in the error that refuses them. */
async function optionsTell(bench: Bench): Promise<Finding[]> {
  const secret = "Mrs Secret Testperson 9990000018";
  const options = { [bench.adapter.id]: { patientUid: { name: secret }, unheardOf: secret } };
  const heard = new Heard();
  const [first] = bench.canonical;
  try {
    if (first && bench.writes) heard.issues((await bench.write(first.record, { options })).issues);
    for (const one of bench.suite.cases.slice(0, 1))
      for (const { result } of await bench.read(one.source, { options }))
        heard.issues(result.issues);
  } catch (error) {
    heard.error(error);
  }
  return heard.findings(new Set([secret]));
}

function valuesOf(record: PatientRecord): string[] {
  const entries: readonly AnyEntry[] = entrySections.flatMap((section) => record[section]);
  const patient = record.patient as unknown as AnyEntry;
  return [...entries, patient].flatMap((entry) =>
    factsOf(entry).flatMap(({ value }) =>
      typeof value === "string" && tells(value) ? [value] : [],
    ),
  );
}

/** Whether a value would tell something of a person: a name, a number of some length, a code, words. Not a plain word such as `male` or `SOURCE`. */
function tells(value: string): boolean {
  if (value.length < 4 || value.length > 500) return false;
  return !/^[a-z][a-z-]*$/i.test(value) || /^[A-Z][a-z]{4,}/.test(value);
}
