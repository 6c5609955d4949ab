import { newEntry } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import {
  compound,
  homeSmall,
  idOf,
  narrative,
  noPatientAccess,
  observation,
  onTheDay,
  recordWith,
  smallExtract,
  readSmall,
  snomed,
  writeSmall,
} from "../testing/small-extract.ts";

// The numbers are those of gp2gp-messages 1.6, and of its 5.2 where that is said.
const at = (number: number) => newEntry(idOf(number), 0, {});
const linkSet = (code: string, number: number, named: number, rest = "", components = ""): string =>
  `<LinkSet classCode="OBS" moodCode="EVN"><id root="${idOf(number)}"/>${code}<statusCode code="COMPLETE"/><availabilityTime value="20110314"/>${rest}${components}<conditionNamed typeCode="NAME" inversionInd="true"><namedStatementRef classCode="OBS" moodCode="EVN"><id root="${idOf(named)}"/></namedStatementRef></conditionNamed></LinkSet>`;
const request = (number: number, rest = ""): string =>
  `<RequestStatement classCode="OBS" moodCode="RQO"><id root="${idOf(number)}"/>${snomed("3457005", "Referral")}${onTheDay}${rest}</RequestStatement>`;

describe("values and codes", () => {
  it("13: a problem without a severity is not made minor", async () => {
    const { record } = await homeSmall([
      linkSet(snomed("394774009", "Active Problem"), 11, 10),
      observation(10, snomed("195967001", "Asthma")),
    ]);
    expect(record.problems[0]).toMatchObject({ names: idOf(10), activity: "active" });
    expect(record.problems[0]).not.toHaveProperty("significance");
  });

  it("14, 9 of 5.2: a referral without a priority is read without one", async () => {
    const { record, home } = await homeSmall([request(10)]);
    expect(record.referrals[0]).not.toHaveProperty("priority");
    expect(home.xml).not.toContain("<priorityCode");
  });

  it("14: a priority stays the code that it is", async () => {
    const asap = `<priorityCode code="88694003" codeSystem="2.16.840.1.113883.2.1.3.2.4.15" displayName="ASAP"/>`;
    const { home } = await homeSmall([request(10, asap)]);
    expect(home.record.referrals[0]?.priority?.codings[0]).toMatchObject({ code: "88694003" });
  });

  it("15: an interpretation follows its value, and no words are added", async () => {
    const value = `<value xsi:type="PQ" value="31.20" unit="kg/m2"/><interpretationCode code="HI" codeSystem="2.16.840.1.113883.2.1.6.5"/>`;
    const { record, home } = await homeSmall([observation(10, snomed("60621009", "BMI"), value)]);
    expect(record.observations[0]).toMatchObject({
      value: { quantity: { value: "31.20" } },
      texts: [],
    });
    expect(home.xml).toMatch(/<value [^>]*value="31.20"[^>]*\/><interpretationCode code="HI"/);
  });

  it("16, 9 of 5.2: a quantity without a unit or a value is neither null nor an end of the record", async () => {
    const { record, home } = await homeSmall([
      observation(10, snomed("1", "Score"), `<value xsi:type="PQ" value="4" unit="1"/>`),
      observation(11, snomed("1", "Score"), `<value xsi:type="PQ" unit="mmol/L"/>`),
    ]);
    expect(record.observations).toHaveLength(2);
    expect(home.xml).not.toMatch(/"null"|undefined|NaN/);
    expect(home.record.observations[1]?.value).toEqual(record.observations[1]?.value);
  });

  it("16, 14 of 5.2: special characters and placeholders in words are words", async () => {
    const words = 'A < B & "C" ${HOME:-x} {{y}}';
    const record = recordWith(({ narratives }) =>
      narratives.push({ ...at(10), texts: [{ text: words, role: "note" }] }),
    );
    expect((await writeSmall(record)).record.narratives[0]?.texts).toEqual([
      { text: words, role: "note" },
    ]);
  });

  it("17: an unknown code keeps its words and its old codes, in their order (20)", async () => {
    const code = `<code nullFlavor="UNK"><originalText>Sore elbow</originalText><translation code="N094.00" codeSystem="2.16.840.1.113883.2.1.6.2" displayName="Elbow pain"/><translation code="X1" codeSystem="1.2.3.4.5" displayName="Of no known system"/></code>`;
    const { record, home } = await homeSmall([observation(10, code)]);
    expect(record.observations[0]?.concept?.text).toBe("Sore elbow");
    expect(home.record.observations[0]?.concept?.codings.map((one) => one.code)).toEqual([
      "N094.00",
      "X1",
    ]);
    expect(home.xml).toContain(code);
  });

  it("18: what has no code a message can hold gets the stand-in of its class, with its words", async () => {
    const concept = {
      text: "Odd thing",
      codings: [{ system: "local:one", code: "X", asserted: "source" as const }],
    };
    const record = recordWith(({ observations, plans }) => {
      observations.push({ ...at(10), concept } as (typeof observations)[number]);
      plans.push({ ...at(11), order: 1, concept, kind: "recall" });
    });
    const { xml, record: back, losses } = await writeSmall(record);
    expect(xml.match(/<code code="1964\d+" [^>]*><originalText [^>]*>Odd thing</g)).toHaveLength(2);
    expect(losses.map(({ type }) => type)).toContain("degraded");
    expect(back.observations[0]?.concept).toEqual(concept);
  });
});

describe("allergies, problems and readings", () => {
  const allergy = observation(11, snomed("91936005", "Allergy to penicillin"));
  const category = `<code code="14L..00" codeSystem="2.16.840.1.113883.2.1.6.2" displayName="H/O: drug allergy"/>`;

  it("27, 28, 1 and 2 of 5.2: an allergy keeps its kind and onset; category and statement have ids of their own", async () => {
    const { record, home } = await homeSmall([compound("CATEGORY", 10, category, [allergy])]);
    expect(record.allergies[0]).toMatchObject({ id: idOf(11), kind: "drug" });
    expect(record.allergies[0]?.participants).toEqual([]);
    expect(home.errors).not.toContain("id-repeated");
    const onset = recordWith(({ allergies }) =>
      allergies.push({
        ...at(11),
        kind: "drug",
        substances: [],
        effective: { kind: "point", at: "2001" },
        recorded: "2011-03-14",
      }),
    );
    const { xml, errors, record: back } = await writeSmall(onset);
    expect(xml).toContain(
      `<effectiveTime><center value="2001"/></effectiveTime><availabilityTime value="20110314"/>`,
    );
    expect(xml).not.toContain('moodCode="ENV"');
    expect(errors).toEqual([]);
    expect(back.allergies[0]).toMatchObject({ recorded: "2011-03-14", effective: { at: "2001" } });
  });

  it("1 of 5.2: a mood that another system mistyped is named, and the allergy is kept", async () => {
    const mistyped = allergy.replace('moodCode="EVN"', 'moodCode="ENV"');
    const { record, home } = await homeSmall([compound("CATEGORY", 10, category, [mistyped])]);
    expect(record.allergies[0]).toMatchObject({ id: idOf(11), kind: "drug" });
    // It goes home as it came, and the validator says where: to any other system the allergy is a plain one.
    expect(home.errors).toEqual(["mood-code-wrong"]);
    const abroad = recordWith(({ allergies }) =>
      allergies.push(...record.allergies.map(({ supplierData: _, ...plain }) => plain)),
    );
    expect((await writeSmall(abroad)).errors).toEqual([]);
  });

  it("29: two statements of one problem stay two: what was sent is not judged", async () => {
    const { record, home } = await homeSmall([
      observation(10, snomed("195967001", "Asthma...")),
      observation(11, snomed("195967001", "Asthma")),
    ]);
    expect(record.observations).toHaveLength(2);
    expect(home.record.observations).toHaveLength(2);
  });

  it("30, 7 of 5.2: documents of a referral are no problem; a set that names nothing is read", async () => {
    const components = `<component typeCode="COMP"><statementRef classCode="OBS" moodCode="EVN"><id root="${idOf(11)}"/></statementRef></component>`;
    const unspecified = snomed("394776006", "Unspecified problem");
    const { record } = await homeSmall([
      request(10),
      narrative(11, "Letter"),
      linkSet(unspecified, 12, 10, "", components),
    ]);
    expect(record.problems).toEqual([]);
    expect(record.links[0]).toMatchObject({
      kind: "referral-document",
      from: idOf(10),
      targets: [idOf(11)],
    });
    const bare = linkSet(unspecified, 13, 10).replace(/<conditionNamed.*<\/conditionNamed>/, "");
    const alone = await homeSmall([bare]);
    expect(alone.record.problems).toHaveLength(1);
    expect(alone.record.problems[0]).not.toHaveProperty("effective.start");
  });

  it("31: a blood pressure is one reading, and its note stays with it", async () => {
    const reading = (number: number, code: string, value: string) =>
      observation(
        number,
        snomed(code, "Pressure"),
        `<value xsi:type="PQ" value="${value}" unit="mm[Hg]"/>`,
      );
    const battery = compound("BATTERY", 10, snomed("75367002", "Blood pressure"), [
      reading(11, "271649006", "120"),
      reading(12, "271650006", "80"),
      narrative(13, "Sitting"),
    ]);
    const { record, home } = await homeSmall([battery]);
    const within = record.narratives[0]?.within;
    expect(within === undefined || within === idOf(10)).toBe(true);
    expect(JSON.stringify(record).match(/"value":"120"/g)).toHaveLength(1);
    expect(home.xml.match(/value="120"/g)).toHaveLength(1);
    expect(home.xml.match(/Sitting/g)).toHaveLength(1);
  });

  it("33: a plan without words says nothing of its status, and a start alone is a start", async () => {
    const plan = `<PlanStatement classCode="OBS" moodCode="INT"><id root="${idOf(10)}"/>${snomed("1", "Recall")}<statusCode code="COMPLETE"/><effectiveTime><low value="20120101"/></effectiveTime><availabilityTime value="20110314"/></PlanStatement>`;
    const { record, home } = await homeSmall([plan]);
    expect(record.plans[0]).not.toHaveProperty("status");
    expect(home.xml).toContain(`<effectiveTime><low value="20120101"/></effectiveTime>`);
  });
});

describe("pathology", () => {
  const result = observation(13, snomed("1", "Sodium"));
  const comment = narrative(14, "CommentType:USER COMMENT\nCommentDate:20110314103000\n\nSeen");
  const report = (statements: readonly string[]) =>
    compound("CLUSTER", 10, snomed("16488004", "Laboratory"), statements);

  it("35: a result without a specimen and a specimen without a result are both kept", async () => {
    const specimen = compound("CLUSTER", 12, snomed("123038009", "Specimen"), []).replace(
      "</CompoundStatement>",
      `<specimen typeCode="SPC"><specimenRole classCode="SPEC"><id root="1.2.3" extension="DUMMY"/></specimenRole></specimen></CompoundStatement>`,
    );
    const { record, home } = await homeSmall([report([result]), specimen]);
    expect(record.testReports).toHaveLength(1);
    expect(record.observations[0]?.within).toBe(idOf(10));
    expect(JSON.stringify(record)).toContain("DUMMY");
    expect(home.xml).toContain('extension="DUMMY"');
  });

  it("36, 37: a filing comment stays what it is and where it is, and nothing is filed twice", async () => {
    const { record, home } = await homeSmall([
      report([compound("BATTERY", 12, snomed("2", "Set"), [result, comment])]),
    ]);
    expect(record.narratives[0]?.within).toBe(idOf(12));
    expect(home.xml).not.toContain("AGGREGATE COMMENT SET");
    expect(home.xml.match(/USER COMMENT/g)).toHaveLength(1);
    expect(home.xml.match(/16488004/g)).toHaveLength(1);
  });
});

describe("restrictions and documents", () => {
  it("47, 5 of 5.2: what the patient is not to see is marked on every class, through a rebuild", async () => {
    const statements = [
      observation(10, snomed("1", "Finding")),
      narrative(11, "Words"),
      request(12),
      compound("TOPIC", 13, snomed("2", "Topic"), []),
    ].map((one) => one.replace(/(<availabilityTime [^>]*>)/, `$1${noPatientAccess}`));
    const { record, home } = await homeSmall(statements, { confidentiality: noPatientAccess });
    expect(home.xml.match(/code="NOPAT"/g)).toHaveLength(5);
    const rebuilt = structuredClone(record);
    for (const entry of [
      rebuilt.observations,
      rebuilt.narratives,
      rebuilt.referrals,
      rebuilt.groups,
    ].flat())
      Reflect.deleteProperty(entry, "supplierData");
    expect((await writeSmall(rebuilt)).xml.match(/code="NOPAT"/g)).toHaveLength(5);
    const withheld = await writeSmall(record, { version: "UK06" });
    expect(withheld.xml).not.toMatch(/NOPAT|Finding|Words/);
    expect(withheld.issues).toContain("confidential-withheld");
  });

  it("47: a restriction that no message can mark stands in words, and that is said", async () => {
    const confidentiality = [
      { codings: [{ system: "urn:oid:1.2.3", code: "V", asserted: "source" as const }] },
    ];
    const record = recordWith(({ narratives }) =>
      narratives.push({ ...at(10), texts: [{ text: "Words", role: "note" }], confidentiality }),
    );
    const { xml, issues, errors, record: back } = await writeSmall(record);
    expect(xml).not.toContain("<confidentialityCode");
    expect(issues).toContain("confidential-carried");
    expect(errors).toEqual([]);
    expect(back.narratives[0]?.confidentiality).toEqual(confidentiality);
  });

  it("38, 11 of 5.2: a file that did not come keeps its name and its type, whatever characters it has", async () => {
    const name = "file://localhost/letter%20one.svg";
    const reference = `<reference typeCode="REFR"><referredToExternalDocument classCode="DOC" moodCode="EVN"><id root="${idOf(11)}"/>${snomed("25821000000100", "Original text document")}<text mediaType="image/svg+xml"><reference value="${name}"/></text></referredToExternalDocument></reference>`;
    const { record, home, issues } = await homeSmall([narrative(10, "Scan", reference)]);
    expect(record.documents[0]?.content).toMatchObject({ mediaType: "image/svg+xml" });
    expect(issues).toContain("content-absent");
    expect(home.xml).toContain(`mediaType="image/svg+xml"><reference value="${name}"/>`);
  });

  it("13 of 5.2: one bad item is one issue, and not the end of the record", async () => {
    const bad = observation(
      10,
      snomed("1", "Bad"),
      `<value xsi:type="SLIST_PQ"><origin value="x"/></value>`,
    );
    const { record } = await readSmall(
      smallExtract([bad, request(11), observation(12, snomed("1", "Good"))]),
    );
    expect(record.observations).toHaveLength(2);
    expect(record.referrals).toHaveLength(1);
  });
});
