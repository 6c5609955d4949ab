import { newEntry } from "@gp2gp/core";
import type { Agent, EntryId } from "@gp2gp/core";
import type { Life } from "./life.ts";

/** The people, places and organisations of a life, by their agent ids. */
export interface Cast {
  readonly practice: EntryId;
  readonly formerPractice: EntryId;
  readonly surgery: EntryId;
  readonly gps: readonly [EntryId, ...EntryId[]];
  readonly nurse: EntryId;
  readonly healthVisitor: EntryId;
  readonly receptionist: EntryId;
  readonly laboratory: EntryId;
  readonly hospital: EntryId;
  readonly consultant: EntryId;
  readonly team: EntryId;
  readonly system: EntryId;
}

const place = { houseName: "The Fixture", street: "1 Specimen Street", town: "Exampleton" };

/** Writes the cast of a life into its agents. Every name says that nobody is meant. */
export function newCast(life: Pick<Life, "newId" | "record">): Cast {
  const add = (facts: Omit<Agent, keyof ReturnType<typeof newEntry>> & Partial<Agent>): EntryId => {
    const id = life.newId();
    life.record.agents.push({ ...newEntry(id, life.record.agents.length, {}), ...facts });
    return id;
  };
  const practice = add({
    kind: "organisation",
    name: "Specimen Street Surgery",
    identifiers: [{ system: "ods", value: "Z99901" }],
    concept: { text: "GP practice", codings: [] },
    addresses: [{ ...place, postcode: "ZZ99 9ZZ", use: "work" }],
    telecoms: [{ value: "01632 960001", kind: "phone", use: "work" }],
  });
  const formerPractice = add({
    kind: "organisation",
    name: "Placeholder Road Medical Centre",
    identifiers: [{ system: "ods", value: "Z99902" }],
  });
  const person = (title: string, given: string, family: string, job: string, place = practice) =>
    add({
      kind: "person",
      person: { prefixes: [title], given: [given], family: [family] },
      concept: { text: job, codings: [] },
      represents: place,
    });
  const hospital = add({
    kind: "organisation",
    name: "Royal Example Infirmary",
    identifiers: [{ system: "ods", value: "Z9991" }],
    telecoms: [{ value: "01632 960100", kind: "phone" }],
  });
  return {
    practice,
    formerPractice,
    hospital,
    surgery: add({ kind: "place", name: "Specimen Street Surgery, ground floor" }),
    gps: [
      add({
        kind: "person",
        person: { prefixes: ["Dr"], given: ["Sample", "Q"], family: ["Testworthy"] },
        identifiers: [
          { system: "gmp", value: "G9999991" },
          { system: "gmc", value: "9999991" },
        ],
        concept: { text: "General Medical Practitioner", codings: [] },
        gender: "female",
        represents: practice,
        start: "1988-04",
      }),
      person("Dr", "Dummy", "Exemplar", "General Medical Practitioner"),
      person("Dr", "Mock", "Placeholder", "General Practice Registrar"),
      person("Dr", "Erstwhile", "Fixture", "General Medical Practitioner", formerPractice),
    ],
    nurse: person("Sr", "Trial", "Bandage-Testing", "Practice Nurse"),
    healthVisitor: person("Mrs", "Pattern", "O'Specimen", "Health Visitor"),
    receptionist: person("Mr", "Sham", "Frontdesk", "Receptionist"),
    laboratory: add({
      kind: "organisation",
      name: "Example Pathology, Royal Example Infirmary",
      represents: hospital,
    }),
    consultant: person("Prof", "Archetype", "Imaginary", "Consultant", hospital),
    team: add({ kind: "team", name: "Community Nursing Team (test)", represents: hospital }),
    system: add({ kind: "device", name: "Generator", model: "testkit", software: "1" }),
  };
}
