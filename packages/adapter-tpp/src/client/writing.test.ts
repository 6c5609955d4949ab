import {
  bytesOf,
  diffRecords,
  emptyRecord,
  newEntry,
  sourceOfArtefact,
  sourceOfBytes,
} from "@gp2gp/core";
import type {
  AnyEntry,
  Coded,
  EntrySection,
  Observation,
  PatientRecord,
  TerminologyV1,
} from "@gp2gp/core";
import { memoryContent, testContext } from "@gp2gp/adapter-testkit";
import { describe, expect, it } from "vitest";
import { readOk, writeOk } from "../testing/read-and-write.ts";
import { xmlOf } from "../testing/cases.ts";

const asthma: Coded = {
  codings: [
    { system: "read-v2", code: "H33..", display: "Asthma", asserted: "source" },
    { system: "ctv3", code: "H33..", display: "Asthma (disorder)", asserted: "source" },
  ],
};

function recordWith(entries: Partial<Record<EntrySection, readonly AnyEntry[]>>): PatientRecord {
  const record: object = {
    ...emptyRecord(
      { identifiers: [{ system: "nhs-number", value: "9990000069" }] },
      { format: "testkit-generated" },
    ),
    consultations: [
      { ...newEntry("C1", 0, {}), effective: { kind: "point", at: "2010-01-13T15:29:00" } },
    ],
    ...entries,
  };
  return record as PatientRecord;
}

function observation(id: string, more: Partial<Observation> = {}): Observation {
  return {
    ...newEntry(id, 0, {}),
    consultation: "C1",
    concept: asthma,
    effective: { kind: "point", at: "2010-01-13T15:29:00" },
    ...more,
  };
}

async function written(record: PatientRecord, context: Parameters<typeof writeOk>[1] = {}) {
  const result = await writeOk(record, context);
  const read = await readOk(sourceOfArtefact(result.artefact));
  return {
    ...result,
    xml: await xmlOf(result.artefact),
    back: read.record,
    readIssues: read.issues,
  };
}

describe("codes", () => {
  const readOnly: Coded = {
    codings: [{ system: "read-v2", code: "H33..", display: "Asthma", asserted: "source" }],
  };

  it("shows the first code recorded in a scheme of the format and carries the others", async () => {
    const { xml, back } = await written(recordWith({ observations: [observation("O1")] }));
    expect(xml).toContain('<Code Scheme="CTV3" Code="H33.." Term="Asthma (disorder)"/>');
    expect(xml).toContain('[Code 1: Read v2 H33.. "Asthma"]');
    expect(back.observations[0]?.concept).toEqual(asthma);
  });

  it("prefers the scheme the caller asks for", async () => {
    const both: Coded = {
      codings: [
        ...asthma.codings,
        { system: "snomed", code: "195967001", display: "Asthma", asserted: "source" },
      ],
    };
    const record = recordWith({ observations: [observation("O1", { concept: both })] });
    const options = { "tpp-client-xml": { codeScheme: "snomed" } };
    const { xml, back } = await written(record, { options });
    expect(xml).toContain('<Code Scheme="Snomed" Code="195967001" Term="Asthma"/>');
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("shows the stand-in of its kind where there is none, and reads the code itself back", async () => {
    const record = recordWith({ observations: [observation("O1", { concept: readOnly })] });
    const { xml, back, losses } = await written(record);
    expect(xml).toContain('Code="XaLGM"');
    expect(losses).toContainEqual(
      expect.objectContaining({
        record: "/observations/0/concept/codings/0",
        reason: "no-code-map",
        from: readOnly.codings[0],
      }),
    );
    expect(back.observations[0]?.concept).toEqual(readOnly);
  });

  it("shows what a map finds, reports it, and reads the code recorded back alone", async () => {
    const map = { set: "test", release: "1", method: "test", assured: true } as const;
    const mapped = {
      system: "ctv3",
      code: "H33..",
      display: "Asthma",
      asserted: "mapped",
      map,
    } as const;
    const terminology: TerminologyV1 = {
      specificationVersion: "v1",
      translate: () => ({ outcome: "mapped", coding: mapped, from: 0 }),
    };
    const record = recordWith({ observations: [observation("O1", { concept: readOnly })] });
    const { xml, back, losses } = await written(record, { terminology });
    expect(xml).toContain('<Code Scheme="CTV3" Code="H33.." Term="Asthma"/>');
    expect(xml).toContain("[Code mapped: assured, by test 1]");
    expect(losses).toContainEqual({
      type: "translated",
      record: "/observations/0/concept",
      section: "observations",
      reason: "code-translated",
      carriedAs: { part: "record.xml", as: "translation" },
      from: readOnly.codings[0],
      to: mapped,
      assured: true,
    });
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("a code a map found", () => {
  const map = { set: "test", release: "1", method: "test", assured: true } as const;
  const terminology: TerminologyV1 = {
    specificationVersion: "v1",
    translate: ({ targets }) => {
      const coding = { system: "snomed", code: "319775004", asserted: "mapped", map } as const;
      return targets.includes("snomed")
        ? { outcome: "mapped", coding, from: 0 }
        : { outcome: "no-map", reason: "no-map" };
    },
  };
  const drug: Coded = {
    codings: [
      { system: "emis-drug", code: "ASTA1", display: "Aspirin 75mg tablets", asserted: "source" },
    ],
  };
  const prescribed = {
    ...newEntry("M1", 0, {}),
    consultation: "C1",
    concept: drug,
    statement: "M1",
    dosages: ["One daily"],
    quantity: { value: "28", unit: "tablets" },
    effective: { kind: "period", start: "2010-01-13", end: "2010-02-10" } as const,
    type: {
      codings: [{ system: "tpp:medication-type", code: "NHS medication", asserted: "source" }],
    },
  };

  it("of a drug stands under the name it was prescribed by, and the codes recorded are read back alone", async () => {
    const record = recordWith({ issues: [prescribed as AnyEntry] });
    const formatVersion = "client-integration";
    const { xml, back, losses } = await written(record, { terminology, formatVersion });
    expect(xml).toContain(
      '<Drug FullName="Aspirin 75mg tablets" Scheme="Dmd" ProductID="319775004"/>',
    );
    expect(xml).toContain('[Code 1: EMIS drug ASTA1 "Aspirin 75mg tablets"]');
    expect(losses.filter(({ type }) => type === "translated")).toMatchObject([
      { record: "/issues/0/concept", from: drug.codings[0], assured: true },
    ]);
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("is said to be mapped where the codes recorded were lost on the way", async () => {
    const record = recordWith({
      observations: [observation("O1", { concept: drug })],
      issues: [prescribed as AnyEntry],
    });
    const formatVersion = "client-integration";
    const { xml } = await written(record, { terminology, formatVersion });
    // The map has no term: the words recorded stand beside the code.
    expect(xml).toContain('<Code Scheme="Snomed" Code="319775004" Term="Aspirin 75mg tablets"/>');
    const without = xml.replaceAll(/\n\[Code 1: .*?\](?=\n)|<Line>\[Code 1: .*?\]<\/Line>/g, "");
    expect(without.length).toBeLessThan(xml.length - 80);
    const { record: back } = await readOk(
      sourceOfBytes("record.xml", new TextEncoder().encode(without)),
    );
    for (const { concept } of [...back.observations, ...back.issues])
      expect(concept?.codings).toMatchObject([{ code: "319775004", asserted: "mapped" }]);
  });
});

describe("what would say something else as a code", () => {
  const tpp = /<Code Scheme="CTV3" Code="([^"]*)"/;

  it.each<[string, EntrySection, object]>([
    ["a negated finding", "observations", { negated: true }],
    [
      "a finding about somebody else",
      "observations",
      { subject: { relationship: { text: "Father", codings: [] } } },
    ],
    ["a vaccination refused", "immunisations", { outcome: "refused" }],
    ["something planned", "plans", { kind: "diary" }],
    ["a test asked for", "testRequests", {}],
    ["a medicine", "issues", { statement: "S1", dosages: [] }],
  ])("is a stand-in for %s", async (_, section, more) => {
    const entry = { ...observation("O1"), ...more };
    const record = recordWith({ [section]: [entry] });
    const { xml, back } = await written(record);
    expect(tpp.exec(xml)?.[1]).toMatch(/^XaLG[MN]$/);
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("keeps a negated finding out of the problems, and the problem in words", async () => {
    const problem = {
      ...newEntry("P1", 0, {}),
      names: "O1",
      significance: "major" as const,
      links: [],
    };
    const record = recordWith({
      observations: [observation("O1", { negated: true })],
      problems: [problem],
    });
    const { xml, back } = await written(record);
    expect(xml).not.toContain("ProblemSeverity");
    expect(back.problems).toMatchObject([{ id: "P1", names: "O1", significance: "major" }]);
  });

  it("is no number where the amount is only a bound", async () => {
    const value = {
      kind: "quantity",
      quantity: { value: "5", unit: "mg/L", comparator: "<" },
    } as const;
    const record = recordWith({ observations: [observation("O1", { value })] });
    const { xml, back } = await written(record);
    expect(xml).not.toContain("<Value>");
    expect(xml).toContain("[Value: &lt; 5 mg/L]");
    expect(back.observations[0]?.value).toEqual(value);
  });

  it("has no unit of the receiving system's own", async () => {
    const value = { kind: "quantity", quantity: { value: "5" } } as const;
    const { xml } = await written(recordWith({ observations: [observation("O1", { value })] }));
    expect(xml).toMatch(/<Value>5<\/Value>\s*<Units\/>/);
  });
});

describe("where entries stand", () => {
  it("is an event of its own for one of another day, which is no consultation when read", async () => {
    const earlier = observation("O2", { order: 1, effective: { kind: "point", at: "1998-05-12" } });
    const apart = { ...observation("O3", { order: 2 }), consultation: undefined };
    const record = recordWith({ observations: [observation("O1"), earlier, apart as never] });
    const { xml, back } = await written(record);
    expect(xml).toContain('<Event DateTime="1998-05-12T00:00:00">');
    expect(xml.match(/<Event /g)).toHaveLength(3);
    expect(back.consultations.map(({ id }) => id)).toEqual(["C1"]);
    expect(back.observations.map(({ id, consultation }) => [id, consultation])).toEqual([
      ["O1", "C1"],
      ["O2", "C1"],
      ["O3", undefined],
    ]);
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("is remembered where the schema orders items by kind", async () => {
    const narrative = {
      ...newEntry("N1", 0, {}),
      consultation: "C1",
      texts: [{ text: "First.", role: "note" as const }],
    };
    const record = recordWith({
      observations: [observation("O1", { order: 1 })],
      narratives: [narrative],
    });
    const { xml, back } = await written(record);
    expect(xml).toContain("whose entries stood in the order Narrative 1, ClinicalCode 1");
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("does not pad a date: what is less than a day has no time in the event", async () => {
    const consultation = {
      ...newEntry("C1", 0, {}),
      effective: { kind: "point", at: "1999" } as const,
    };
    const { xml, back } = await written({ ...recordWith({}), consultations: [consultation] });
    expect(xml).not.toContain("DateTime=");
    expect(back.consultations[0]?.effective).toEqual(consultation.effective);
  });
});

describe("confidential entries", () => {
  const restricted: Coded = { codings: [{ code: "NOPAT", asserted: "source" }] };
  const problem = {
    ...newEntry("P1", 0, {}),
    names: "O1",
    significance: "major" as const,
    links: [],
  };
  const record = recordWith({
    observations: [
      observation("O1", {
        confidentiality: [restricted],
        texts: [{ text: "Told in confidence", role: "note" }],
      }),
      observation("O2", { within: "O1", order: 1 }),
      observation("O3", { order: 2 }),
    ],
    problems: [problem],
  });

  it("stay behind with what stands in them and what they name", async () => {
    const { xml, losses, back } = await written(record, { confidential: "withhold" });
    expect(xml).not.toContain("Told in confidence");
    expect(losses.filter(({ type }) => type === "withheld").map((loss) => loss.record)).toEqual([
      "/problems/0",
      "/observations/0",
      "/observations/1",
    ]);
    expect(back.observations.map(({ id }) => id)).toEqual(["O3"]);
    expect(back.problems).toEqual([]);
  });

  it("go with their restriction as text where the caller says so, which is reported", async () => {
    const { issues, back } = await written(record, { confidential: "carry" });
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "confidentiality-carried", record: "/observations/0" }),
    );
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("documents", () => {
  const bytes = new TextEncoder().encode("a scan");

  async function recordWithDocument(content: ReturnType<typeof memoryContent>) {
    const stored = await content.put(
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
      { name: "scan.TIF", mediaType: "image/tiff" },
    );
    const document = { ...newEntry("D1", 0, {}), content: stored };
    return recordWith({ documents: [document, { ...document, id: "D2", order: 1 }] });
  }

  it.each(["patient-record", "client-integration"])(
    "are files beside the %s, once each",
    async (formatVersion) => {
      const content = memoryContent();
      const record = await recordWithDocument(content);
      const { artefact } = await writeOk(record, { content, formatVersion });
      expect(
        artefact.parts.map(({ name, mediaType }) => [name.replace(/[0-9a-f]{64}/, "…"), mediaType]),
      ).toEqual([
        ["record.xml", "application/xml"],
        ["documents/….tif", "image/tiff"],
      ]);
      const other = memoryContent();
      const back = await readOk(sourceOfArtefact(artefact), testContext({ content: other }));
      expect(diffRecords(record, back.record)).toEqual([]);
      const [document] = back.record.documents;
      if (document?.content.state !== "stored") throw new Error("not stored");
      const { content: found } = document;
      expect(await bytesOf({ open: () => other.get(found) })).toEqual(bytes);
    },
  );

  it("are written without bytes the store has no longer, and that is said", async () => {
    const record = await recordWithDocument(memoryContent());
    const { artefact, issues, back } = await written(record);
    expect(artefact.parts).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toContain("content-missing-in-store");
    expect(diffRecords(record, back)).toEqual([]);
  });
});
