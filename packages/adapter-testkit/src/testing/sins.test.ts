import { describe, expect, it } from "vitest";
import { loadCases } from "../cases/load-cases.ts";
import { checkSupplierAdapter } from "../kit/check-supplier-adapter.ts";
import { lawNames } from "../kit/law.ts";
import { sinsOfForm } from "./sins-of-form.ts";
import { sinsOfSubstance } from "./sins-of-substance.ts";

const sins = [...sinsOfForm, ...sinsOfSubstance];

const place = new URL("./", import.meta.url);
const cases = loadCases(new URL("./__fixtures__/", import.meta.url));

describe("the kit", () => {
  it("is tried with sins against every law", () => {
    expect(new Set(sins.map(({ law }) => law))).toEqual(new Set(lawNames));
  });

  it.each(sins)(
    "catches by the law $law an adapter that $name",
    { timeout: 120_000 },
    async (sin) => {
      const suite = { adapter: sin.adapter, cases, arbitraryRecords: 3, generatedSeeds: [] };
      const broken = await checkSupplierAdapter(suite, place, [sin.law]);
      const findings = broken.flatMap((check) => check.findings);
      expect(findings.map((finding) => finding.broken).join("\n")).toMatch(sin.found);
      for (const { advice } of findings) expect(advice).toMatch(/^[a-z].{10,}\.$/s);
    },
  );
});
