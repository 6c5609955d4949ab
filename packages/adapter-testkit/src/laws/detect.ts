import fc from "fast-check";
import type { SourcePeek } from "@gp2gp/core";
import { peekOf } from "../kit/bench.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";
import { garbage } from "./garbage.ts";

export const detect: Law = {
  name: "detect",
  holds: "the adapter knows its own artefacts, refuses others, and never throws.",
  checks: (bench) => [
    ...bench.suite.cases.map(({ name, source }) => ({
      title: `knows the case ${name}`,
      run: async () =>
        expectAnswer(bench, await peekOf(source), "yes", "an artefact of its own format"),
    })),
    {
      title: "knows what it wrote itself",
      ...bench.unless(bench.writes, "write"),
      run: () => knowsItsOwn(bench),
    },
    { title: "says no to garbage", run: () => refusesGarbage(bench) },
    { title: "never throws", run: () => neverThrows(bench) },
  ],
};

const adviceOf = {
  yes: "look for what marks the format (a root element, a namespace, names of files) in the first 4 KB; byte order marks, envelopes and missing declarations are common.",
  no: "answer yes or maybe only for what marks the format.",
};

function expectAnswer(
  bench: Bench,
  peek: SourcePeek,
  wanted: "yes" | "no",
  what: string,
): Finding[] {
  const answer = bench.adapter.detect(peek);
  return answer === wanted
    ? []
    : [
        {
          broken: `detect answers ${answer} to ${what}; ${wanted} was expected.`,
          advice: adviceOf[wanted],
        },
      ];
}

async function knowsItsOwn(bench: Bench): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, record } of bench.canonical) {
    const written = await bench.write(record);
    if (written.ok)
      findings.push(
        ...expectAnswer(
          bench,
          await peekOf(written.source),
          "yes",
          `the canonical record ${name} as it wrote it`,
        ),
      );
  }
  return findings;
}

async function refusesGarbage(bench: Bench): Promise<Finding[]> {
  const findings = expectAnswer(bench, { parts: [] }, "no", "a source without parts");
  for (const { name, source } of garbage)
    findings.push(...expectAnswer(bench, await peekOf(source), "no", name));
  return findings;
}

function neverThrows({ adapter }: Bench): Finding[] {
  const part = fc.record({
    name: fc.oneof(fc.string(), fc.constantFrom("record.xml", "", "../../etc/passwd")),
    head: fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc
        .string({ unit: "binary" })
        .map((text) => new TextEncoder().encode(`<?xml version="1.0"?><${text}`)),
    ),
  });
  const outcome = fc.check(
    fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
      return ["yes", "maybe", "no"].includes(adapter.detect({ parts }));
    }),
    { seed: 1, numRuns: 300 },
  );
  return outcome.failed
    ? [
        {
          broken: "detect throws, or answers something else than yes, maybe or no.",
          found: [`parts: ${fc.stringify(outcome.counterexample)}`],
          advice: "look at bytes and names without trusting either; answer no when in doubt.",
        },
      ]
    : [];
}
