import { laws } from "../laws/all-laws.ts";
import { Bench } from "./bench.ts";
import { Goldens } from "./goldens.ts";
import { findingsOf } from "./law.ts";
import type { Finding, LawName } from "./law.ts";
import type { SupplierAdapterSuite } from "./supplier-adapter-suite.ts";

/** A check that an adapter did not pass. */
export interface BrokenCheck {
  readonly law: LawName;
  readonly check: string;
  readonly findings: readonly Finding[];
}

/**
 * Runs the laws without a test runner and answers every check that was not passed. `place` is the folder
 * or a file of the adapter's package; goldens are compared and never written.
 */
export async function checkSupplierAdapter(
  suite: SupplierAdapterSuite,
  place: URL,
  only: readonly LawName[] = laws.map(({ name }) => name),
): Promise<readonly BrokenCheck[]> {
  const bench = new Bench(suite, new Goldens(() => false), place);
  const skipped = (law: LawName, title: string) =>
    suite.skip?.some((one) => one.law === law && title.includes(one.check ?? "")) ?? false;
  const broken: BrokenCheck[] = [];
  for (const law of laws) {
    if (!only.includes(law.name)) continue;
    for (const check of law.checks(bench)) {
      const { title, notApplicable } = check;
      if (notApplicable !== undefined || skipped(law.name, title)) continue;
      const findings = await findingsOf(check);
      if (findings.length > 0) broken.push({ law: law.name, check: title, findings });
    }
  }
  return broken;
}
