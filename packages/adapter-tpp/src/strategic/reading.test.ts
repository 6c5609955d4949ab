import { describe, expect, it } from "vitest";
import { codesOf, patient, readOne } from "../testing/extracts.ts";

const own = { IDPatient: "1", IDEvent: "5" } as const;
const event = { RowIdentifier: "5", IDPatient: "1", DateEvent: "14 Mar 2011 09:30:00" } as const;
const code = (number: string, cells: Readonly<Record<string, string>> = {}) => ({
  ...own,
  RowIdentifier: number,
  CTV3Code: "XE0Uc",
  IsNumeric: "FALSE",
  ...cells,
});

describe("what TPP extracts do that no other does (supplier formats, section 8)", () => {
  it("row identity: identifiers of any length are kept as they are, and are the entry's own", async () => {
    const { record } = await readOne({ SRCode: [code("9223372036854775807")] });
    expect(record.observations[0]?.identifiers).toEqual([
      { system: "tpp:SRCode", value: "9223372036854775807" },
    ]);
  });

  it("date precision: midnight says that the time is not known, and an empty date that the day is not", async () => {
    const { record } = await readOne({
      SRCode: [
        code("1", { DateEvent: "29 Sep 2011 00:00:00" }),
        code("2", { DateEvent: "29 Sep 2011 14:53:28" }),
        code("3"),
      ],
    });
    expect(record.observations.map(({ effective }) => effective)).toEqual([
      { kind: "point", at: "2011-09-29" },
      { kind: "point", at: "2011-09-29T14:53:28" },
      undefined,
    ]);
  });

  it("clinical against entered time: both are kept", async () => {
    const { record } = await readOne({
      SRCode: [
        code("1", {
          DateEvent: "29 Sep 2011 00:00:00",
          DateEventRecorded: "30 Sep 2011 08:00:00",
        }),
      ],
    });
    expect(record.observations[0]).toMatchObject({
      effective: { at: "2011-09-29" },
      recorded: "2011-09-30T08:00:00",
    });
  });

  it("codes: Y codes are TPP's own, -1 is no SNOMED CT code, case is kept", async () => {
    const { record } = await readOne({
      SRCode: [
        code("1", { CTV3Code: "Y0a12", CTV3Text: "Local", SNOMEDCode: "-1" }),
        code("2", { CTV3Code: "XaCIv", SNOMEDCode: "59621000", SNOMEDText: "Said in words" }),
      ],
    });
    expect(record.observations.map(({ concept }) => concept?.codings)).toEqual([
      [{ system: "tpp", code: "Y0a12", display: "Local", asserted: "source" }],
      [
        { system: "ctv3", code: "XaCIv", asserted: "source" },
        { system: "snomed", code: "59621000", display: "Said in words", asserted: "source" },
      ],
    ]);
  });

  it("values: only what is numeric has a number; a comparator by an id is no comparator", async () => {
    const { record } = await readOne({
      SRCode: [
        code("1", { NumericValue: "0" }),
        code("2", { NumericValue: "7.50" }),
        code("3", { IsNumeric: "true", NumericValue: "7.50", NumericComparator: "<=" }),
        code("4", { IsNumeric: "1", NumericValue: "7.50", NumericComparator: "4" }),
      ],
    });
    expect(record.observations.map(({ value }) => value)).toEqual([
      undefined,
      undefined,
      { kind: "quantity", quantity: { value: "7.50", comparator: "<=" } },
      {
        kind: "text",
        text: "7.50 (with SystmOne comparator 4, whose meaning is not published)",
      },
    ]);
  });

  it("blood pressure: two rows of one event and time are one, in the order they stand in", async () => {
    const reading = (number: string, CTV3Code: string, NumericValue: string) =>
      code(number, { CTV3Code, IsNumeric: "TRUE", NumericValue });
    const { record } = await readOne({
      SREvent: [event],
      SRCode: [
        reading("1", "246A.", "80"),
        code("2", { CTV3Code: "242..", IsNumeric: "TRUE", NumericValue: "64" }),
        reading("3", "2469.", "120"),
      ],
    });
    expect(record.observations).toHaveLength(2);
    expect(record.observations[0]?.components?.map(({ value }) => value)).toMatchObject([
      { quantity: { value: "80" } },
      { quantity: { value: "120" } },
    ]);
  });

  it("blood pressure: what comes in no pairs, or in two events, is not joined", async () => {
    const reading = (number: string, CTV3Code: string, IDEvent: string) =>
      code(number, { CTV3Code, IDEvent, IsNumeric: "TRUE", NumericValue: "90" });
    const apart = await readOne({
      SREvent: [event, { ...event, RowIdentifier: "6" }],
      SRCode: [reading("1", "2469.", "5"), reading("2", "246A.", "6")],
    });
    const unpaired = await readOne({
      SREvent: [event],
      SRCode: ["2469.", "2469.", "246A.", "246A."].map((ctv3, at) => reading(`${at}1`, ctv3, "5")),
    });
    for (const { record } of [apart, unpaired])
      expect(record.observations.flatMap(({ components = [] }) => components)).toEqual([]);
  });

  it("problem: a facet of its code; several over one; repeated ones are one; removing it leaves the code", async () => {
    const facet = (number: string, cells: Readonly<Record<string, string>> = {}) => ({
      ...own,
      RowIdentifier: number,
      IDCode: "1",
      Severity: "Major",
      ...cells,
    });
    const { record, issues } = await readOne({
      SRCode: [code("1")],
      SRProblem: [
        facet("11"),
        facet("12"),
        facet("13", { Severity: "Minor", DateEnd: "01 Jan 2012 00:00:00" }),
        facet("14", { RemovedData: "1" }),
      ],
    });
    const [entry] = record.observations;
    expect(record.problems).toMatchObject([
      { names: entry?.id, significance: "major", activity: "active" },
      {
        names: entry?.id,
        significance: "minor",
        activity: "past",
        effective: { end: "2012-01-01" },
      },
    ]);
    expect(codesOf(issues).filter((one) => one === "entry-deleted")).toHaveLength(1);
    expect(record.residue.map(({ kind }) => kind)).toEqual(["technical"]);
  });

  it("problem: one whose code is not there keeps the code it says", async () => {
    const { record, issues } = await readOne({
      SRProblem: [{ ...own, RowIdentifier: "11", IDCode: "99", CTV3Code: "XE0Uc" }],
    });
    expect(record.problems[0]?.concept?.codings[0]?.code).toBe("XE0Uc");
    expect(codesOf(issues)).toContain("reference-unresolved");
  });

  it("consultation: an administrative event says that it is none of the clinic", async () => {
    const { record } = await readOne({ SREvent: [{ ...event, ClinicalEvent: "FALSE" }] });
    expect(record.consultations[0]?.texts).toEqual([
      { text: "Clinical event: no", role: "displayed" },
    ]);
  });

  it("consultation: an entry whose event is not there stands in none, and that is said", async () => {
    const { record, issues } = await readOne({ SRCode: [code("1")] });
    expect(record.observations[0]?.consultation).toBeUndefined();
    expect(codesOf(issues)).toEqual(["reference-unresolved"]);
  });

  it("medication: templates and issues; an issue keeps a template that is not there; the others were issued elsewhere", async () => {
    const medication = (number: string, cells: Readonly<Record<string, string>>) => ({
      ...own,
      RowIdentifier: number,
      NameOfMedication: "Aspirin",
      DateMedicationStart: "14 Mar 2011 00:00:00",
      DateMedicationEnd: "11 Apr 2011 00:00:00",
      ...cells,
    });
    const { record } = await readOne({
      SREvent: [event],
      SRRepeatTemplate: [{ ...own, RowIdentifier: "21", NameOfMedication: "Aspirin" }],
      SRPrimaryCareMedication: [
        medication("31", { IsRepeatMedication: "TRUE", IDRepeatTemplate: "21" }),
        medication("32", { IsRepeatMedication: "TRUE", IDRepeatTemplate: "-1" }),
        medication("33", { IsRepeatMedication: "TRUE", IDRepeatTemplate: "22" }),
        medication("34", { IsRepeatMedication: "FALSE", IsDentalMedication: "TRUE" }),
      ],
    });
    const [template] = record.authorisations;
    expect(record.issues.map(({ course, method, repeat }) => [course?.id, method, repeat])).toEqual(
      [
        [template?.id, undefined, true],
        [undefined, undefined, true],
        [expect.not.stringContaining(template?.id ?? ""), undefined, true],
        [undefined, "outside", false],
      ],
    );
    expect(record.issues[0]?.effective).toEqual({
      kind: "period",
      start: "2011-03-14",
      end: "2011-04-11",
    });
  });

  it("medication: a quantity in words is number and unit where it says just that", async () => {
    const quantities = ["28 tablet", "2*10 ml", "56"].map((MedicationQuantity, at) => ({
      ...own,
      RowIdentifier: `${at}1`,
      MedicationQuantity,
    }));
    const { record } = await readOne({ SRPrimaryCareMedication: quantities });
    expect(record.issues.map(({ quantity, quantityText }) => [quantity, quantityText])).toEqual([
      [{ value: "28", unit: "tablet" }, undefined],
      [undefined, "2*10 ml"],
      [{ value: "56" }, undefined],
    ]);
  });

  it("drugs: Multilex product and pack and dm+d stand side by side; none of them is needed", async () => {
    const { record } = await readOne({
      SRPrimaryCareMedication: [
        {
          ...own,
          RowIdentifier: "1",
          IDMultiLexProduct: "02782001",
          IDMultiLexPack: "4",
          IDMultiLexDMD: "319773006",
          NameOfMedication: "Aspirin 75mg tablets",
        },
        { ...own, RowIdentifier: "2", IDMultiLexProduct: "-1", NameOfMedication: "St John’s wort" },
      ],
    });
    expect(record.issues.map(({ concept }) => concept)).toMatchObject([
      {
        codings: [
          { system: "multilex", code: "02782001", display: "Aspirin 75mg tablets" },
          { system: "tpp:multilex-pack", code: "4" },
          { system: "snomed", code: "319773006" },
        ],
      },
      { text: "St John’s wort", codings: [] },
    ]);
  });

  it("allergy: a product has the name of the dictionary; a group has none, and that is said", async () => {
    const { record, issues } = await readOne({
      SRDrugSensitivity: [
        { ...own, RowIdentifier: "1", IDDrugCode: "97531", IDEvent: "-1" },
        { ...own, RowIdentifier: "2", IDMultiLexAction: "86", IDEvent: "-1" },
      ],
      SRMedicationReadCodeDetails: [
        { IDMultiLexProduct: "97531", DrugReadCode: "x00CB", DrugReadCodeDesc: "Penicillin V" },
        { IDMultiLexProduct: "97532", DrugReadCode: "x00CC", DrugReadCodeDesc: "Not asked for" },
      ],
    });
    expect(record.allergies.map(({ kind, substances }) => [kind, substances])).toMatchObject([
      ["drug", [{ codings: [{ code: "97531", display: "Penicillin V" }, { code: "x00CB" }] }]],
      ["drug-group", [{ codings: [{ system: "tpp:multilex-action", code: "86" }] }]],
    ]);
    expect(codesOf(issues)).toEqual(["value-unmapped"]);
  });

  it("immunisation: given, refused, consented to, and one whose status does not say that it was given", async () => {
    const { record } = await readOne({
      SRImmunisation: [
        { ...own, RowIdentifier: "1", IDEvent: "-1" },
        { ...own, RowIdentifier: "2", IDEvent: "-1", VaccinationStatus: "Not given" },
      ],
      SRImmunisationConsent: [
        { ...own, RowIdentifier: "3", IDEvent: "-1", ConsentedToVacc: "FALSE" },
        { ...own, RowIdentifier: "4", IDEvent: "-1", ConsentedToVacc: "TRUE" },
      ],
    });
    expect(record.immunisations.map(({ outcome }) => outcome)).toEqual([
      "given",
      "not-stated",
      "refused",
      "not-stated",
    ]);
  });

  it("referral: the last of its statuses is where it stands; whom it names is looked for where the type says", async () => {
    const { record } = await readOne({
      SRReferralOut: [
        {
          ...own,
          IDEvent: "-1",
          RowIdentifier: "1",
          RecipientID: "X9",
          RecipientIDType: "ORGANISATION",
        },
      ],
      SRReferralOutStatusDetails: [
        { ...own, RowIdentifier: "2", IDReferralOut: "1", StatusOfReferralOut: "Sent" },
        { ...own, RowIdentifier: "3", IDReferralOut: "1", StatusOfReferralOut: "Seen" },
      ],
      SROrganisation: [{ RowIdentifier: "901", ID: "X9", Name: "Royal Example Infirmary" }],
    });
    const [referral] = record.referrals;
    expect(referral?.status?.codings[0]?.code).toBe("Seen");
    expect(referral?.texts[0]?.text).toBe("Earlier status: Sent");
    expect(record.agents.find(({ id }) => id === referral?.recipient)?.name).toBe(
      "Royal Example Infirmary",
    );
  });

  it("family history: a plain code, and as such an observation", async () => {
    const { record } = await readOne({ SRCode: [code("1", { CTV3Code: "1246." })] });
    expect(record.observations[0]?.concept?.codings[0]?.code).toBe("1246.");
  });

  it("documents: one without its bytes stays in the record and says so", async () => {
    const { record, issues } = await readOne({
      SRMedia: [
        { ...own, IDEvent: "-1", RowIdentifier: "1", DocumentUID: "ab12", FileName: "a.pdf" },
      ],
    });
    expect(record.documents[0]?.content).toEqual({
      state: "absent",
      reason: "not-included",
      name: "a.pdf",
    });
    expect(codesOf(issues)).toEqual(["content-absent"]);
  });

  it("confidentiality: who is at risk is marked; special notes are not", async () => {
    const { record } = await readOne({
      SRSpecialNotes: [{ IDPatient: "1", RowIdentifier: "1", Note: "Hard of hearing" }],
      SRPersonAtRisk: [{ IDPatient: "1", RowIdentifier: "2", ProtectionPlan: "Plan" }],
    });
    expect(record.alerts.map(({ confidentiality }) => confidentiality.length)).toEqual([0, 1]);
  });

  it("registration: the words of a phrase are each a code, with commas or spaces between", async () => {
    const { record } = await readOne({
      SRPatientRegistration: [
        {
          IDPatient: "1",
          RowIdentifier: "1",
          RegistrationStatus: "Temporary Resident < 16 days, Applied",
          DateDeRegistration: "01 Feb 2011 00:00:00",
        },
      ],
    });
    expect(record.registrations[0]).toMatchObject({
      type: { codings: [{ code: "Temporary Resident < 16 days" }, { code: "Applied" }] },
      end: "2011-02-01",
    });
  });

  it("deceased: a date of death that cannot be read is still of one who died", async () => {
    const { record, issues } = await readOne({
      SRPatient: [{ ...patient, DateDeath: "Sept 2011" }],
    });
    expect(record.patient.deceased).toBe(true);
    expect(codesOf(issues)).toEqual(["date-malformed"]);
  });
});
