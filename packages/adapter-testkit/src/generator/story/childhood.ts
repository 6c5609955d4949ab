import { noPatientAccess } from "../../codes/no-patient-access.ts";
import { dateOfDay, minuteOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life, Scope } from "../life.ts";
import type { SampleCodeName } from "../../codes/sample-codes.ts";
import { episodeAt } from "./episode.ts";
import type { Episode } from "./episode.ts";
import { fileLetter } from "./tell-letter.ts";

interface Dose {
  readonly age: number;
  readonly name: SampleCodeName;
  readonly part: string;
  readonly contents: readonly string[];
}

const sixInOne = ["Diphtheria", "Tetanus", "Pertussis", "Polio", "Hib"];
const schedule: readonly Dose[] = [
  { age: 0.17, name: "dtpPolioHib1", part: "2 Months", contents: sixInOne },
  { age: 0.18, name: "pneumococcal1", part: "1", contents: ["Pneumococcus"] },
  { age: 0.25, name: "dtpPolioHib2", part: "3 Months", contents: sixInOne },
  { age: 0.26, name: "meningitisC1", part: "1", contents: ["Meningitis C"] },
  { age: 0.34, name: "dtpPolioHib3", part: "4 Months", contents: sixInOne },
  { age: 0.35, name: "pneumococcal2", part: "2", contents: ["Pneumococcus"] },
  { age: 1.05, name: "hibMenC", part: "Booster", contents: ["Hib", "Meningitis C"] },
  { age: 1.1, name: "mmr1", part: "1", contents: ["Measles", "Mumps", "Rubella"] },
  { age: 3.4, name: "mmrBooster", part: "Booster", contents: ["Measles", "Mumps", "Rubella"] },
];

/** Birth, the first months, immunisations and the illnesses of a child. */
export function childhood(life: Life): Episode[] {
  return [
    episodeAt(life, 0.02, 1, tellBirth),
    episodeAt(life, 0.05, 2, tellHealthVisit),
    ...schedule.map((dose) =>
      episodeAt(life, dose.age, 1, (told, day) => giveDose(told, day, dose)),
    ),
    episodeAt(life, 4.5, 2, refuseDose),
    episodeAt(life, 5.2, 2, tellFirstAllergyCheck),
    episodeAt(life, 13.1, 2, adviseBcg),
    episodeAt(life, 15.5, 2, tellInConfidence),
  ];
}

function tellBirth(life: Life, day: Day): void {
  const scope = life.consult(day, {
    author: life.cast.gps[3] ?? life.cast.gps[0],
    text: "First visit after birth. Mother and baby well.",
  });
  const birth = dateOfDay(life.born);
  const history = life.heading(scope, "category", "History");
  life.observe(history, "fullTerm", { text: "Normal delivery at the Royal Example Infirmary." });
  life.observe(history, "apgarOneMinute", {
    effective: { kind: "point", at: minuteOfDay(life.born, 223) },
  });
  life.observe(history, "birthWeight", {
    effective: { kind: "point", at: birth },
    value: {
      kind: "quantity",
      quantity: { value: life.random.decimal(2.6, 4.2, 2), unit: "kg", unitCode: "kg" },
    },
  });
  life.observe(history, "breastFed", {});
  life.observe(life.heading(scope, "category", "Family history"), "familyHypertension", {
    category: "family-history",
    subject: {
      relationship: { text: "Mother", codings: [] },
      names: [{ given: ["Placeholder"], family: ["Testperson"] }],
      birthDate: String(Number(birth.slice(0, 4)) - 27),
    },
  });
  fileLetter(life, scope, {
    title: "Discharge summary of the maternity unit",
    direction: "incoming",
    lines: ["Mother and baby went home on the second day.", "Midwife to visit for ten days."],
  });
  life.add("testReports", scope, {
    kind: "blood-spot",
    concept: { text: "Newborn blood spot screening", codings: [] },
    effective: { kind: "point", at: dateOfDay(life.born + 6) },
    outcome: { text: "Not suspected", codings: [] },
    abnormal: false,
    participants: [],
  });
}

function tellHealthVisit(life: Life, day: Day): void {
  const scope = life.consult(day, {
    author: life.cast.healthVisitor,
    concept: life.code("healthVisitorVisit"),
    minutes: "25",
  });
  life.measure(scope, "weight", life.random.decimal(3.2, 4.6, 2), "kg");
  life.measure(scope, "headCircumference", life.random.decimal(34, 37, 1), "cm");
  life.note(scope, "Feeding well every three hours.\nFather asks about cot safety: leaflet given.");
  life.add("plans", scope, {
    kind: "recall",
    concept: life.code("recall"),
    due: dateOfDay(day + 42),
    state: "1st Recall",
    texts: [{ role: "note", text: "Six week check" }],
  });
}

function giveDose(life: Life, day: Day, dose: Dose): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  life.observe(scope, "consentForImmunisation", { text: "Mother agrees." });
  life.add("immunisations", scope, {
    ...vaccination(life, scope, dose),
    outcome: "given",
    batchNumber: `TEST${String(life.random.whole(1000, 9999))}`,
    expires: dateOfDay(day + 400).slice(0, 7),
    manufacturer: "Example Vaccines Ltd",
    site: { text: life.random.pick(["Left thigh", "Right thigh"]), codings: [] },
    method: { text: "Intramuscular", codings: [] },
    dose: { value: "0.5", unit: "mL", unitCode: "mL" },
    reasons: [{ text: "Routine measure", codings: [] }],
  });
}

function vaccination(life: Life, scope: Scope, { name, part, contents }: Dose) {
  return {
    concept: life.code(name),
    part,
    contents,
    effective: { kind: "point" as const, at: dateOfDay(scope.day) },
    recorded: scope.at,
  };
}

function refuseDose(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  life.add("immunisations", scope, {
    ...vaccination(life, scope, {
      age: 4.5,
      name: "mmrBooster",
      part: "Booster",
      contents: ["Measles", "Mumps", "Rubella"],
    }),
    outcome: "refused",
    texts: [{ role: "reason", text: "Parents wish to wait until the cold is over." }],
  });
}

function adviseBcg(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  life.add("immunisations", scope, {
    concept: life.code("bcg"),
    outcome: "advised",
    effective: { kind: "point", at: dateOfDay(day) },
    recorded: scope.at,
  });
}

function tellFirstAllergyCheck(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.add("allergies", scope, {
    kind: "none-known",
    concept: life.code("noKnownAllergies"),
    substances: [],
    effective: { kind: "point", at: dateOfDay(day) },
    recorded: scope.at,
    ended: dateOfDay(life.dayAt(22)),
  });
}

/** What a young person says in confidence: not to be shown, in the entry and its consultation. */
function tellInConfidence(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.gps[1] ?? life.cast.gps[0] });
  life.observe(scope, "anxiety", {
    text: "Asks that the parents are not told. Sleeps badly before examinations.",
    confidentiality: [noPatientAccess],
  });
  life.observe(scope, "counselling", { category: "procedure", text: "Offered." });
}
