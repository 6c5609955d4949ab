import { emptyRecord } from "@gp2gp/core";
import type { PatientReading, Source } from "@gp2gp/core";
import type { AdapterCase } from "../cases/adapter-case.ts";
import { Random } from "../values/random.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law, LawCheck } from "../kit/law.ts";
import { partsInMemory, sourceOfParts } from "../kit/source-of-parts.ts";
import type { PartInMemory } from "../kit/source-of-parts.ts";
import { garbage } from "./garbage.ts";
import { validity } from "./golden.ts";
import { hostile, huge } from "./hostile-sources.ts";
import { watchMemory } from "./watch-memory.ts";

/** How long a reader may take over input that is no record, in milliseconds. */
const promptly = 15_000;
/** How much memory it may keep for that, in bytes: well below the 250 MB of the huge sources. */
const memoryBound = 180_000_000;

export const badInput: Law = {
  name: "bad-input",
  holds:
    "damaged, foreign, huge or hostile input gives a failed result, promptly and in bounded memory.",
  checks: (bench) => {
    const able = bench.unless(bench.reads, "read");
    const refused = (title: string, source: () => Source): LawCheck => ({
      title,
      ...able,
      run: () => refusal(bench, source()),
    });
    return [
      refused("no parts at all", () => ({ parts: [] })),
      ...garbage.map(({ name, source }) => refused(name, () => source)),
      ...hostile.map(({ name, source }) => refused(name, () => source)),
      ...huge.map(({ name, source }) => refused(name, () => source)),
      ...bench.suite.cases.flatMap((one): LawCheck[] => [
        { title: `${one.name} cut short`, ...able, run: () => cutShort(bench, one) },
        { title: `${one.name} in another encoding`, ...able, run: () => otherEncoding(bench, one) },
        { title: `${one.name} with bytes changed`, ...able, run: () => bytesChanged(bench, one) },
        { title: `${one.name} aborted`, ...able, run: () => aborted(bench, one) },
      ]),
      {
        title: "writing aborted",
        ...bench.unless(bench.writes, "write"),
        run: () => writingAborted(bench),
      },
    ];
  },
};

const neverThrow =
  "input is never a reason to throw: catch what your parser throws and answer ok: false with the issue artefact-malformed (or -empty, -too-large) and where.";

/** The outcome of reading, with a throw as a value. */
async function attempt(
  bench: Bench,
  source: Source,
): Promise<readonly PatientReading[] | { readonly thrown: unknown }> {
  try {
    return await bench.read(source);
  } catch (thrown) {
    return { thrown };
  }
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error
    ? `${thrown.name} ${(thrown.stack ?? "").split("\n")[1]?.trim() ?? ""}`
    : typeof thrown;
}

/** Input that is no record: a failed result with an issue, in time, in bounded memory. */
async function refusal(bench: Bench, source: Source): Promise<Finding[]> {
  const started = performance.now();
  const { result: outcome, most } = await watchMemory(source, (watched) => attempt(bench, watched));
  const took = performance.now() - started;
  const findings: Finding[] = [];
  if ("thrown" in outcome)
    findings.push({
      broken: "Reading throws.",
      found: [nameOf(outcome.thrown)],
      advice: neverThrow,
    });
  else if (outcome.length === 0 || outcome.some(({ result }) => result.ok))
    findings.push({
      broken: "What is no record is read as one.",
      found: [`${String(outcome.length)} results`],
      advice:
        "answer ok: false where the format's own mark (root element, header, manifest) is not there.",
    });
  else if (
    !outcome.every(({ result }) => result.issues.some(({ severity }) => severity === "error"))
  )
    findings.push({
      broken: "A failed result does not say why.",
      advice: "give it an issue of severity error.",
    });
  if (took > promptly)
    findings.push({
      broken: `Reading takes ${String(Math.round(took / 1000))} s.`,
      advice: "read in pieces and give up at the first that cannot be of the format.",
    });
  if (most > memoryBound)
    findings.push({
      broken: `Reading keeps ${String(Math.round(most / 1_000_000))} MB.`,
      advice:
        "do not gather the source: bound every name, text, row, depth and count, and stop at the bound with artefact-too-large.",
    });
  return findings;
}

async function cutShort(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const parts = await partsInMemory(one.source);
  const whole = JSON.stringify(await bench.readCase(one));
  const findings: Finding[] = [];
  const unnoticed: string[] = [];
  for (const part of parts) {
    for (const at of cutsOf(part.bytes, parts.length)) {
      const bytes = part.bytes.slice(0, at);
      const outcome = await attempt(bench, withPart(parts, part, bytes));
      if ("thrown" in outcome) {
        findings.push({
          broken: `Reading throws when ${part.name} ends after byte ${String(at)}.`,
          found: [nameOf(outcome.thrown)],
          advice: neverThrow,
        });
        continue;
      }
      findings.push(...validityOfRead(outcome));
      // Rows can be missing at the end without a trace; half a row, or half a document, cannot.
      const betweenRows = bytes.at(-1) === 10 && !startsWithMarkup(part.bytes);
      const silent = outcome.every(({ result }) => result.ok && result.issues.length === 0);
      if (silent && !betweenRows && JSON.stringify(outcome) !== whole)
        unnoticed.push(`${part.name} after byte ${String(at)}`);
    }
  }
  if (unnoticed.length > 0)
    findings.push({
      broken: "A source that was cut short is read as if it were whole.",
      found: unnoticed,
      advice:
        "answer ok: false for a document that does not end, and raise an issue for a row that is too short.",
    });
  return findings;
}

/** Some thirty places, a dozen where there are many parts: the first bytes, the last, and between them evenly. */
function cutsOf({ byteLength }: Uint8Array, parts: number): number[] {
  const between = Math.max(4, Math.min(20, Math.floor(240 / parts)));
  const evenly = Array.from({ length: between }, (_, at) =>
    Math.floor((byteLength * (at + 1)) / (between + 2)),
  );
  const all = [1, 2, 3, 10, 50, ...evenly, byteLength - 20, byteLength - 5, byteLength - 2];
  return [...new Set(all)].filter((at) => at > 0 && at < byteLength);
}

function startsWithMarkup(bytes: Uint8Array): boolean {
  return /^[\s\uFEFF]*[<{[]/.test(new TextDecoder().decode(bytes.slice(0, 200)));
}

function withPart(parts: readonly PartInMemory[], part: PartInMemory, bytes: Uint8Array): Source {
  return sourceOfParts(parts.map((one) => (one === part ? { ...part, bytes } : one)));
}

/** A record that was made of damaged input is still a valid record. */
function validityOfRead(readings: readonly PatientReading[]): Finding[] {
  return validity(readings.filter(({ result }) => result.ok)).filter(
    ({ broken }) => !broken.startsWith("The source gave no patient"),
  );
}

async function otherEncoding(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const parts = await partsInMemory(one.source);
  const whole = JSON.stringify(await bench.readCase(one));
  const findings: Finding[] = [];
  const encodings: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
    [
      "UTF-16 without a byte order mark",
      (bytes) => Buffer.from(Buffer.from(bytes).toString("utf8"), "utf16le").swap16(),
    ],
    ["EBCDIC, as it were", (bytes) => bytes.map((byte) => (byte + 64) % 256)],
    ["bytes that are no UTF-8", (bytes) => Buffer.concat([bytes, Uint8Array.of(0xff, 0xfe, 0xc3)])],
  ];
  for (const [name, encode] of encodings) {
    const encoded = sourceOfParts(
      parts.map((part) => ({ ...part, bytes: new Uint8Array(encode(part.bytes)) })),
    );
    const outcome = await attempt(bench, encoded);
    if ("thrown" in outcome)
      findings.push({
        broken: `Reading throws for ${name}.`,
        found: [nameOf(outcome.thrown)],
        advice: neverThrow,
      });
    else if (
      outcome.some(({ result }) => result.ok && result.issues.length === 0) &&
      JSON.stringify(outcome) !== whole
    )
      findings.push({
        broken: `${name} is read as something else, without a word.`,
        advice:
          "decode strictly: a byte that is no character of the encoding is a failure or an issue, not a replacement character.",
      });
  }
  return findings;
}

async function bytesChanged(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const parts = await partsInMemory(one.source);
  const random = new Random(one.name);
  const findings: Finding[] = [];
  const [first] = parts;
  for (let run = 0; first && run < 40; run++) {
    const part = parts[random.whole(0, parts.length - 1)] ?? first;
    const bytes = part.bytes.slice();
    for (let times = random.whole(1, 4); times > 0; times--)
      bytes[random.whole(0, Math.max(0, bytes.byteLength - 1))] = random.whole(0, 255);
    const outcome = await attempt(bench, withPart(parts, part, bytes));
    if ("thrown" in outcome)
      findings.push({
        broken: `Reading throws when bytes of ${part.name} are changed (run ${String(run)}).`,
        found: [nameOf(outcome.thrown)],
        advice: neverThrow,
      });
    else findings.push(...validityOfRead(outcome));
  }
  return findings;
}

const abortAdvice =
  "check context.signal?.throwIfAborted() at the start and between pieces; let its reason pass through your own catch.";

async function aborted(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const when of ["before it began", "while the source was read"]) {
    const controller = new AbortController();
    const reason = new Error("stopped");
    if (when.startsWith("before")) controller.abort(reason);
    const source: Source = {
      parts: one.source.parts.map((part) => ({
        ...part,
        async *open(range) {
          for await (const chunk of part.open(range)) {
            yield chunk;
            controller.abort(reason);
          }
        },
      })),
    };
    const caught = await rejectionOf(() => readDirectly(bench, one, source, controller.signal));
    if (caught !== reason)
      findings.push({
        broken: `A reading that is aborted ${when} does not reject with the reason of the signal.`,
        found: [
          caught === undefined
            ? "it gave a result"
            : `it rejected with another error: ${nameOf(caught)}`,
        ],
        advice: abortAdvice,
      });
  }
  return findings;
}

/** Calls the adapter's own method, without the verbs of core, which look at the signal themselves. */
async function readDirectly(
  bench: Bench,
  one: AdapterCase,
  source: Source,
  signal: AbortSignal,
): Promise<void> {
  const context = bench.readContext({ ...one.read, signal });
  const { adapter } = bench;
  if (adapter.read) await adapter.read(source, context);
  else if (adapter.readEach) for await (const _ of adapter.readEach(source, context)) continue;
}

async function writingAborted(bench: Bench): Promise<Finding[]> {
  const reason = new Error("stopped");
  const record = emptyRecord({ identifiers: [] }, { format: "testkit-generated" });
  const caught = await rejectionOf(() =>
    Promise.resolve(
      bench.adapter.write?.(record, bench.writeContext({ signal: AbortSignal.abort(reason) })),
    ),
  );
  return caught === reason
    ? []
    : [
        {
          broken:
            "A writing that was aborted before it began does not reject with the reason of the signal.",
          found: [
            caught === undefined
              ? "it gave a result"
              : `it rejected with another error: ${nameOf(caught)}`,
          ],
          advice: abortAdvice,
        },
      ];
}

async function rejectionOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}
