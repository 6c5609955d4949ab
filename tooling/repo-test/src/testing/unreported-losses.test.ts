import { bytesOf, emptyRecord, newEntry, sourceOfBytes } from "@gp2gp/core";
import type { Loss, PatientRecord } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { unreportedLosses, unreportedText } from "./unreported-losses.ts";
import { withoutCarriedText } from "./without-carried-text.ts";

const coding = {
  system: "snomed",
  code: "195967001",
  display: "Asthma",
  asserted: "source",
} as const;

function recordOf(observations: PatientRecord["observations"]): PatientRecord {
  const patient = { identifiers: [{ system: "nhs-number", value: "9990000018" }] };
  return { ...emptyRecord(patient, { format: "test-format" }), observations };
}

const asthma = {
  ...newEntry("A", 0, {}),
  concept: { codings: [coding] },
  recorded: "1999-05",
} as const;

const degraded = (record: string): Loss => ({
  type: "degraded",
  record,
  section: "observations",
  reason: "no-place",
});

describe("unreportedLosses", () => {
  it("finds a fact that is gone or another, unless a loss names it or what it stands in", () => {
    const { recorded: _, ...undated } = asthma;
    const other = { ...asthma, recorded: "1999-05-01" };
    for (const reread of [undated, other]) {
      const paths = (losses: readonly Loss[]) =>
        unreportedLosses(recordOf([asthma]), recordOf([reread]), losses).map(({ path }) => path);
      expect(paths([])).toEqual(["/observations/0/recorded"]);
      expect(paths([degraded("/observations/0/rec")])).toEqual(["/observations/0/recorded"]);
      expect(paths([degraded("/observations/0/recorded")])).toEqual([]);
      expect(paths([degraded("/observations/0")])).toEqual([]);
    }
  });

  it("finds an entry that is gone, unless losses name each of its facts", () => {
    const facts = ["/id", "/concept", "/recorded"].map((path) =>
      degraded(`/observations/0${path}`),
    );
    const paths = (losses: readonly Loss[]) =>
      unreportedLosses(recordOf([asthma]), recordOf([]), losses).map(({ path }) => path);
    expect(paths(facts.slice(1))).toEqual(["/observations/0"]);
    expect(paths(facts)).toEqual([]);
  });
});

describe("unreportedText", () => {
  const record = recordOf([asthma]);

  it("finds a fact an artefact holds as text alone, unless a loss names it", () => {
    const { recorded: _, ...undated } = asthma;
    expect(unreportedText(record, [recordOf([asthma])], [])).toEqual([]);
    expect(unreportedText(record, [recordOf([undated])], [])).toEqual(["/observations/0/recorded"]);
    expect(
      unreportedText(record, [recordOf([undated])], [degraded("/observations/0/recorded")]),
    ).toEqual([]);
  });

  it("finds every fact of an entry that is not there", () => {
    expect(unreportedText(record, [recordOf([])], [degraded("/observations/0/concept")])).toEqual([
      "/observations/0/id",
      "/observations/0/recorded",
    ]);
  });
});

it("takes carried lines out of XML, and leaves what tells the entry", async () => {
  const source = sourceOfBytes(
    "a.xml",
    new TextEncoder().encode(
      '<a><b>Seen.\n[Carried from the sending system]\n[Id: "A"]\n[Recorded: 1999]</b><c>x\n[y]</c></a>',
    ),
  );
  const [part] = (await withoutCarriedText(source, "ids")).parts;
  if (!part) throw new Error("no part");
  expect(Buffer.from(await bytesOf(part)).toString()).toBe(
    '<a><b>Seen.\n[Carried from the sending system]\n[Id: "A"]</b><c>x\n[y]</c></a>',
  );
});
