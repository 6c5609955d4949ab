import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { laws } from "../laws/all-laws.ts";
import { Bench } from "./bench.ts";
import { Goldens } from "./goldens.ts";
import { findingsOf, lawNames, renderFindings } from "./law.ts";
import type { Law, LawCheck } from "./law.ts";
import type { SkippedLaw, SupplierAdapterSuite } from "./supplier-adapter-suite.ts";

/** How long one check may take, in milliseconds: reading 250 MB of junk, or hundreds of changed sources. */
const timeout = 180_000;

/**
 * Describes an adapter by the laws every supplier adapter obeys, as vitest suites: one for each law, one
 * test for each case and canonical record. A test that fails says what is broken, where, and what to do.
 * Goldens are written only when vitest runs with `--update`. To be called in a test file of the
 * adapter's package.
 */
export function describeSupplierAdapter(suite: SupplierAdapterSuite): void {
  const { adapter, skip = [] } = suite;
  refuseIdleSkips(skip);
  const updating = () => expect.getState().snapshotState.snapshotUpdateState === "all";
  const place = pathToFileURL(expect.getState().testPath ?? "");
  const bench = new Bench(suite, new Goldens(updating), place);
  describe(`${adapter.id} obeys the law`, () => {
    for (const law of laws)
      describeLaw(
        law,
        law.checks(bench),
        skip.filter((one) => one.law === law.name),
      );
  });
}

function describeLaw(law: Law, checks: readonly LawCheck[], skips: readonly SkippedLaw[]): void {
  const wholly = skips.find(({ check }) => check === undefined);
  if (wholly) {
    it.skip(`${law.name}: not asked, because ${wholly.reason}`, () => undefined);
    return;
  }
  describe(`${law.name}: ${law.holds}`, () => {
    if (checks.length === 0)
      it.skip("has nothing to look at: give the suite cases", () => undefined);
    for (const check of checks) {
      const { title, notApplicable } = check;
      const skipped = skips.find((one) => one.check !== undefined && title.includes(one.check));
      if (notApplicable !== undefined) it.skip(`${title} (${notApplicable})`, () => undefined);
      else if (skipped) it.skip(`${title} (not asked, because ${skipped.reason})`, () => undefined);
      else
        it(title, { timeout }, async () => {
          const findings = await findingsOf(check);
          if (findings.length > 0) expect.fail(renderFindings(law, findings));
        });
    }
  });
}

function refuseIdleSkips(skip: readonly SkippedLaw[]): void {
  for (const { law, reason } of skip) {
    if (!lawNames.includes(law))
      throw new TypeError(`There is no law ${law}: ${lawNames.join(", ")}.`);
    if (reason.trim() === "") throw new TypeError(`A skip of the law ${law} needs a reason.`);
  }
}
