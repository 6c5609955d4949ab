import { describe, expect, it } from "vitest";
import { newEntry } from "../record/new-entry.ts";
import type { Observation } from "../record/observations.ts";
import { emptyRecord } from "../record/patient-record.ts";
import type { PatientRecord } from "../record/patient-record.ts";
import { diffRecords } from "./diff-records.ts";
import { renderDifferences } from "./render-differences.ts";
import { unreportedDifferences } from "./unreported-differences.ts";

function weight(id: string, kilograms: string, order: number): Observation {
  return {
    ...newEntry(id, order, { pointer: `/somewhere/${id}` }),
    consultation: "C1",
    concept: { codings: [{ system: "ctv3", code: "22A..", asserted: "source" }] },
    effective: { kind: "point", at: "1999-05-12" },
    value: { kind: "quantity", quantity: { value: kilograms, unit: "kg" } },
  };
}

function recordOf(observations: Observation[], nhsNumber = "9990000018"): PatientRecord {
  return {
    ...emptyRecord(
      { identifiers: [{ system: "nhs-number", value: nhsNumber }] },
      { format: "gp2gp-ehr-extract" },
    ),
    consultations: [newEntry("C1", 0, {})],
    observations,
  };
}

describe("the difference between two records", () => {
  it("is nothing between a record and itself, read elsewhere", () => {
    const elsewhere = {
      ...weight("A", "80", 0),
      source: { line: 7 },
      supplierData: { "emis-open": { row: 1 } },
    };
    expect(diffRecords(recordOf([weight("A", "80", 0)]), recordOf([elsewhere]))).toEqual([]);
  });

  it("names a changed fact by its pointer and keeps trailing zeros apart", () => {
    const differences = diffRecords(
      recordOf([weight("A", "80", 0)]),
      recordOf([weight("A", "80.0", 0)]),
    );
    expect(differences).toEqual([
      {
        kind: "changed",
        section: "observations",
        path: "/observations/0/value/quantity/value",
        from: "80",
        to: "80.0",
      },
    ]);
    expect(renderDifferences(differences)).toBe(
      '~ /observations/0/value/quantity/value: "80" became "80.0"',
    );
  });

  it("aligns entries whose ids changed by concept and date, and follows their ids", () => {
    const problem = {
      ...newEntry("P1", 1, {}),
      links: [{ target: "A", kind: "associated" as const }],
    };
    const a = { ...recordOf([weight("A", "80", 0)]), problems: [{ ...problem, names: "A" }] };
    const b = {
      ...recordOf([weight("other-id", "80", 0)]),
      problems: [
        {
          ...problem,
          names: "other-id",
          links: [{ target: "other-id", kind: "associated" as const }],
        },
      ],
    };
    expect(diffRecords(a, b)).toEqual([]);
  });

  it("tells equal entries apart by their order and reports the one that is missing", () => {
    const differences = diffRecords(
      recordOf([weight("A", "80", 0), weight("B", "81", 1)]),
      recordOf([weight("X", "80", 0)]),
    );
    expect(differences).toEqual([
      { kind: "removed", section: "observations", path: "/observations/1" },
    ]);
  });

  it("reports another order of siblings, and takes no notice of gaps in the numbering", () => {
    const before = recordOf([weight("A", "80", 0), weight("B", "81", 1)]);
    expect(diffRecords(before, recordOf([weight("A", "80", 3), weight("B", "81", 9)]))).toEqual([]);
    expect(diffRecords(before, recordOf([weight("A", "80", 1), weight("B", "81", 0)]))).toEqual([
      { kind: "moved", section: "observations", path: "/observations/0" },
    ]);
  });

  it("compares identifiers without regard to order", () => {
    const identifiers = [
      { system: "a", value: "1" },
      { system: "b", value: "2" },
    ];
    const a = recordOf([{ ...weight("A", "80", 0), identifiers }]);
    const b = recordOf([{ ...weight("A", "80", 0), identifiers: identifiers.toReversed() }]);
    expect(diffRecords(a, b)).toEqual([]);
  });

  it("does not care in which order a part names its members", () => {
    const a = recordOf([
      { ...weight("A", "80", 0), confidentiality: [{ text: "NOPAT", codings: [], absent: "OTH" }] },
    ]);
    const b = recordOf([
      { ...weight("A", "80", 0), confidentiality: [{ absent: "OTH", codings: [], text: "NOPAT" }] },
    ]);
    expect(diffRecords(a, b)).toEqual([]);
  });

  it("compares the links of a problem without regard to order", () => {
    const link = (target: string) => ({ target, kind: "associated" as const });
    const links = [link("A"), link("B")];
    const problem = { ...newEntry("P1", 0, {}), names: "A" };
    const weights = [weight("A", "80", 0), weight("B", "81", 1)];
    const a = { ...recordOf(weights), problems: [{ ...problem, links }] };
    const b = { ...recordOf(weights), problems: [{ ...problem, links: links.toReversed() }] };
    expect(diffRecords(a, b)).toEqual([]);
    const fewer = { ...b, problems: [{ ...problem, links: [link("B")] }] };
    expect(diffRecords(a, fewer)).toMatchObject([
      { kind: "removed", path: "/problems/0/links/0/target", from: "A" },
      { kind: "removed", path: "/problems/0/links/0/kind" },
    ]);
  });

  it("compares the patient", () => {
    const differences = diffRecords(recordOf([]), recordOf([], "9990000026"));
    expect(
      differences.filter(({ from, to }) => from === "9990000018" || to === "9990000026"),
    ).toMatchObject([
      { kind: "removed", section: "patient", path: "/patient/identifiers/0/value" },
      { kind: "added", section: "patient", path: "/patient/identifiers/0/value" },
    ]);
  });
});

describe("unreported differences", () => {
  const record = recordOf([weight("A", "80", 0)]);
  const without = recordOf([]);
  const about = { type: "dropped", section: "observations", reason: "no-place" } as const;

  it("are those no loss names", () => {
    const differences = diffRecords(record, without);
    expect(unreportedDifferences(record, differences, [])).toEqual(differences);
    expect(
      unreportedDifferences(record, differences, [{ ...about, record: "/observations/0" }]),
    ).toEqual([]);
  });

  it("hold a removed entry to have each of its facts named", () => {
    const differences = diffRecords(record, without);
    const some = [{ ...about, record: "/observations/0/value" }];
    expect(unreportedDifferences(record, differences, some)).toEqual(differences);
  });

  it("never excuse an entry that was invented", () => {
    const differences = diffRecords(without, record);
    expect(
      unreportedDifferences(without, differences, [{ ...about, record: "/observations/0" }]),
    ).toEqual(differences);
  });
});
