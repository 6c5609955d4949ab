import { describe, expect, it } from "vitest";
import {
  agentRef,
  complete,
  homeSmall,
  idOf,
  noTime,
  observation,
  readSmall,
  smallExtract,
  snomed,
  writeSmall,
} from "../testing/small-extract.ts";

// The numbers are those of gp2gp-messages 1.6, and of its 5.2 where that is said.
const drug = snomed("323509004", "Amoxicillin 250mg capsules");
const day = `<availabilityTime value="20110314"/>`;
const amount = `<quantity value="21" unit="1"><translation value="21"><originalText>capsule</originalText></translation></quantity>`;

const medication = (
  moodCode: string,
  number: number,
  supply: string,
  dosage = "ONE A DAY",
): string =>
  `<MedicationStatement classCode="SBADM" moodCode="${moodCode}"><id root="${idOf(number)}"/>${complete}${noTime}${day}<consumable typeCode="CSM"><manufacturedProduct classCode="MANU"><manufacturedMaterial classCode="MMAT" determinerCode="KIND">${drug}</manufacturedMaterial></manufacturedProduct></consumable><component typeCode="COMP">${supply}</component>${dosage === "" ? "" : `<pertinentInformation typeCode="PERT"><pertinentMedicationDosage classCode="SBADM" moodCode="RMD"><text>${dosage}</text></pertinentMedicationDosage></pertinentInformation>`}</MedicationStatement>`;

const note = (words: string): string =>
  `<pertinentInformation typeCode="PERT"><pertinentSupplyAnnotation classCode="OBS" moodCode="EVN"><text>${words}</text></pertinentSupplyAnnotation></pertinentInformation>`;
const prior = (typeCode: string, element: string, number: number): string =>
  `<${element} typeCode="${typeCode}"><priorMedicationRef classCode="SBADM" moodCode="INT"><id root="${idOf(number)}"/></priorMedicationRef></${element}>`;

const authorise = (
  number: number,
  rest = "",
  code = snomed("394823007", "NHS prescription"),
): string =>
  `<ehrSupplyAuthorise classCode="SPLY" moodCode="INT"><id root="${idOf(number)}"/>${code}${complete}${noTime}${day}<repeatNumber value="0"/>${amount}${rest}</ehrSupplyAuthorise>`;
const prescribe = (number: number, course: number, date = "20110314"): string =>
  `<ehrSupplyPrescribe classCode="SPLY" moodCode="RQO"><id root="${idOf(number)}"/>${snomed("394823007", "NHS prescription")}${complete}<availabilityTime value="${date}"/>${amount}${prior("FLFS", "inFulfillmentOf", course)}</ehrSupplyPrescribe>`;
const discontinue = (number: number, course: number, rest = ""): string =>
  `<ehrSupplyDiscontinue classCode="SPLY" moodCode="RQO"><id root="${idOf(number)}"/><code nullFlavor="UNK"/>${complete}<availabilityTime value="20110320"/>${prior("REV", "reversalOf", course)}${rest}</ehrSupplyDiscontinue>`;

const course = medication("INT", 10, authorise(11));

describe("medication", () => {
  it("21: two issues of one course are two issues, each with its own date, and the course is one", async () => {
    const { record, home } = await homeSmall([
      course,
      medication("ORD", 12, prescribe(13, 11)),
      medication("ORD", 14, prescribe(15, 11, "20110401")),
    ]);
    expect(record.authorisations).toHaveLength(1);
    expect(record.issues.map((one) => one.course)).toEqual([
      { id: idOf(11), link: "source" },
      { id: idOf(11), link: "source" },
    ]);
    expect(record.issues[1]?.supply?.recorded).toBe("2011-04-01");
    expect(home.record.issues).toHaveLength(2);
    expect(home.xml.match(/<MedicationStatement /g)).toHaveLength(3);
  });

  it("23, 8 of 5.2: a stop without a reason, inside a heading, is a stop of its course", async () => {
    const heading = (statement: string): string =>
      `<CompoundStatement classCode="CATEGORY" moodCode="EVN"><id root="${idOf(20)}"/>${snomed("1", "Medication")}${complete}${noTime}${day}<component typeCode="COMP" contextConductionInd="true">${statement}</component></CompoundStatement>`;
    const stop = medication("RMD", 12, discontinue(13, 11), "");
    const { record, home } = await homeSmall([course, heading(stop)]);
    expect(record.discontinuations[0]).toMatchObject({ reverses: [idOf(11)], within: idOf(20) });
    expect(record.discontinuations[0]).not.toHaveProperty("reason.text");
    expect(home.xml).toContain('<code nullFlavor="UNK"/>');
    expect(home.record.discontinuations[0]?.reverses).toEqual([idOf(11)]);
  });

  it("23: the reason of a stop in words is kept with it, and a stopped issue is not left out", async () => {
    const stop = medication("RMD", 14, discontinue(15, 11, note("Rash")), "");
    const { record, home } = await homeSmall([
      course,
      medication("ORD", 12, prescribe(13, 11)),
      stop,
    ]);
    expect(record.discontinuations[0]?.texts).toEqual([{ text: "Rash", role: "note" }]);
    expect(home.xml).toMatch(
      /<ehrSupplyDiscontinue.*?<pertinentSupplyAnnotation[^>]*><text>Rash<\/text>/s,
    );
    expect(home.record.issues).toHaveLength(1);
  });

  it("24, 6 of 5.2: whatever type a prescription is of, it is kept and ends nothing", async () => {
    const odd = `<code code="9bGZ.00" codeSystem="2.16.840.1.113883.2.1.6.2" displayName="A type nobody knows"/>`;
    const { record, home } = await homeSmall([
      medication("INT", 10, authorise(11, "", odd)),
      observation(12, drug),
    ]);
    expect(record.authorisations[0]?.type?.codings[0]).toMatchObject({ code: "9bGZ.00" });
    expect(home.xml).toContain(odd);
    expect(home.record.observations).toHaveLength(1);
  });

  it("25: words that are the same in two places are neither joined nor doubled", async () => {
    const { record, home } = await homeSmall([
      medication("INT", 10, authorise(11, note("ONE A DAY"))),
    ]);
    expect(record.authorisations[0]?.dosages).toEqual(["ONE A DAY"]);
    expect(record.authorisations[0]?.texts).toEqual([{ text: "ONE A DAY", role: "note" }]);
    expect(home.xml.match(/ONE A DAY/g)).toHaveLength(2);
  });

  it("25: an amount in words and one without a unit stay as they are", async () => {
    const words = `<quantity nullFlavor="UNK"><translation><originalText>one tube</originalText></translation></quantity>`;
    const bare = `<quantity value="2"/>`;
    const { record, home } = await homeSmall([
      medication("INT", 10, authorise(11).replace(amount, words)),
      medication("INT", 12, authorise(13).replace(amount, bare)),
    ]);
    expect(record.authorisations[0]?.quantityText).toBe("one tube");
    expect(record.authorisations[1]?.quantity).toMatchObject({ value: "2" });
    expect(home.xml).toContain("one tube");
    expect(home.xml).not.toMatch(/"null"|undefined/);
  });

  it("26: a record that fails leaves nothing behind for the next, and two at once do not mix", async () => {
    const small = smallExtract([course]);
    const alone = await readSmall(small);
    await expect(readSmall(small.slice(0, 900))).rejects.toThrow();
    const others = smallExtract([course.replaceAll("Amoxicillin", "Another")]);
    const [first, second] = await Promise.all([readSmall(small), readSmall(others)]);
    expect(first.record).toEqual(alone.record);
    expect(second.record.authorisations[0]?.concept?.codings[0]?.display).toContain("Another");
  });

  it("13 of 5.2: no dosage, no start, no type and no signature are no reason to refuse a medication", async () => {
    const poor = authorise(11, "", `<code nullFlavor="UNK"/>`).replace(
      day,
      `<availabilityTime nullFlavor="UNK"/>`,
    );
    const { record, home } = await homeSmall([medication("INT", 10, poor, "")]);
    expect(record.authorisations[0]).toMatchObject({ dosages: [], kind: "acute" });
    expect(home.record.authorisations).toHaveLength(1);
  });
});

describe("immunisations", () => {
  it("20, 32: one marked by its code alone is an observation with every detail, signature and role", async () => {
    const details = `<pertinentInformation typeCode="PERT"><sequenceNumber value="+1"/><pertinentAnnotation classCode="OBS" moodCode="EVN"><text>Batch TEST1, left arm</text></pertinentAnnotation></pertinentInformation><Participant typeCode="EP" contextControlCode="OP">${agentRef(1)}</Participant>`;
    const { record, home } = await homeSmall([
      observation(10, snomed("142934010", "Typhoid vaccination"), details),
    ]);
    expect(record.immunisations).toEqual([]);
    expect(record.observations[0]?.texts).toEqual([
      { text: "Batch TEST1, left arm", role: "note" },
    ]);
    expect(record.observations[0]?.participants[0]?.role.codings[0]).toMatchObject({ code: "EP" });
    // EP is no participation type of the schema: it is carried, and comes back.
    expect(home.xml).toContain("EP");
    expect(home.errors).toEqual([]);
    expect(home.record.observations[0]?.participants).toEqual(record.observations[0]?.participants);
  });

  it("32: one of another system comes back with its site, dose, reasons and who gave it", async () => {
    const { record } = await readSmall(smallExtract([observation(10, snomed("1", "Vaccination"))]));
    const [found] = record.observations;
    if (!found) throw new Error("the observation is read");
    const { supplierData: _supplierData, ...shared } = found;
    const immunisation = {
      ...shared,
      outcome: "given" as const,
      site: { text: "Left thigh", codings: [] },
      reasons: [{ text: "Travel", codings: [] }],
    };
    const { record: back, errors } = await writeSmall({
      ...record,
      observations: [],
      immunisations: [immunisation as unknown as (typeof record.immunisations)[number]],
    });
    expect(errors).not.toContain("id-repeated");
    expect(back.immunisations[0]).toMatchObject({
      outcome: "given",
      site: { text: "Left thigh" },
      reasons: [{ text: "Travel" }],
    });
  });
});
