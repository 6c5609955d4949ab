import { newEntry, roleCoded } from "@gp2gp/core";
import type { AnyEntry, Coded, PatientRecordDraft } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { idOf, recordWith, writeSmall } from "../testing/small-extract.ts";

// gp2gp-messages 2.4: how real EMIS, TPP and Vision extracts say what these records say

const entryOf = (number: number) => newEntry(idOf(number), number, {});
const on = (at: string) => ({ effective: { kind: "point", at } }) as const;
const readV2 = (code: string, display: string): Coded => ({
  codings: [{ system: "read-v2", code, display, asserted: "source" }],
});
const words = (text: string): Coded => ({ text, codings: [] });

/** The message of a record, which is valid and comes back as it was. */
async function written(fill: (draft: PatientRecordDraft) => void) {
  const record = recordWith(fill);
  const message = await writeSmall(record);
  expect(message.errors).toEqual([]);
  const facts = ({ order: _o, source: _s, supplierData: _d, ...entry }: AnyEntry) => entry;
  const sections = ["observations", "allergies", "immunisations", "problems"] as const;
  for (const section of sections)
    expect(message.record[section].map(facts)).toEqual(record[section].map(facts));
  return message;
}

/** The elements of a name, whole. */
const elements = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<${name}[ >].*?</${name}>`, "gs")) ?? [];

describe("a record of another system, as receivers look for it", () => {
  it("has a code in every statement: what receivers cannot know stands in for words, and blocks prescribing", async () => {
    const { xml, losses } = await written((draft) => {
      draft.issues.push({
        ...entryOf(10),
        concept: words("Doxycycline 100mg capsules"),
        statement: idOf(10),
        dosages: [],
      });
      draft.observations.push({ ...entryOf(11), ...on("2011-03-14") });
      draft.allergies.push({
        ...entryOf(12),
        kind: "ingredient",
        substances: [
          {
            codings: [
              { system: "x:ingredient", code: "119", display: "Ibuprofen", asserted: "source" },
            ],
          },
        ],
      });
    });
    for (const name of ["ObservationStatement", "manufacturedMaterial"])
      expect(elements(xml, name).filter((one) => one.includes("<code nullFlavor="))).toEqual([]);
    expect(xml).toContain(
      'code="196421000000109" codeSystem="2.16.840.1.113883.2.1.3.2.4.15" displayName="Transfer-degraded medication entry"><originalText mediaType="text/plain">Doxycycline 100mg capsules<',
    );
    expect(xml).toMatch(/code="196411000000103"[^>]*displayName="Transfer-degraded record entry"/);
    expect(xml).toMatch(/Transfer-degraded drug allergy"><originalText [^>]*>Ibuprofen</);
    expect(losses).toContainEqual(
      expect.objectContaining({ record: "/allergies/0/concept", blocksPrescribing: true }),
    );
  });

  it("has two pressures as one battery", async () => {
    const reading = (number: number, code: string, value: string) => ({
      ...entryOf(number),
      order: number - 11,
      concept: readV2(code, code),
      value: { kind: "quantity", quantity: { value, unit: "mm[Hg]" } } as const,
    });
    const { xml } = await written((draft) =>
      draft.observations.push({
        ...entryOf(10),
        ...on("2011-03-14"),
        components: [reading(11, "2469.00", "138"), reading(12, "246A.00", "82")],
      }),
    );
    const [battery = ""] = elements(xml, "CompoundStatement");
    expect(battery).toMatch(/^<CompoundStatement classCode="BATTERY"/);
    expect(battery).toContain('code="75367002"');
    expect(elements(battery, "ObservationStatement")).toHaveLength(2);
  });

  it("has a problem beside what it names, from when that was", async () => {
    const { xml } = await written((draft) => {
      draft.problems.push({
        ...entryOf(10),
        names: idOf(11),
        activity: "active",
        significance: "major",
        links: [],
      });
      draft.observations.push({
        ...entryOf(11),
        ...on("1999-05-12"),
        concept: readV2("G20..00", "Essential hypertension"),
      });
    });
    const compositions = elements(xml, "ehrComposition");
    expect(compositions).toHaveLength(1);
    expect(compositions[0]).toContain("<originalText>Summary Event Entry</originalText>");
    const [set = ""] = elements(xml, "LinkSet");
    expect(set).toContain('code="394774009"');
    expect(set).toContain('<low value="19990512" updateMode="added"/>');
    expect(set).toMatch(/<availabilityTime value="19990512"/);
    expect(set).toContain(
      `<namedStatementRef classCode="OBS" moodCode="EVN"><id root="${idOf(11)}"/>`,
    );
  });

  it("has an issue that fulfils its course, and a past course complete", async () => {
    const supply = {
      concept: {
        codings: [
          { system: "dmd", code: "317919004", display: "Bendroflumethiazide", asserted: "source" },
        ],
      },
      dosages: ["One each morning"],
    } as const;
    const { xml } = await written((draft) => {
      const author = { role: roleCoded("author"), agent: idOf(1) };
      draft.agents.push({ ...entryOf(1), kind: "person", identifiers: [] });
      draft.authorisations.push({
        ...entryOf(10),
        ...supply,
        ...on("2014-03-26"),
        participants: [author],
        statement: idOf(20),
        kind: "repeat",
        repeatNumber: "6",
        state: "past",
      });
      draft.issues.push({
        ...entryOf(11),
        ...supply,
        ...on("2014-04-26"),
        statement: idOf(21),
        course: { id: idOf(10), link: "inferred" },
      });
    });
    const [authorise = ""] = elements(xml, "ehrSupplyAuthorise");
    expect(authorise).toContain('<statusCode code="COMPLETE" updateMode="added"/>');
    expect(authorise).toContain('<repeatNumber value="6"/>');
    const [prescribe = ""] = elements(xml, "ehrSupplyPrescribe");
    expect(prescribe).toContain(
      `<priorMedicationRef classCode="SBADM" moodCode="INT"><id root="${idOf(10)}"/>`,
    );
    const [first = "", second = ""] = elements(xml, "ehrComposition");
    expect(first).toContain("<originalText>Medication Course Commence</originalText>");
    expect(first).toContain(
      `<time value="20140326"/><agentRef classCode="AGNT"><id root="${idOf(1)}"/>`,
    );
    expect(second).toContain("<originalText>Medication Issue</originalText>");
  });

  it("has allergies in categories by kind, and that there are none as a plain entry", async () => {
    const { xml } = await written((draft) => {
      draft.allergies.push(
        { ...entryOf(10), kind: "drug", substances: [], concept: readV2("14L1.00", "Penicillin") },
        { ...entryOf(11), kind: "non-drug", substances: [], concept: readV2("SN59.00", "Nuts") },
        { ...entryOf(12), kind: "none-known", substances: [], concept: readV2("1151.00", "None") },
      );
    });
    const categories = elements(xml, "CompoundStatement");
    expect(categories.map((one) => /<code code="([^"]+)"/.exec(one)?.[1])).toEqual([
      "14L..00",
      "SN53.00",
    ]);
    expect(elements(xml, "ObservationStatement")).toHaveLength(3);
  });

  it("has no code of something given for an immunisation that was refused", async () => {
    const { xml, losses } = await written((draft) =>
      draft.immunisations.push(
        { ...entryOf(10), outcome: "given", concept: readV2("65E..00", "Influenza vaccination") },
        { ...entryOf(11), outcome: "refused", concept: readV2("65F..00", "Tetanus vaccination") },
      ),
    );
    const [given = "", refused = ""] = elements(xml, "ObservationStatement");
    expect(given).toContain('<code code="65E..00"');
    expect(refused).not.toContain('code="65F..00"');
    expect(refused).toMatch(
      /Transfer-degraded record entry"><originalText [^>]*>Tetanus vaccination: refused</,
    );
    expect(losses.map(({ record }) => record)).toContain("/immunisations/1/concept");
  });

  it("has a report as clusters, and comments that say of whom they are", async () => {
    const { xml } = await written((draft) => {
      draft.testReports.push({
        ...entryOf(10),
        ...on("2018-02-01"),
        kind: "pathology",
        specimens: [{ identifiers: [], material: "Blood" }],
        texts: [{ text: "All normal", role: "comment" }],
      });
      draft.observations.push({
        ...entryOf(11),
        ...on("2018-02-01"),
        within: idOf(10),
        concept: readV2("44P..00", "Serum cholesterol"),
        value: { kind: "quantity", quantity: { value: "5.1", unit: "mmol/L" } },
      });
    });
    expect(xml).toMatch(
      /classCode="CLUSTER"[^>]*>.*code="16488004".*CommentType:AGGREGATE COMMENT SET\nCommentDate:20180201\n\nAll normal.*classCode="CLUSTER".*code="123038009".*code="44P..00"/s,
    );
  });

  it("has documents by reference: of an unknown type as bytes, of an absent one why", async () => {
    const { xml, record } = await written((draft) =>
      draft.documents.push({
        ...entryOf(10),
        texts: [{ text: "Clinic letter", role: "note" }],
        content: { state: "absent", reason: "not-included", name: "letter 1.pdf" },
      }),
    );
    expect(xml).toContain("<text>Clinic letter</text>");
    expect(xml).toContain('mediaType="application/octet-stream"');
    expect(xml).toContain("AbsentAttachment-(not-included)-letter%201.pdf");
    expect(record.documents[0]?.content).toEqual({
      state: "absent",
      reason: "not-included",
      name: "letter 1.pdf",
    });
  });

  it("has topics and headings by the codes of real ones, and its own words", async () => {
    const { xml } = await written((draft) => {
      draft.groups.push(
        { ...entryOf(10), kind: "topic" },
        { ...entryOf(11), kind: "category", within: idOf(10), concept: words("Lab results") },
        { ...entryOf(12), kind: "category", within: idOf(10), concept: words("Feet") },
      );
      draft.narratives.push({
        ...entryOf(13),
        within: idOf(11),
        texts: [{ text: "Seen", role: "note" }],
      });
    });
    const codes = [
      ...xml.matchAll(/<CompoundStatement .*?<code code="([^"]+)"[^>]*>(?:<orig[^>]*>([^<]*))?/gs),
    ];
    expect(codes.map(([, code, text]) => [code, text])).toEqual([
      ["Z....00", undefined],
      ["394617004", "Lab results"],
      ["394841004", "Feet"],
    ]);
  });
});
