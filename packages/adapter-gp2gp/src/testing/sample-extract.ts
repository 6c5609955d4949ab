import type { EhrComposition, EhrExtract, Statement } from "@gp2gp/hl7v3";
import { buildEhrExtractMessage, ehrExtract, oids, withDefaults } from "@gp2gp/hl7v3";
import type { ExtractToValidate } from "../validate/validate-extract.ts";

/** An id of the sample: a letter and a digit, filled up to a UUID. */
export const uuid = (name: string): string => `${name.padEnd(8, "0")}-0000-4000-8000-000000000000`;

const snomed = oids.snomedCt.oid;
const readV2 = oids.readV2.oid;
const complete = { statusCode: { code: "COMPLETE" } };
const on = (day: string) => ({
  effectiveTime: { center: { value: day } },
  availabilityTime: { value: day },
});
const notForPatient = {
  confidentialityCode: { code: "NOPAT", codeSystem: oids.confidentiality.oid },
};
const agentRef = (name: string) => ({ agentRef: { id: { root: uuid(name) } } });

const finding: Statement = {
  kind: "ObservationStatement",
  id: { root: uuid("B3") },
  code: {
    code: "22K..00",
    codeSystem: readV2,
    displayName: "Body mass index",
    translation: [{ code: "60621009", codeSystem: snomed, displayName: "Body mass index" }],
  },
  ...complete,
  ...on("20190102"),
  ...notForPatient,
  value: { dataType: "PQ", value: "31.20", unit: "kg/m2" },
  interpretationCode: { code: "HI", codeSystem: oids.pathologyInterpretation.oid },
  referenceRange: [
    {
      referenceInterpretationRange: {
        text: { content: "to 30" },
        value: { low: { value: "18.5" }, high: { value: "30" } },
      },
    },
  ],
  Participant: [{ typeCode: "PRF", ...agentRef("A1") }],
};

const letter: Statement = {
  kind: "NarrativeStatement",
  id: { root: uuid("B4") },
  text: { content: "A letter" },
  ...complete,
  availabilityTime: { value: "20190102" },
  ...notForPatient,
  reference: [
    {
      referredToExternalDocument: {
        id: { root: uuid("B5") },
        code: { code: "25821000000100", codeSystem: snomed },
        text: { mediaType: "text/plain", reference: { value: "file://localhost/letter.txt" } },
        ...notForPatient,
        author: [agentRef("A2")],
      },
    },
  ],
};

const plan: Statement = {
  kind: "PlanStatement",
  id: { root: uuid("B6") },
  code: { code: "66AP.00", codeSystem: readV2, displayName: "Recall" },
  ...complete,
  ...on("20300101"),
  availabilityTime: { value: "20190102" },
  reason: [
    { justifyingStatementRef: { classCode: "OBS", moodCode: "EVN", id: { root: uuid("B3") } } },
  ],
};

const request: Statement = {
  kind: "RequestStatement",
  id: [{ root: uuid("B7") }],
  code: { code: "8H...00", codeSystem: readV2, displayName: "Referral" },
  ...complete,
  ...on("20190102"),
  responsibleParty: agentRef("A3"),
  sequelTo: [
    { priorStatementRef: { classCode: "OBS", moodCode: "EVN", id: { root: uuid("B3") } } },
  ],
};

const registration: Statement = {
  kind: "RegistrationStatement",
  id: { root: uuid("B8") },
  code: { code: "25891000000102", codeSystem: snomed },
  ...complete,
  ...on("20190102"),
};

const heading: Statement = {
  kind: "CompoundStatement",
  classCode: "CATEGORY",
  id: [{ root: uuid("B2") }],
  code: { code: "394831002", codeSystem: snomed },
  ...complete,
  ...on("20190102"),
  component: [finding, letter, plan, request, registration].map((statement) => ({ statement })),
};

const topic: Statement = {
  kind: "CompoundStatement",
  classCode: "TOPIC",
  id: [{ root: uuid("B1") }],
  code: { code: "Z....00", codeSystem: readV2 },
  ...complete,
  ...on("20190102"),
  component: [{ statement: heading }],
};

const problem: Statement = {
  kind: "LinkSet",
  id: { root: uuid("B9") },
  code: {
    code: "394774009",
    codeSystem: snomed,
    qualifier: [{ inverted: "false", name: { code: "386134007", codeSystem: snomed } }],
  },
  ...complete,
  availabilityTime: { value: "20190102" },
  ...notForPatient,
  component: [{ statementRef: { classCode: "OBS", moodCode: "EVN", id: { root: uuid("B4") } } }],
  conditionNamed: {
    namedStatementRef: { classCode: "OBS", moodCode: "EVN", id: { root: uuid("B3") } },
  },
};

const comment: Statement = {
  kind: "NarrativeStatement",
  id: { root: uuid("C5") },
  text: { content: "CommentType:USER COMMENT\nCommentDate:20190102103000\n\nSeen" },
  ...complete,
  availabilityTime: { value: "20190102" },
};

const result: Statement = {
  kind: "ObservationStatement",
  id: { root: uuid("C4") },
  code: { code: "XE2q0", codeSystem: oids.ctv3.oid, displayName: "Sodium" },
  ...complete,
  ...on("20190102"),
  value: { dataType: "IVL_PQ", low: { value: "130" }, high: { value: "140" } },
};

const group = (
  classCode: string,
  name: string,
  code: string,
  statements: readonly Statement[],
): Extract<Statement, { kind: "CompoundStatement" }> => ({
  kind: "CompoundStatement",
  classCode,
  id: [{ root: uuid(name) }],
  code: { code, codeSystem: code.includes(".") ? readV2 : snomed },
  ...complete,
  ...on("20190102"),
  component: statements.map((statement) => ({ statement })),
});

const specimen: Statement = {
  ...group("CLUSTER", "C2", "123038009", [group("BATTERY", "C3", "44J3.00", [result, comment])]),
  specimen: [
    {
      specimenRole: {
        id: [{ root: oids.pathologySpecimen.oid, extension: "S1" }],
        specimenSpecimenMaterial: { desc: { content: "Blood" } },
      },
    },
  ],
};

const allergy = group("CATEGORY", "C6", "14L..00", [
  {
    kind: "ObservationStatement",
    id: { root: uuid("C7") },
    code: { code: "02782001", codeSystem: oids.multilex.oid, displayName: "A drug" },
    ...complete,
    ...on("20190102"),
  },
]);

const nothing: Statement = { kind: "EhrEmpty", moodCode: "EVN", id: { root: uuid("C8") } };

type Supply = NonNullable<
  NonNullable<Extract<Statement, { kind: "MedicationStatement" }>["component"]>[number]["supply"]
>;

const medication = (moodCode: string, name: string, supply: Supply): Statement => ({
  kind: "MedicationStatement",
  moodCode,
  id: { root: uuid(name) },
  ...complete,
  ...on("20190103"),
  consumable: [
    {
      manufacturedProduct: {
        manufacturedMaterial: {
          determinerCode: "KIND",
          code: { code: "59329020", codeSystem: oids.gemscript.oid, displayName: "A drug" },
        },
      },
    },
  ],
  component: [{ supply }],
  pertinentInformation: [
    { pertinentMedicationDosage: { moodCode: "RMD", text: { content: "One a day" } } },
  ],
});

const issued = {
  code: { code: "9bG0.00", codeSystem: readV2 },
  ...complete,
  availabilityTime: { value: "20190103" },
  quantity: { value: "28", unit: "1", translation: [{ originalText: { content: "tablet" } }] },
};
const prior = (name: string) => ({
  priorMedicationRef: { moodCode: "INT", id: { root: uuid(name) } },
});

const medications: readonly Statement[] = [
  medication("INT", "D1", {
    kind: "ehrSupplyAuthorise",
    id: { root: uuid("D2") },
    ...issued,
    repeatNumber: { value: "5" },
  }),
  medication("ORD", "D3", {
    kind: "ehrSupplyPrescribe",
    moodCode: "RQO",
    id: { root: uuid("D4") },
    ...issued,
    inFulfillmentOf: prior("D2"),
  }),
  medication("EVN", "D5", {
    kind: "ehrSupplyDispense",
    id: { root: uuid("D6") },
    ...issued,
    inFulfillmentOf: prior("D4"),
  }),
  medication("RMD", "D7", {
    kind: "ehrSupplyDiscontinue",
    id: { root: uuid("D8") },
    code: issued.code,
    ...complete,
    availabilityTime: { value: "20190103" },
    reversalOf: [prior("D2")],
  }),
];

function composition(
  name: string,
  code: string,
  day: string,
  statements: readonly Statement[],
): EhrComposition {
  return {
    id: { root: uuid(name) },
    code: { code, codeSystem: snomed },
    ...complete,
    ...on(day),
    author: { time: { value: day }, ...agentRef("A1") },
    Participant2: [{ typeCode: "RESP", ...agentRef("A2") }],
    component: statements.map((statement) => ({ statement })),
  };
}

const organisation = {
  agentOrganizationSDS: { id: { root: oids.odsCode.oid, extension: "A82001" } },
};
const signed = { time: { value: "20200101" }, AgentOrgSDS: organisation };

const extract: EhrExtract = {
  id: { root: uuid("E1") },
  ...complete,
  availabilityTime: { value: "20200101120000" },
  recordTarget: { patient: { id: { root: oids.nhsNumber.oid, extension: "9990000018" } } },
  author: signed,
  destination: { AgentOrgSDS: organisation },
  component: [
    {
      ehrFolder: {
        id: { root: uuid("E2") },
        ...complete,
        effectiveTime: { low: { value: "20190102" }, high: { value: "20190103" } },
        availabilityTime: { value: "20200101" },
        author: signed,
        responsibleParty: {
          agentDirectory: {
            part: [
              {
                agent: {
                  kind: "Agent",
                  id: [{ root: uuid("A1") }],
                  agentPerson: { name: { parts: [{ kind: "family", content: "Okoro" }] } },
                },
              },
              {
                agent: {
                  kind: "Agent",
                  id: [{ root: uuid("A2") }],
                  agentOrganization: {
                    name: { parts: [{ kind: "text", content: "The Surgery" }] },
                  },
                },
              },
              {
                agent: {
                  kind: "AgentSDS",
                  id: [{ root: uuid("A3") }, { root: oids.spinePersonRole.oid, extension: "1" }],
                  agentPersonSDS: { id: { root: oids.spinePerson.oid, extension: "1" } },
                },
              },
            ],
          },
        },
        component: [
          {
            ehrComposition: composition("B0", "25671000000102", "20190102", [topic, problem]),
          },
          {
            ehrComposition: composition("C0", "196401000000100", "20190102", [
              group("CLUSTER", "C1", "16488004", [specimen]),
              allergy,
              nothing,
            ]),
          },
          {
            ehrComposition: {
              ...composition("D0", "196391000000103", "20190103", medications),
              replacementOf: { priorCompositionRef: { id: { root: uuid("C0") } } },
            },
          },
        ],
      },
    },
  ],
  inFulfillmentOf: { priorEhrRequest: { id: { root: uuid("E3") } } },
  limitation: {
    limitingEhrExtractSpecification: {
      id: { root: uuid("E4") },
      code: { code: "715751000000105", codeSystem: snomed },
    },
  },
};

const interaction = "RCMR_IN030000UK07";

/** A sound extract message that has every element the rules look at; a copy of its own at each call. */
export function sampleExtract(): ExtractToValidate & {
  readonly message: NonNullable<ExtractToValidate["message"]>;
} {
  const made = structuredClone(withDefaults(ehrExtract, extract));
  const message = buildEhrExtractMessage({
    messageId: uuid("E0"),
    creationTime: "20200101120000",
    fromAsid: "200000000115",
    toAsid: "200000000116",
    interaction,
    extract: made,
  });
  return {
    envelope: { kind: "message", interaction, root: interaction, leaves: [] },
    version: "RCMR_MT030101UK05",
    message,
    extract: made,
  };
}

/** The file that comes with the sample. */
export const sampleParts = [{ name: "letter.txt" }];
