import { describe, expect, it } from "vitest";
import { testContext } from "@gp2gp/adapter-testkit";
import { sourceOfBytes } from "@gp2gp/core";
import { cases, sourceOfText, sourceXml } from "../testing/cases.ts";
import { readOk, writeOk } from "../testing/read-and-write.ts";
import { tppClientXmlAdapter } from "./tpp-client-xml-adapter.ts";

/** A record of one patient with the given events. */
function recordOf(events: string, nhsNumber = "9990000077"): string {
  return `<PatientRecord><MessageUID>m</MessageUID><PatientUID>p</PatientUID><OrganisationID/>
    <Patient><Identity><NHSNumber>${nhsNumber}</NHSNumber></Identity><Demographics/>
    <Clinical>${events}</Clinical><NonClinical/></Patient><Metadata/></PatientRecord>`;
}

const code = (inside: string, name = "H33..") =>
  `<ClinicalCode><Code Scheme="CTV3" Code="${name}"/>${inside}</ClinicalCode>`;
const event = (items: string) =>
  `<Event DateTime="2014-03-26T09:06:50" EventUID="1F00000000000001">${items}</Event>`;
const read = (events: string) => readOk(sourceOfText(recordOf(events)));

describe("the uid of a problem", () => {
  const header = (uids: readonly string[], name: string) =>
    code(
      `<ProblemSeverity>Major</ProblemSeverity>${uids.map((uid) => `<LinkedProblemUID>${uid}</LinkedProblemUID>`).join("")}`,
      name,
    );

  it("is the first of its header, and links every entry that has it", async () => {
    const { record } = await read(
      event(header(["A"], "one..") + code("<LinkedProblemUID>A</LinkedProblemUID>", "two..")),
    );
    const [problem] = record.problems;
    expect(problem?.identifiers).toEqual([{ system: "tpp:problem", value: "A" }]);
    expect(problem?.names).toBe(record.observations[0]?.id);
    expect(problem?.links).toEqual([{ target: record.observations[1]?.id, kind: "associated" }]);
  });

  it("is not that of a header before it: it then links the one to the other", async () => {
    const { record } = await read(event(header(["A"], "one..") + header(["A", "B"], "two..")));
    expect(record.problems.map(({ identifiers }) => identifiers)).toEqual([
      [{ system: "tpp:problem", value: "A" }],
      [],
    ]);
    expect(record.problems[0]?.links).toMatchObject([{ target: record.observations[1]?.id }]);
    expect(record.links).toMatchObject([
      { kind: "related", from: record.observations[1]?.id, identifiers: [{ value: "B" }] },
    ]);
  });

  it("that no header has leads to a problem that is not there, which is said", async () => {
    const { record, issues } = await read(event(code("<LinkedProblemUID>Z</LinkedProblemUID>")));
    expect(record.problems).toEqual([]);
    expect(record.links).toMatchObject([
      { kind: "related", identifiers: [{ system: "tpp:problem", value: "Z" }] },
    ]);
    expect(issues.map((issue) => issue.code)).toEqual(["reference-unresolved"]);
  });
});

describe("dates and times", () => {
  it("take midnight to the second for a time that is not known, and nothing else", async () => {
    const { record } = await read(
      `<Event DateTime="1999-05-12T00:00:00"/><Event DateTime="1999-05-12T00:00:01"/><Event DateTime="1999-05-12T00:00:00Z"/>`,
    );
    expect(record.consultations.map(({ effective }) => effective)).toEqual([
      { kind: "point", at: "1999-05-12" },
      { kind: "point", at: "1999-05-12T00:00:01" },
      { kind: "point", at: "1999-05-12T00:00:00Z" },
    ]);
  });

  it("that are none stay where they stood and are reported", async () => {
    const { record, issues } = await read(
      event(
        "<Recall><RecallDate>2014-02-30</RecallDate><Type>x</Type><Status>Seen</Status></Recall>",
      ),
    );
    expect(record.plans[0]).not.toHaveProperty("due");
    expect(issues.map((issue) => issue.code)).toEqual(["date-malformed"]);
    expect(record.residue).toMatchObject([
      {
        kind: "clinical",
        parent: "/plans/0",
        content: { at: ["Recall"], element: { name: "RecallDate" } },
      },
    ]);
  });
});

describe("ids", () => {
  const events = event(code("")) + event(code(""));

  it("are never shared by two patients, whose artefacts are alike", async () => {
    const [one, other] = await Promise.all(
      ["9990000077", "9990000085"].map((number) => readOk(sourceOfText(recordOf(events, number)))),
    );
    const ids = (found: typeof one) =>
      [...(found?.record.consultations ?? []), ...(found?.record.observations ?? [])].map(
        ({ id }) => id,
      );
    expect(new Set([...ids(one), ...ids(other)]).size).toBe(8);
  });

  it("of an event follow its uid, wherever it stands", async () => {
    const alone = await read(event(code("")));
    const after = await read(`<Event/>${event(code(""))}`);
    expect(after.record.observations[0]?.id).toBe(alone.record.observations[0]?.id);
  });
});

describe("carried text that was edited", () => {
  const edited = `Asthma review.
[Carried from the sending system]
[Id: "A1"]
[Effective: some day]`;

  it("stays in the text, whole, and is reported", async () => {
    const { record, issues } = await read(event(code(`<FreeText>${edited}</FreeText>`)));
    // A line that is none of the grammar makes the whole of it words.
    expect(record.observations[0]?.texts).toEqual([{ text: edited, role: "note" }]);
    expect(issues).toEqual([]);
  });

  it("that makes no valid entry stays in the text, and the code that is shown is the entry's", async () => {
    const text = `[Carried from the sending system]
[Recorded as: plans]
[Kind: "no such kind"]`;
    const { record, issues } = await read(event(code(`<FreeText>${text}</FreeText>`, "XaLGM")));
    expect(record.plans).toEqual([]);
    expect(record.observations[0]?.texts).toEqual([{ text, role: "note" }]);
    expect(record.observations[0]?.concept?.codings[0]?.code).toBe("XaLGM");
    expect(issues.map((issue) => issue.code)).toContain("carried-text-unreadable");
  });

  it("about an item that is not there stays a narrative", async () => {
    const text = `Further details of Medication 3
[Carried from the sending system]
[Recorded as: issues]
[Id: "A1"]`;
    const { record, issues } = await read(event(`<Narrative><Line>${text}</Line></Narrative>`));
    expect(record.narratives[0]?.texts).toEqual([{ text, role: "note" }]);
    expect(issues.map((issue) => issue.code)).toEqual(["carried-text-unreadable"]);
  });
});

describe("sources", () => {
  const context = testContext();
  const codes = async (xml: string) => {
    const result = await tppClientXmlAdapter.read(sourceOfText(xml), context);
    return result.ok ? "ok" : result.issues.map((issue) => issue.code);
  };

  it.each([
    ["", "artefact-empty"],
    ["just words", "artefact-unrecognised"],
    ["<PatientRecord><Patient>", "artefact-malformed"],
    ["<MedicalRecord/>", "record-not-found"],
    ["<PatientRecord/>", "record-not-found"],
    [
      "<ClientIntegrationResponse><Error>No patient selected</Error></ClientIntegrationResponse>",
      "record-not-found",
    ],
    [`<All>${recordOf("")}${recordOf("")}</All>`, "records-several"],
    [`<!DOCTYPE x [<!ENTITY e "e">]>${recordOf("")}`, "artefact-malformed"],
    [`${"<a>".repeat(300)}`, "artefact-too-large"],
  ])("that are none are refused with one issue (%#)", async (xml, expected) => {
    expect(await codes(xml)).toEqual([expected]);
  });

  it("are refused when they are of another patient than the one wanted", async () => {
    const source = sourceOfText(recordOf(""));
    const wanted = { only: [{ system: "nhs-number", value: "9990000018" }] };
    const refused = await tppClientXmlAdapter.read(source, { ...context, ...wanted });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: "patient-not-wanted" }] });
    const own = { only: [{ system: "nhs-number", value: "9990000077" }] };
    expect(await tppClientXmlAdapter.read(source, { ...context, ...own })).toMatchObject({
      ok: true,
    });
  });

  it("of several parts are the record and the documents it names; other parts are reported", async () => {
    const xml = recordOf(event("<Attachment><URL>scan.txt</URL></Attachment>"));
    const text = (words: string) => new TextEncoder().encode(words);
    const parts = [
      ...sourceOfBytes("readme.md", text("# notes")).parts,
      ...sourceOfBytes("scan.txt", text("scanned")).parts,
      ...sourceOfText(xml).parts,
    ];
    const { record, issues } = await readOk({ parts });
    expect(record.documents[0]?.content).toMatchObject({ state: "stored", bytes: 7 });
    expect(issues).toMatchObject([{ code: "part-unread", source: { part: "readme.md" } }]);
  });

  it.each(cases)(
    "keep every unknown element and attribute of %s, and report each",
    async (name) => {
      const xml = sourceXml(name);
      const known = await readOk(sourceOfText(xml.replace("ISO-8859-1", "windows-1252")));
      // Something strange at the end of every element that holds elements, and on every start tag after the envelope.
      let count = 0;
      const strange = xml.replaceAll(
        /^( +)<\/(Event|ClinicalCode|Medication|Demographics|Letter|User|Task|CarePlan)>/gm,
        (tag) => {
          count += 1;
          return `<Strange number="${count}">odd ${count}</Strange>${tag}`;
        },
      );
      const { record, issues } = await readOk(
        sourceOfText(strange.replace("ISO-8859-1", "windows-1252")),
      );
      expect(record.residue).toHaveLength(known.record.residue.length + count);
      expect(issues.length).toBe(known.issues.length + count);
      const kept = JSON.stringify(record.residue);
      for (let number = 1; number <= count; number++) expect(kept).toContain(`"odd ${number}"`);
    },
  );
});

describe("an aborted call", () => {
  it("rejects with the signal's reason, reading and writing", async () => {
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    const { record } = await read(event(code("")));
    await expect(
      tppClientXmlAdapter.read(sourceOfText(recordOf("")), testContext({ signal })),
    ).rejects.toBe(reason);
    await expect(writeOk(record, { signal })).rejects.toBe(reason);
  });
});

describe("options", () => {
  it("are refused by name when they are not the format's own", async () => {
    const { record } = await read("");
    const options = { "tpp-client-xml": { codeSchema: "ctv3" } };
    await expect(writeOk(record, { options })).rejects.toThrow(
      /options are not valid: see codeSchema/,
    );
  });

  it("name the message, the unit and the patient", async () => {
    const { record } = await read("");
    const given = { messageUid: "M9", organisationId: "X9", patientUid: "P9" };
    const { artefact } = await writeOk(record, { options: { "tpp-client-xml": given } });
    const [part] = artefact.parts;
    const chunks: Uint8Array[] = [];
    for await (const chunk of part?.open() ?? []) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(
      /<MessageUID>M9<\/MessageUID>\s*<PatientUID>P9<\/PatientUID>\s*<OrganisationID>X9</,
    );
  });
});
