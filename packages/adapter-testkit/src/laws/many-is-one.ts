import type { AdapterCase } from "../cases/adapter-case.ts";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";

export const manyIsOne: Law = {
  name: "many-is-one",
  holds: "reading each patient of a source gives what reading that patient alone gives.",
  checks: (bench) =>
    bench.suite.cases.map((one) => ({
      title: one.name,
      ...(bench.adapter.readEach === undefined && {
        notApplicable: "the format holds one patient",
      }),
      run: () => eachAlone(bench, one),
    })),
};

async function eachAlone(bench: Bench, one: AdapterCase): Promise<Finding[]> {
  const findings: Finding[] = [];
  const readings = await bench.readCase(one);
  const keyed = readings.filter(({ patient }) => (patient?.identifiers.length ?? 0) > 0);
  if (keyed.length < readings.filter(({ result }) => result.ok).length)
    findings.push({
      broken: "A patient that was read has no key.",
      advice: "give each reading its patient with the identifiers that tell it from the others.",
    });
  const keys = keyed.map(({ patient }) => JSON.stringify(patient?.identifiers));
  if (new Set(keys).size < keys.length)
    findings.push({
      broken: "Two readings are of the same patient.",
      advice: "gather all rows of a patient, however scattered, into one record.",
    });
  for (const [at, { patient, result }] of keyed.entries()) {
    const alone = await bench.read(one.source, { ...one.read, only: patient?.identifiers ?? [] });
    if (alone.length === 1 && JSON.stringify(alone[0]?.result) === JSON.stringify(result)) continue;
    findings.push({
      broken: `The ${String(at + 1)}. patient is read otherwise alone (context.only) than among all.`,
      found: [`${String(alone.length)} results alone`],
      advice:
        "nothing of one patient may depend on another: ids, order, issues, state. Honour context.only.",
    });
  }
  const { adapter } = bench;
  if (adapter.read && readings.length === 1) {
    const single = await adapter.read(one.source, bench.readContext(one.read));
    if (JSON.stringify(single) !== JSON.stringify(readings[0]?.result))
      findings.push({
        broken: "read gives another result than readEach for a source of one patient.",
        advice: "let one use the other.",
      });
  }
  return findings;
}
