import { newEntry, roleCoded } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { receiverProfiles } from "../index.ts";
import {
  agentRef,
  compound,
  homeSmall,
  idOf,
  narrative,
  observation,
  person,
  readSmall,
  recordWith,
  smallExtract,
  snomed,
  writeSmall,
} from "../testing/small-extract.ts";

// The numbers are those of gp2gp-messages 1.6, and of its 5.2 where that is said; each stands in the name of its test here,
// in edge-cases-clinical or in edge-cases-medication. Not of this format:
//   1.6: 5 FHIR lists; 19 URNs of FHIR; 22 FHIR medication; 34 FHIR comments; 39 to 41 and 43 to 46 transport; 48 storage
//   5.2: 4 acknowledgements; 12 the continue message; 15 reasons of refusal
const topicCode = snomed("394776006", "Unspecified problem");
const weight = observation(10, snomed("27113001", "Body weight"));
const at = (number: number) => newEntry(idOf(number), 0, {});

describe("structure", () => {
  it("1: a topic without a category gets one, with an id of its own, where the receiver wants it", async () => {
    const { record, home } = await homeSmall([compound("TOPIC", 11, topicCode, [weight])]);
    expect(home.xml).not.toContain('classCode="CATEGORY"');
    const adapted = await writeSmall(record, { receiver: receiverProfiles.emis });
    expect(adapted.xml).toMatch(/classCode="TOPIC".*classCode="CATEGORY".*27113001/s);
    expect(adapted.issues).toContain("receiver-adapted");
    expect(adapted.errors).not.toContain("id-repeated");
  });

  it("2: an empty record is written with a warning that it is not to be sent", async () => {
    const { issues, xml } = await writeSmall(recordWith(() => undefined));
    expect(issues).toContain("record-empty");
    expect(xml).toContain("<EhrEmpty");
  });

  it("2: a problem whose condition is not there is kept, and is no reason to refuse the record", async () => {
    const linkSet = `<LinkSet classCode="OBS" moodCode="EVN"><id root="${idOf(12)}"/>${snomed("394774009", "Active Problem")}<statusCode code="COMPLETE"/><availabilityTime value="20110314"/><conditionNamed typeCode="NAME" inversionInd="true"><namedStatementRef classCode="OBS" moodCode="EVN"><id root="${idOf(99)}"/></namedStatementRef></conditionNamed></LinkSet>`;
    const { record, home } = await homeSmall([linkSet, weight]);
    expect(record.problems[0]?.names).toBe(idOf(99));
    expect(record.observations).toHaveLength(1);
    expect(home.xml).toContain(idOf(99));
  });

  it("3: a consultation of which only the end is known is not written as an end alone", async () => {
    const effective = { kind: "period", end: "2011-03-14T10:00" } as const;
    const written = await writeSmall(
      recordWith(({ consultations }) => consultations.push({ ...at(2), effective })),
    );
    expect(written.xml).not.toContain("<effectiveTime><high");
    expect(written.errors).toEqual([]);
    expect(written.record.consultations[0]?.effective).toEqual(effective);
  });

  it("3: a start alone becomes a centre for EMIS, and the folder ends with its latest composition", async () => {
    const record = recordWith(({ consultations }) =>
      consultations.push(
        { ...at(2), effective: { kind: "period", start: "2011-03-14" } },
        { ...at(5), order: 1, effective: { kind: "point", at: "2010-01-02" } },
      ),
    );
    const { xml } = await writeSmall(record, { receiver: receiverProfiles.emis });
    expect(xml).toContain('<effectiveTime><center value="20110314"/></effectiveTime>');
    expect(xml).toMatch(
      /<ehrFolder[^>]*>.{0,200}<effectiveTime>(?:<low [^>]*>)?<high value="20110314"\/>/s,
    );
  });

  it("6: a composition without a time is given none, not the time of the extract", async () => {
    const { record, home } = await homeSmall([weight], {
      time: `<effectiveTime><center nullFlavor="NI"/></effectiveTime><availabilityTime nullFlavor="UNK"/>`,
    });
    expect(record.consultations[0]).not.toHaveProperty("effective");
    expect(record.consultations[0]).not.toHaveProperty("recorded");
    expect(record.consultations[0]?.participants[0]?.time).toEqual({ start: "2011-03-14" });
    expect(home.record.consultations[0]).not.toHaveProperty("effective");
  });

  it("7: UUIDs stay ids; any other id is replaced by an upper-case UUID, reported, and comes back", async () => {
    const record = recordWith(({ narratives }) =>
      narratives.push(
        { ...at(10), texts: [{ text: "One", role: "note" }] },
        { ...newEntry("row-2", 1, {}), texts: [{ text: "Two", role: "note" }] },
      ),
    );
    const { xml, issues, errors, record: back } = await writeSmall(record);
    expect(xml).toContain(`<id root="${idOf(10)}"/>`);
    expect(xml).not.toContain('root="row-2"');
    expect(issues).toContain("id-generated");
    expect(errors).toEqual([]);
    expect(back.narratives.map(({ id }) => id)).toEqual([idOf(10), "row-2"]);
  });

  it("7: results stay in their order", async () => {
    const results = [14, 13, 12].map((number) => observation(number, snomed("1", "Result")));
    const { record, home } = await homeSmall([
      compound("BATTERY", 11, snomed("2", "Set"), results),
    ]);
    const ids = [14, 13, 12].map(idOf);
    expect(record.observations.map(({ id }) => id)).toEqual(ids);
    expect(home.record.observations.map(({ id }) => id)).toEqual(ids);
  });
});

describe("people, and what is missing", () => {
  const organisation = `<representedOrganization classCode="ORG" determinerCode="INSTANCE"><name>The Surgery</name></representedOrganization>`;

  it("4: an organisation represented goes for SystmOne only, reported; references lead to the directory", async () => {
    const parts = person().replace("</Agent>", `${organisation}</Agent>`);
    const { record, home } = await homeSmall([weight], { parts });
    expect(home.xml).toContain("<representedOrganization");
    const flat = await writeSmall(record, { receiver: receiverProfiles.tpp });
    expect(flat.xml).not.toContain("<representedOrganization");
    expect(flat.losses).toContainEqual(
      expect.objectContaining({ type: "dropped", section: "agents" }),
    );
    const stranger = recordWith(({ referrals }) =>
      referrals.push({ ...at(10), recipient: idOf(77) }),
    );
    const written = await writeSmall(stranger);
    expect(written.errors).toEqual([]);
    expect(written.record.referrals[0]?.recipient).toBe(idOf(77));
  });

  it("8: a consultation nobody recorded has an author that is not known, and none is made up", async () => {
    const record = recordWith(({ consultations }) => consultations.push(at(2)));
    const { xml, errors, record: back } = await writeSmall(record);
    expect(xml).toMatch(
      /<author [^>]*><time nullFlavor="UNK"\/><agentRef [^>]*><id nullFlavor="UNK"\/>/,
    );
    expect(errors).toEqual([]);
    expect(back.consultations[0]?.participants).toEqual([]);
  });

  it("8: a statement without a participant is read without one", async () => {
    const { record, home } = await homeSmall([weight]);
    expect(record.observations[0]?.participants).toEqual([]);
    expect(home.xml).not.toContain("<Participant ");
  });

  it("9: an issue nobody signed has no participant and no performer", async () => {
    const drug = {
      ...at(10),
      statement: idOf(11),
      dosages: [],
      concept: { text: "A drug", codings: [] },
    };
    const { xml, errors } = await writeSmall(recordWith(({ issues }) => issues.push(drug)));
    expect(xml).not.toMatch(/<Participant |<performer /);
    expect(errors).toEqual([]);
  });

  it("10: an observation without a code is kept, and so is the rest of the record", async () => {
    const { record, home } = await homeSmall([observation(9, ""), weight]);
    expect(record.observations.map(({ id }) => id)).toEqual([idOf(9), idOf(10)]);
    expect(home.record.observations.map(({ id }) => id)).toEqual([idOf(9), idOf(10)]);
    expect(home.xml).not.toMatch(/undefined|"null"/);
  });

  it("11: names: none is made up, several given names and names in one piece are kept", async () => {
    const nameOf = async (name: string) =>
      (await homeSmall([weight], { parts: person(name) })).home.record.agents[0]?.person;
    expect(await nameOf("")).toBeUndefined();
    expect(
      await nameOf("<name><given>Ann</given><given>B</given><family>Okoro</family></name>"),
    ).toMatchObject({ given: ["Ann", "B"], family: ["Okoro"] });
    expect(JSON.stringify(await nameOf("<name>Dr Okoro</name>"))).toContain("Dr Okoro");
  });

  it("12: a device without a maker says nothing of it", async () => {
    const parts = `<part typeCode="PART"><Agent classCode="AGNT"><id root="${idOf(1)}"/><agentDevice classCode="DEV" determinerCode="INSTANCE"><name>Monitor</name></agentDevice></Agent></part>`;
    const { record, home } = await homeSmall([weight], { parts });
    expect(record.agents[0]).toMatchObject({ kind: "device", name: "Monitor" });
    expect(home.xml).not.toMatch(/null\b|undefined/);
  });

  it("42, 3 of 5.2: both versions are read by their class, whatever stands before them", async () => {
    const small = smallExtract([narrative(10, "Words")]);
    for (const before of ["", "\uFEFF", `<?xml version="1.0"?><!-- ${"-x".repeat(300)} -->`])
      expect((await readSmall(`${before}${small}`)).record.narratives).toHaveLength(1);
    const { record } = await readSmall(small);
    for (const version of ["UK06", "UK07"] as const) {
      const { xml, record: back } = await writeSmall(record, { version });
      expect(xml).toContain(`extension="RCMR_IN030000${version}"`);
      expect(back.narratives).toHaveLength(1);
    }
  });

  it("participants keep their roles, whoever they are (10 of 5.2)", async () => {
    const organisationPart = `<part typeCode="PART"><Agent classCode="AGNT"><id root="${idOf(1)}"/><agentOrganization classCode="ORG" determinerCode="INSTANCE"><name>Ward</name></agentOrganization></Agent></part>`;
    const took = `<Participant typeCode="PRF" contextControlCode="OP">${agentRef(1)}</Participant>`;
    const { home } = await homeSmall([observation(10, snomed("1", "Test"), took)], {
      parts: organisationPart,
    });
    expect(home.record.agents[0]?.kind).toBe("organisation");
    expect(home.record.observations[0]?.participants).toEqual([
      { role: roleCoded("performer"), agent: idOf(1) },
    ]);
  });
});
