import { roleCoded } from "@gp2gp/core";
import { syntheticNhsNumber } from "../../values/synthetic-nhs-number.ts";
import { dateOfDay, minuteOfDay } from "../calendar.ts";
import type { Life } from "../life.ts";

const families = [
  "Testperson",
  "Sampleton",
  "Fixture-Jones",
  "O'Placeholder",
  "van Exampel",
] as const;
const given = {
  female: ["Pattern", "Specimina", "Dummy", "Zoë-Test"],
  male: ["Example", "Mock", "Trial", "Søren-Test"],
} as const;

/** Who the patient is, and what the practice keeps beside consultations. */
export function paperwork(life: Life, deceased: boolean): void {
  tellPatient(life, deceased);
  tellRegistrations(life, deceased);
  tellContacts(life);
  tellDiary(life);
}

function tellPatient(life: Life, deceased: boolean): void {
  const { random, cast } = life;
  const family = random.pick(families);
  life.record.patient = {
    identifiers: [
      { system: "nhs-number", value: syntheticNhsNumber(random.whole(0, 89_999)) },
      { system: "testkit:patient", value: String(random.whole(10_000, 99_999)) },
    ],
    names: [
      {
        use: "usual",
        prefixes: [life.sex === "female" ? "Mrs" : "Mr"],
        given: [random.pick(given[life.sex]), "Synthetic"],
        family: [family],
      },
      { use: "previous", given: [random.pick(given[life.sex])], family: ["Formername"] },
    ],
    birthDate: dateOfDay(life.born),
    sex: life.sex,
    addresses: [
      {
        use: "home",
        houseNumber: String(random.whole(1, 99)),
        street: "Imaginary Lane",
        locality: "Fictionby",
        town: "Exampleton",
        county: "Testshire",
        postcode: "ZZ99 3VZ",
      },
    ],
    telecoms: [
      { kind: "phone", use: "home", value: "01632 960555" },
      { kind: "mobile", value: "07700 900123" },
      { kind: "email", value: "patient@example.test" },
    ],
    maritalStatus: { text: "Married", codings: [] },
    ethnicity: { text: "Not stated", codings: [] },
    language: { text: "English", codings: [] },
    speaksEnglish: true,
    smsConsent: random.chance(0.5),
    usualGp: cast.gps[0],
    registeredGp: cast.gps[0],
    ...(deceased && { deceased: true, deathDate: dateOfDay(life.died) }),
  };
  life.record.extraction = {
    format: "testkit-generated",
    formatVersion: "1",
    id: life.newId(),
    at: minuteOfDay(life.died + 30, 600),
    scope: { text: "Entire record", codings: [] },
    period: { kind: "period", start: dateOfDay(life.born), end: dateOfDay(life.died) },
    author: cast.system,
    senders: [{ system: "ods", value: "Z99901" }],
    receivers: [{ system: "ods", value: "Z99903" }],
    software: "Generator 1",
  };
}

function tellRegistrations(life: Life, deceased: boolean): void {
  const moved = life.dayAt(18.9);
  const regular = { text: "Regular", codings: [] };
  life.add(
    "registrations",
    {},
    {
      type: regular,
      practice: life.cast.formerPractice,
      start: dateOfDay(life.born),
      ...(moved < life.died && { end: dateOfDay(moved) }),
      gp: life.cast.gps[3] ?? life.cast.gps[0],
    },
  );
  if (moved >= life.died) return;
  life.add(
    "registrations",
    {},
    {
      type: regular,
      practice: life.cast.practice,
      start: dateOfDay(moved),
      ...(deceased && { end: dateOfDay(life.died) }),
      gp: life.cast.gps[0],
      responsible: life.cast.gps[1] ?? life.cast.gps[0],
      texts: [{ role: "note", text: "Notes received from the previous practice." }],
    },
  );
}

function tellContacts(life: Life): void {
  life.add(
    "contacts",
    {},
    {
      name: { prefixes: ["Ms"], given: ["Nextofkin"], family: ["Testperson"] },
      relationship: { text: "Sister", codings: [] },
      telecoms: [{ kind: "phone", value: "01632 960777" }],
      addresses: [{ lines: ["2 Specimen Street", "Exampleton"], postcode: "ZZ99 3VZ" }],
      birthDate: dateOfDay(life.born).slice(0, 7),
      description: "Holds a key",
    },
  );
  life.add(
    "contacts",
    {},
    {
      relationship: { text: "Carer", codings: [] },
      organisation: "Example Home Care",
      telecoms: [{ kind: "phone", value: "01632 960888", use: "day" }],
      ended: dateOfDay(life.dayAt(70)),
    },
  );
}

function tellDiary(life: Life): void {
  const { cast } = life;
  const late = life.dayAt(60);
  life.add(
    "alerts",
    {},
    {
      texts: [{ role: "note", text: "Hard of hearing: please fetch from the waiting room." }],
      severity: "high",
      effective: { kind: "point", at: dateOfDay(late) },
      expires: { kind: "absent", reason: "NI" },
      showOn: ["booking", "arrival"],
      participants: [{ role: roleCoded("entered-by"), agent: cast.receptionist }],
    },
  );
  const appointment = { holder: cast.gps[0], site: "Specimen Street Surgery" };
  life.add(
    "appointmentsAndTasks",
    {},
    {
      ...appointment,
      kind: "appointment",
      when: minuteOfDay(late, 555),
      durationMinutes: "10",
      state: "Attended",
      type: "Routine",
      flags: ["Hearing loop"],
    },
  );
  life.add(
    "appointmentsAndTasks",
    {},
    {
      kind: "task",
      due: dateOfDay(late + 5),
      state: "Done",
      assignedTo: "Reception",
      texts: [{ role: "note", text: "Ring about the hearing aid clinic." }],
    },
  );
  life.add(
    "appointmentsAndTasks",
    {},
    {
      ...appointment,
      kind: "visit",
      when: minuteOfDay(life.dayAt(71), 840),
      state: "Seen",
      referral: life.newId(),
    },
  );
}
