import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { ConversionReport } from "./conversion-report.ts";

const about = { input: "in", to: "tpp-client-xml", out: "out", others: ["readme.md"] };
const issue = { code: "content-absent", severity: "warning", message: "m" } as const;
const loss = {
  type: "degraded",
  record: "/observations/0/concept",
  section: "observations",
  reason: "no-code-map",
} as const;

it("is JSON with everything in it, though it is more than memory should hold", async () => {
  await using report = new ConversionReport(about, await temporaryFolder());
  const entries = { observations: 2 };
  const losses = Array.from({ length: 20_000 }, () => loss);
  await report.add({
    name: "a",
    from: "emis-open",
    entries,
    issues: [issue],
    losses,
    ok: true,
    out: "x",
    files: [],
  });
  await report.add({
    name: "b",
    from: "emis-open",
    entries,
    issues: [],
    losses: [],
    ok: false,
    reason: "no",
  });
  const json = JSON.parse(await text(report.json())) as Record<string, unknown>;
  expect(json).toMatchObject({
    from: "emis-open",
    to: "tpp-client-xml",
    input: "in",
    others: ["readme.md"],
    counts: {
      patients: { read: 1, failed: 1 },
      entries: { observations: 4 },
      issues: { warning: 1, error: 0, information: 0 },
      losses: { degraded: 20_000, dropped: 0, translated: 0, withheld: 0 },
    },
    issues: [{ patient: "a", ...issue }],
  });
  expect(json["losses"]).toHaveLength(20_000);
  expect(json["patients"]).toMatchObject([
    { name: "a", ok: true, out: "x", counts: { losses: 20_000 } },
    { name: "b", ok: false, reason: "no" },
  ]);
  expect(report.lossGroups).toEqual([
    { section: "observations", type: "degraded", reason: "no-code-map", count: 20_000 },
  ]);
});

it("is JSON when nothing was read", async () => {
  await using report = new ConversionReport(about, await temporaryFolder());
  expect(JSON.parse(await text(report.json()))).toMatchObject({
    from: null,
    issues: [],
    losses: [],
    patients: [],
  });
});
