import { testContext } from "@gp2gp/adapter-testkit";
import { describe, expect, it } from "vitest";
import { bundleOf, guid, id, partOf, readBundle, writeBundle } from "../testing/emis-bundle.ts";
import { emisCsvAdapter } from "./emis-csv-adapter.ts";

const code = {
  CodeId: "1",
  Term: "Asthma",
  ReadTermId: "H33",
  SnomedCTConceptId: "195967001",
  EmisCodeCategoryDescription: "Conditions, operations and procedures",
};
const other = { ...code, CodeId: "2", Term: "Wheeze", ReadTermId: "1737" };
const entry = { ObservationGuid: guid(10), CodeId: "1", EffectiveDate: "2020-03-04" };
const active = {
  ObservationGuid: guid(10),
  ProblemStatusDescription: "Active Problem",
  SignificanceDescription: "Significant Problem",
};

describe("a problem", () => {
  it("is a facet of its observation: entries with its code review it, others belong to it", async () => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [code, other],
        Coding_DrugCode: [{ CodeId: "9", Term: "Salbutamol" }],
        CareRecord_Observation: [
          { ...entry, ProblemGuid: guid(10) },
          { ...entry, ObservationGuid: guid(11), ProblemGuid: guid(10) },
          { ...entry, ObservationGuid: guid(12), ProblemGuid: guid(10), CodeId: "2" },
        ],
        Prescribing_DrugRecord: [
          { DrugRecordGuid: guid(13), ProblemObservationGuid: guid(10), CodeId: "9" },
        ],
        Prescribing_IssueRecord: [
          { IssueRecordGuid: guid(14), ProblemObservationGuid: guid(10), CodeId: "9" },
        ],
        CareRecord_Problem: [active],
      }),
    );
    expect(record.observations).toHaveLength(3);
    expect(record.problems).toHaveLength(1);
    expect(record.problems[0]).toMatchObject({
      names: id(10),
      activity: "active",
      significance: "major",
      links: [
        { target: id(11), kind: "review" },
        { target: id(12), kind: "associated" },
        { target: id(13), kind: "associated" },
        { target: id(14), kind: "associated" },
      ],
    });
  });

  it("that is deleted leaves its observation", async () => {
    const { record, codes } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [code],
        CareRecord_Observation: [entry],
        CareRecord_Problem: [{ ObservationGuid: guid(10), Deleted: "true" }],
      }),
    );
    expect([record.problems, record.observations.length, codes]).toEqual([
      [],
      1,
      ["entry-deleted"],
    ]);
    expect(record.residue).toMatchObject([{ kind: "technical" }]);
  });

  it("whose observation has not come along is kept, and goes home", async () => {
    const source = bundleOf({ CareRecord_Problem: [active] });
    const { record, codes } = await readBundle(source);
    expect([record.problems[0]?.names, codes]).toEqual([id(10), ["reference-unresolved"]]);
    const { source: home, losses } = await writeBundle(record);
    expect(losses).toEqual([]);
    const again = await readBundle(home);
    expect([again.record.problems, again.record.observations]).toEqual([record.problems, []]);
  });

  it.each(["Grouped", "Combined", "Evolved", "Replaced"])(
    "keeps that it is %s under another",
    async (relation) => {
      const { record } = await readBundle(
        bundleOf({
          Coding_ClinicalCode: [code],
          CareRecord_Observation: [entry, { ...entry, ObservationGuid: guid(11) }],
          CareRecord_Problem: [
            active,
            {
              ...active,
              ObservationGuid: guid(11),
              ParentProblemObservationGuid: guid(10),
              ParentProblemRelationship: relation,
            },
          ],
        }),
      );
      const [parent, child] = record.problems;
      expect(child).toMatchObject({ parent: parent?.id, parentRelation: relation.toLowerCase() });
    },
  );

  it("keeps words of no list as words", async () => {
    const { record, codes } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [code],
        CareRecord_Observation: [entry],
        CareRecord_Problem: [{ ...active, ProblemStatusDescription: "Dormant Problem" }],
      }),
    );
    expect(record.problems[0]).toMatchObject({ status: { text: "Dormant Problem" } });
    expect(record.problems[0]?.activity).toBeUndefined();
    expect(codes).toEqual(["value-unmapped"]);
  });
});

describe("medication", () => {
  const course = { DrugRecordGuid: guid(10), EffectiveDate: "2020-01-02", CodeId: "9" };
  const drugs = { Coding_DrugCode: [{ CodeId: "9", Term: "Salbutamol" }] };
  const read = async (cells: Readonly<Record<string, string>>) => {
    const { record } = await readBundle(
      bundleOf({ ...drugs, Prescribing_DrugRecord: [{ ...course, ...cells }] }),
    );
    return record.authorisations[0];
  };

  it.each([
    ["Acute", "acute"],
    ["Repeat", "repeat"],
    ["Repeat Dispensing", "repeat-dispensing"],
    ["Automatic", "automatic"],
  ])("is %s", async (PrescriptionType, kind) => {
    expect((await read({ PrescriptionType }))?.kind).toBe(kind);
  });

  it("that is active has not ended, whatever cancellation date is left over", async () => {
    expect(await read({ IsActive: "TRUE", CancellationDate: "2019-01-01" })).toMatchObject({
      state: "current",
      effective: { kind: "point", at: "2020-01-02" },
    });
    expect(await read({ IsActive: "FALSE", CancellationDate: "2021-01-01" })).toMatchObject({
      state: "past",
      effective: { kind: "period", start: "2020-01-02", end: "2021-01-01" },
    });
    expect(await read({ IsActive: "FALSE" })).toMatchObject({
      state: "past",
      effective: { kind: "point", at: "2020-01-02" },
    });
  });

  it("issued without a course has none, and of a course that is not there keeps its name", async () => {
    const { record, codes } = await readBundle(
      bundleOf({
        ...drugs,
        Prescribing_IssueRecord: [
          { IssueRecordGuid: guid(11), CodeId: "9" },
          { IssueRecordGuid: guid(12), CodeId: "9", DrugRecordGuid: guid(13) },
        ],
      }),
    );
    expect(record.issues.map((one) => one.course)).toEqual([
      undefined,
      { id: id(13), link: "source" },
    ]);
    expect(codes).toEqual(["reference-unresolved"]);
  });

  it("keeps an amount in words as words", async () => {
    expect(await read({ Quantity: "a few", QuantityUnit: "tablet(s)" })).toMatchObject({
      quantityText: "a few tablet(s)",
    });
  });

  it("whose course was only inferred does not say in its row that it belongs to it", async () => {
    const { record } = await readBundle(
      bundleOf({
        ...drugs,
        Prescribing_DrugRecord: [course],
        Prescribing_IssueRecord: [{ IssueRecordGuid: guid(11), CodeId: "9" }],
      }),
    );
    const [issue] = record.issues;
    if (!issue) throw new Error("no issue");
    const inferred = { ...issue, course: { id: id(10), link: "inferred" as const } };
    const { artefact, source } = await writeBundle({ ...record, issues: [inferred] });
    const part = artefact.parts.find(({ name }) => name.startsWith("Prescribing_Issue"));
    const rows = new TextDecoder().decode(
      Buffer.concat(part ? await Array.fromAsync(part.open()) : []),
    );
    expect(rows.split("\r\n")[1]?.split(",")[3]).toBe('""');
    expect((await readBundle(source)).record.issues[0]?.course).toEqual(inferred.course);
  });
});

describe("entries of a category", () => {
  const ofCategory = async (
    EmisCodeCategoryDescription: string,
    more: Readonly<Record<string, string>> = {},
    codeMore: Readonly<Record<string, string>> = {},
  ) => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [{ ...code, EmisCodeCategoryDescription, ...codeMore }],
        CareRecord_Observation: [{ ...entry, ...more }],
      }),
    );
    return record;
  };

  it("are allergies: to a drug, unclassed, or that none is known", async () => {
    const kinds = [
      await ofCategory("Allergy and adverse drug reactions"),
      await ofCategory("Allergy and adverse reactions"),
      await ofCategory("Allergy and adverse reactions", {}, { ReadTermId: "1151" }),
      await ofCategory("Unset", { ObservationType: "Allergy" }),
    ].map(({ allergies }) => allergies[0]?.kind);
    expect(kinds).toEqual(["drug", "unspecified", "none-known", "unspecified"]);
  });

  it("are immunisations with batch, site and maker, of which the extract does not say that they were given", async () => {
    const item = (key: string, value: string) =>
      `<item><key codeId="0">${key}</key><value>${value}</value></item>`;
    const Qualifiers = `<qualifier>${item("Batch Number", "T42")}${item("Injection site", "Left arm")}${item("Manufacturer", "bexsero")}${item("Expiry Date", "2021-08")}</qualifier>`;
    const { immunisations } = await ofCategory("Immunisations", { Qualifiers });
    expect(immunisations[0]).toMatchObject({
      outcome: "not-stated",
      batchNumber: "T42",
      site: { text: "Left arm" },
      manufacturer: "bexsero",
      expires: "2021-08",
    });
  });

  it("are family history, whose relative is whom they are about", async () => {
    const Qualifiers =
      '<qualifier><item><key codeId="0">Family member</key><value>Father</value></item></qualifier>';
    const { observations } = await ofCategory("Family history", { Qualifiers });
    expect(observations[0]).toMatchObject({
      category: "family-history",
      subject: { relationship: { text: "Father" } },
    });
  });

  it("are requests", async () => {
    expect((await ofCategory("Investigation requests")).testRequests).toHaveLength(1);
  });

  it("are referrals where a row says so, with a target that need not be there", async () => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [code],
        CareRecord_Observation: [entry],
        CareRecord_ObservationReferral: [
          {
            ObservationGuid: guid(10),
            ReferralUrgency: "2 week wait",
            ReferralServiceType: "Inbound",
            ReferralUBRN: "000012345678",
          },
        ],
      }),
    );
    expect(record.referrals[0]).toMatchObject({
      id: id(10),
      urgency: "two-week-wait",
      direction: "inbound",
      identifiers: [{ system: "ubrn", value: "000012345678" }],
    });
    expect(record.observations).toEqual([]);
  });
});

describe("the patient", () => {
  it("who died or left is dead, or gone", async () => {
    const { record } = await readBundle(
      bundleOf({
        Admin_Patient: [
          {
            NhsNumber: "9990004803",
            DateOfDeath: "2020-01-02",
            DateOfRegistration: "2001-01-01",
            DateofDeactivation: "2020-01-05",
            PatientTypeDescription: "  Regular",
          },
        ],
      }),
    );
    expect(record.patient).toMatchObject({ deathDate: "2020-01-02", deceased: true });
    expect(record.registrations).toMatchObject([
      { start: "2001-01-01", end: "2020-01-05", type: { codings: [{ code: "4" }] } },
    ]);
  });

  it("who is there for a time has a temporary address", async () => {
    const { record } = await readBundle(
      bundleOf({ Admin_Patient: [{ PatientTypeDescription: "Temporary", Town: "Exampleton" }] }),
    );
    expect(record.patient.addresses).toEqual([{ use: "temporary", town: "Exampleton" }]);
  });

  it("who is a test, or under a restriction, is so for all to see", async () => {
    const { record, codes } = await readBundle(
      bundleOf({
        Admin_Patient: [{ NhsNumber: "9990004803", DummyType: "TRUE", SpineSensitive: "true" }],
      }),
    );
    expect(codes).toEqual(["patient-is-test"]);
    expect(record.alerts[0]?.texts).toHaveLength(2);
  });

  it("who is deleted is not read, though rows are left", async () => {
    const source = bundleOf({
      Admin_Patient: [{ Deleted: "TRUE" }, { PatientGuid: guid(3), NhsNumber: "9990004811" }],
      CareRecord_Observation: [entry],
    });
    const readings = await Array.fromAsync(emisCsvAdapter.readEach(source, testContext()));
    expect(readings.map(({ result }) => [result.ok, result.issues.at(-1)?.code])).toEqual([
      [false, "patient-deleted"],
      [true, undefined],
    ]);
  });

  it("who has left the feed is no patient for the sake of slots", async () => {
    const { codes } = await readBundle(
      bundleOf({ Appointment_Slot: [{ SlotGuid: guid(10), PatientGuid: guid(99) }] }),
    );
    expect(codes).toEqual(["patient-departed"]);
  });
});

describe("people and words", () => {
  it("are users in one role, with their organisation and those over it", async () => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [code],
        Admin_UserInRole: [
          {
            UserInRoleGuid: guid(20),
            Surname: "Testworthy",
            JobCategoryCode: "R0260",
            JobCategoryName: "General Medical Practitioner",
          },
        ],
        Admin_Organisation: [
          {
            OrganisationGuid: guid(2),
            OrganisationName: "Surgery",
            ParentOrganisationGuid: guid(3),
          },
          { OrganisationGuid: guid(3), OrganisationName: "Partnership" },
          { OrganisationGuid: guid(4), OrganisationName: "Nobody's" },
        ],
        CareRecord_Observation: [{ ...entry, ClinicianUserInRoleGuid: guid(20) }],
      }),
    );
    expect(record.agents.map(({ id: own, represents }) => [own, represents])).toEqual([
      [id(2), id(3)],
      [id(20), id(2)],
      [id(3), undefined],
    ]);
  });

  it("are the original term where its file came along", async () => {
    const line = ["50002", "Z00002", id(1).toLowerCase(), id(10).toLowerCase(), 'Wheezy "chest"'];
    const { record } = await readBundle(
      bundleOf(
        { Coding_ClinicalCode: [code], CareRecord_Observation: [entry] },
        { "EMIS_OriginalTerms_20200101.txt": `${line.join("\t")}\r\n` },
      ),
    );
    expect(record.observations[0]?.concept?.text).toBe('Wheezy "chest"');
  });

  it("are UTF-8, and nothing else", async () => {
    const read = await readBundle(
      bundleOf({ Admin_Patient: [{ Surname: "Łódź-Ñandú 日本", NhsNumber: "9990004803" }] }),
    );
    expect(read.record.patient.names).toEqual([{ family: ["Łódź-Ñandú 日本"] }]);
    const part = partOf("Admin_Patient.csv", '"PatientGuid"\r\n"x"\r\n');
    const latin = {
      ...part,
      async *open() {
        yield await Promise.resolve(
          Buffer.from('"PatientGuid","Surname"\r\n"x","\xC9"\r\n', "latin1"),
        );
      },
    };
    const [failed] = await Array.fromAsync(
      emisCsvAdapter.readEach({ parts: [latin] }, testContext()),
    );
    expect(failed?.result.ok).toBe(false);
    expect(failed?.result.issues.at(-1)).toMatchObject({
      code: "charset-wrong",
      source: { line: 2 },
    });
  });
});

describe("a bundle", () => {
  it("that is encrypted is refused in plain words", async () => {
    const source = {
      parts: [
        partOf(
          "291_Admin_Patient_20150211164536_45E7CD20-EE37-41AB-90D6-DC9D4B03D102.csv.gpg",
          "\u0085\u0001",
        ),
      ],
    };
    const [reading] = await Array.fromAsync(emisCsvAdapter.readEach(source, testContext()));
    expect(reading?.result).toMatchObject({ ok: false, issues: [{ code: "file-encrypted" }] });
    expect(
      emisCsvAdapter.detect({
        parts: [{ name: source.parts[0]?.name ?? "", head: new Uint8Array() }],
      }),
    ).toBe("yes");
  });

  it("is known by the names of either version, and bare", () => {
    const head = new TextEncoder().encode('\uFEFF"PatientGuid","OrganisationGuid"\r\n');
    const names = [
      "291_Admin_Patient_20150211164536_45E7CD20-EE37-41AB-90D6-DC9D4B03D102.csv",
      "291-295_Admin_Patient_20150211164536_45E7CD20-EE37-41AB-90D6-DC9D4B03D102.csv",
      "EMIS/bulk_95047_Admin_Patient_20231017043213_F95EE3AF-0B9D-40EB-8B28-8E858EF0091F.csv",
      "Admin_Patient.csv",
    ];
    expect(names.map((name) => emisCsvAdapter.detect({ parts: [{ name, head }] }))).toEqual(
      names.map(() => "yes"),
    );
    expect(emisCsvAdapter.detect({ parts: [{ name: "SRPatient.csv", head }] })).toBe("no");
  });

  it("is written under the names of its version where it is told their parts", async () => {
    const { record } = await readBundle(bundleOf({}));
    const bundle = {
      processingId: "291",
      agreement: "45E7CD20-EE37-41AB-90D6-DC9D4B03D102",
      madeAt: "20200101000000",
    };
    const options = { "emis-csv": { bundle, allFiles: true } };
    const named = async (formatVersion: string) =>
      (await writeBundle(record, { formatVersion, options })).artefact.parts.map(
        ({ name }) => name,
      );
    const [late, early] = [await named("8.2"), await named("5.4")];
    expect([late.length, early.length]).toEqual([21, 20]);
    expect(late[0]).toBe(`bulk_291_Admin_Patient_20200101000000_${bundle.agreement}.csv`);
    expect(early[0]).toBe(`291_Admin_Patient_20200101000000_${bundle.agreement}.csv`);
  });
});

describe("a row that came as one kind of entry", () => {
  it("stays that where what made it so is no longer there", async () => {
    const head = { ...code, EmisCodeCategoryDescription: "Haematology" };
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [head],
        CareRecord_Observation: [
          { ...entry, ObservationType: "Observation" },
          { ...entry, ObservationGuid: guid(11), ParentObservationGuid: guid(10), Value: "1" },
        ],
      }),
    );
    expect(record.testReports).toHaveLength(1);
    const { source } = await writeBundle({ ...record, observations: [] });
    const again = await readBundle(source);
    expect(again.record.testReports).toMatchObject([{ id: id(10), kind: "pathology" }]);
    expect(again.record.observations).toEqual([]);
  });
});
