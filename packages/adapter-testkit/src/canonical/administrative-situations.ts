import { sampleCode } from "../codes/sample-codes.ts";
import type { Situation } from "./canonical-record.ts";

/** The patient, what the practice keeps beside consultations, and what nobody understands. */
export const administrativeSituations: readonly Situation[] = [
  {
    name: "patient-alone",
    situation: "A newly registered patient of whom nothing is recorded but an NHS number.",
    rule: "Nothing is made up for a patient of whom nothing is known.",
    tell({ record }) {
      record.agents.length = 0;
      record.consultations.length = 0;
    },
  },
  {
    name: "deceased-patient",
    situation: "A patient who died in May 2012, with names, addresses and numbers.",
    rule: "Dead is never read as alive, and the date of death stays as fine as it was known.",
    tell({ record }) {
      record.patient = {
        ...record.patient,
        names: [
          { use: "usual", prefixes: ["Mr"], given: ["Mock", "T"], family: ["Sampleton"] },
          { use: "previous", family: ["Formername"] },
        ],
        birthDate: "1931-02-03",
        deathDate: "2012-05",
        deceased: true,
        sex: "male",
        addresses: [
          {
            use: "home",
            houseNumber: "4",
            street: "Imaginary Lane",
            town: "Exampleton",
            postcode: "ZZ99 3VZ",
          },
        ],
        telecoms: [{ kind: "phone", use: "home", value: "01632 960555" }],
      };
    },
  },
  {
    name: "outside-consultations",
    situation: "A code, a note and a recall that nobody entered in a consultation.",
    rule: "An entry outside any consultation is kept and is given none that it did not have.",
    tell(sheet) {
      const { record } = sheet;
      record.observations.push({
        ...sheet.alone("code"),
        ...sheet.onTheDay,
        concept: sampleCode("reducedMobility", "tpp"),
      });
      record.narratives.push({
        ...sheet.alone("note"),
        texts: [{ role: "note", text: "Copied from the paper card." }],
      });
      record.plans.push({
        ...sheet.alone("recall"),
        kind: "recall",
        concept: sampleCode("asthmaReview", "tpp"),
        due: "2012-03",
        state: "1st Recall",
        reminder: "Letter",
      });
    },
  },
  {
    name: "practice-business",
    situation:
      "Registrations, a next of kin, an alert, an appointment, a care plan, a questionnaire, a relation.",
    rule: "What a target has no place for is still written where a person will read it, and reported.",
    tell(sheet) {
      const { record } = sheet;
      record.registrations.push({
        ...sheet.alone("registration"),
        type: { text: "Regular", codings: [] },
        start: "2001-07",
        practice: sheet.id("practice"),
        gp: sheet.id("gp"),
      });
      record.contacts.push({
        ...sheet.alone("contact"),
        name: { given: ["Nextofkin"], family: ["Testperson"] },
        relationship: { text: "Sister", codings: [] },
        telecoms: [{ value: "01632 960777", kind: "phone" }],
      });
      record.alerts.push({
        ...sheet.alone("alert"),
        texts: [{ role: "note", text: "Hard of hearing" }],
        severity: "high",
        showOn: ["arrival"],
      });
      record.appointmentsAndTasks.push({
        ...sheet.alone("appointment"),
        kind: "appointment",
        when: "2011-03-14T09:30",
        durationMinutes: "10",
        state: "Attended",
        holder: sheet.id("gp"),
      });
      record.carePlans.push({
        ...sheet.entry("care plan"),
        ...sheet.onTheDay,
        name: "Diabetes care plan",
        goal: "HbA1c below 53 mmol/mol",
        instructions: [{ text: "Walk each day", order: 0, responsibility: "Patient" }],
      });
      record.questionnaires.push({
        ...sheet.entry("questionnaire"),
        ...sheet.onTheDay,
        name: "New patient",
        answers: [{ question: "Do you smoke?", answer: "No" }, { question: "Any questions?" }],
      });
      record.links.push({
        ...sheet.entry("link"),
        kind: "refers-to",
        from: sheet.id("care plan"),
        targets: [sheet.id("questionnaire")],
      });
    },
  },
  {
    name: "from-another-system",
    situation: "A record that came from a system with words and settings of its own.",
    rule: "What only another system understands is reported once, and its clinical part is still written for people.",
    tell(sheet) {
      const { record } = sheet;
      record.observations.push({
        ...sheet.entry("observation"),
        ...sheet.onTheDay,
        concept: sampleCode("lonely", "tpp"),
        supplierData: { "testkit-other": { colour: "amber", rank: 3 } },
      });
      record.residue.push(
        {
          format: "testkit-other",
          order: 0,
          kind: "clinical",
          content: { heading: "Unplaced", text: "Prefers the morning." },
          source: { part: "export.txt", line: 12 },
        },
        { format: "testkit-other", order: 1, kind: "technical", content: "\n  ", source: {} },
      );
    },
  },
];
