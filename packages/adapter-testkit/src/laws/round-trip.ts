import { diffRecords, renderDifferences, unreportedDifferences } from "@gp2gp/core";
import type { ContentPort, Loss, PatientRecord, RecordDifference } from "@gp2gp/core";
import fc from "fast-check";
import { arbitraryRecord } from "../arbitraries/arbitrary-record.ts";
import { memoryContent } from "../context/memory-content.ts";
import { generateRecord } from "../generator/generate-record.ts";
import type { Bench, Written } from "../kit/bench.ts";
import type { Finding, Law, LawCheck } from "../kit/law.ts";
import { recordFindings } from "./golden.ts";
import { homeVersion } from "./home-version.ts";

export const roundTrip: Law = {
  name: "round-trip",
  holds:
    "what reads back differs from what was written only where a loss says so, and writes the same again.",
  checks: (bench) => {
    const able = bench.unless(bench.reads && bench.writes, "read and write");
    const { generatedSeeds = ["adam", "beatrice"], arbitraryRecords = 40, cases } = bench.suite;
    return bench.versions.flatMap((formatVersion, place): LawCheck[] => {
      const version = place > 0 ? ` (version ${formatVersion})` : "";
      const check = (title: string, record: () => PatientRecord): LawCheck => ({
        title: `${title}${version}`,
        ...able,
        run: () => roundTripFindings(bench, record(), { formatVersion }),
      });
      return [
        ...bench.canonical.map(({ name, record }) =>
          check(`canonical record ${name}`, () => record),
        ),
        ...generatedSeeds.map((seed) =>
          check(`generated life of seed ${String(seed)}`, () => generateRecord({ seed })),
        ),
        {
          title: `arbitrary records${version}`,
          ...able,
          run: () => arbitraryFindings(bench, formatVersion, arbitraryRecords),
        },
        ...(place > 0
          ? []
          : cases.map((one) => ({
              title: `the record of case ${one.name}`,
              ...able,
              run: async () => {
                const findings: Finding[] = [];
                const content = memoryContent();
                for (const { result } of await bench.readCase(one, content)) {
                  if (!result.ok) continue;
                  const home = { formatVersion, ...homeVersion(bench, result.record), content };
                  findings.push(...(await roundTripFindings(bench, result.record, home)));
                }
                return findings;
              },
            }))),
      ];
    });
  },
};

/** What a round trip of one record breaks; nothing when the law holds. */
async function roundTripFindings(
  bench: Bench,
  record: PatientRecord,
  { formatVersion, ...given }: { readonly formatVersion: string; readonly content?: ContentPort },
): Promise<Finding[]> {
  const content = given.content ?? (await bench.contentFor(record));
  const changes = { formatVersion, content, confidential: "carry" as const };
  const written = await bench.write(record, changes);
  if (!written.ok)
    return [
      {
        broken: "The record cannot be written.",
        found: written.issues.map(({ code }) => code),
        advice: "degrade what the format cannot hold, item by item.",
      },
    ];
  const reread = await readBack(bench, written, content);
  if ("finding" in reread) return [reread.finding];
  const findings = recordFindings(reread.record, reread.issues);
  const differences = diffRecords(record, reread.record);
  const unreported = withoutResidueTold(
    unreportedDifferences(record, differences, written.losses),
    written.losses,
  );
  if (unreported.length > 0)
    findings.push({
      broken: "What reads back is not what was written, and no loss says so.",
      found: renderDifferences(unreported).split("\n"),
      advice:
        "hold the fact in the structure of the format; else leave it to carriedLines(facts), report a loss with its pointer, and read it back with readCarriedText and restoreEntry. An entry that was added is invented: find what makes it.",
    });
  const again = await bench.write(reread.record, changes);
  const difference = again.ok ? partsDifference(written, again) : "it is not written at all";
  if (difference !== undefined)
    findings.push({
      broken: "Writing what was read back is not what was written first.",
      found: [difference],
      advice:
        "read a stand-in (a degrade code, a carried line, an id made up) back to what it stands for, so that it is not carried twice; keep order.",
    });
  return findings;
}

/** Clinical residue of another system that was written for people comes back as a narrative: one for each loss that says so. */
function withoutResidueTold(
  differences: readonly RecordDifference[],
  losses: readonly Loss[],
): RecordDifference[] {
  let told = losses.filter(
    ({ section, carriedAs }) => section === "residue" && carriedAs !== undefined,
  ).length;
  return differences.filter(({ kind, section, entry }) => {
    const isNarrative = kind === "added" && section === "narratives" && entry === undefined;
    return !isNarrative || told-- <= 0;
  });
}

type ReadBack =
  | { readonly record: PatientRecord; readonly issues: Parameters<typeof recordFindings>[1] }
  | { readonly finding: Finding };

async function readBack(
  bench: Bench,
  { source }: Written & { readonly ok: true },
  content: ContentPort,
): Promise<ReadBack> {
  const readings = await bench.read(source, { content });
  const [first] = readings;
  if (readings.length === 1 && first?.result.ok)
    return { record: first.result.record, issues: first.result.issues };
  return {
    finding: {
      broken: "What was written does not read back as one record.",
      found: readings.flatMap(({ result }) => result.issues.map(({ code }) => code)),
      advice:
        "write the artefact to disk and read it: it is malformed, or the reader does not know its own writer.",
    },
  };
}

function partsDifference(
  { parts: first }: Written & { readonly ok: true },
  { parts: second }: Written & { readonly ok: true },
): string | undefined {
  const names = (parts: typeof first) => parts.map(({ name }) => name).join(", ");
  if (names(first) !== names(second)) return `parts were ${names(first)}, are ${names(second)}`;
  for (const [index, { name, bytes }] of first.entries()) {
    const other = second[index]?.bytes ?? new Uint8Array();
    const at = bytes.findIndex((byte, place) => byte !== other[place]);
    if (at < 0 && bytes.byteLength === other.byteLength) continue;
    const from = Math.max(0, (at < 0 ? bytes.byteLength : at) - 60);
    const cut = (of: Uint8Array) =>
      JSON.stringify(new TextDecoder().decode(of.slice(from, from + 140)));
    return `${name} from byte ${String(from)}: ${cut(bytes)} became ${cut(other)}`;
  }
  return undefined;
}

async function arbitraryFindings(
  bench: Bench,
  formatVersion: string,
  numRuns: number,
): Promise<Finding[]> {
  let found: Finding[] = [];
  let smallest: PatientRecord | undefined;
  const outcome = await fc.check(
    fc.asyncProperty(arbitraryRecord(), async (record) => {
      const findings = await roundTripFindings(bench, record, { formatVersion });
      if (findings.length === 0) return;
      [found, smallest] = [findings, record];
      throw new Error("broken");
    }),
    { seed: 1, numRuns, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  );
  if (!outcome.failed) return [];
  if (found.length === 0)
    return [
      {
        broken: "Reading or writing an arbitrary record throws.",
        found: [String(outcome.errorInstance), fc.stringify(outcome.counterexample)],
        advice: "a record that fits the schema is always written; look at the stack and mend it.",
      },
    ];
  return [
    ...found,
    {
      broken: "The smallest arbitrary record that shows it:",
      found: [JSON.stringify(filled(smallest))],
      advice: "make it a test of its own.",
    },
  ];
}

/** A record without its empty sections, for reading. */
function filled(record: PatientRecord | undefined): object {
  return Object.fromEntries(
    Object.entries(record ?? {}).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}
