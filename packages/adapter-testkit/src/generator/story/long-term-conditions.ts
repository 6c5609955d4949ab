import { dateOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life, Scope } from "../life.ts";
import { episodeAt } from "./episode.ts";
import type { Episode } from "./episode.ts";
import { reportPanel } from "./tell-laboratory.ts";
import { issueRepeat, startRepeat } from "./tell-medication.ts";

/** High blood pressure from 48 and diabetes from 55, with their yearly reviews until the end. */
export function longTermConditions(life: Life): Episode[] {
  const episodes = [
    episodeAt(life, 47.9, 2, measureAgain),
    episodeAt(life, 48.1, 1, diagnoseHypertension),
    episodeAt(life, 55.2, 1, diagnoseDiabetes),
    episodeAt(life, 66.4, 2, findRetinopathy),
  ];
  const last = life.ageAt(life.died);
  for (let age = 49; age < last; age++) {
    episodes.push(episodeAt(life, age + 0.3, 2, reviewHypertension));
    if (age > 55) episodes.push(episodeAt(life, age + 0.6, age % 3 === 0 ? 1 : 2, reviewDiabetes));
  }
  return episodes;
}

function measureAgain(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  const pressure = life.bloodPressure(
    scope,
    life.random.whole(158, 172),
    life.random.whole(94, 102),
  );
  life.add("plans", scope, {
    kind: "plan",
    concept: life.code("bloodPressure"),
    due: dateOfDay(day + 14),
    texts: [{ role: "note", text: "Repeat in a fortnight, twice." }],
  });
  life.add("links", scope, { kind: "refers-to", from: pressure, targets: [pressure] });
}

function diagnoseHypertension(life: Life, day: Day): void {
  const scope = life.consult(day, { minutes: "12" });
  life.diagnose(scope, "essentialHypertension", { text: "Three readings above 160/95." });
  const topic = life.heading(scope, "topic", "Hypertension", "essentialHypertension");
  const risk = life.observe(topic, "framingham", {
    value: {
      kind: "ratio",
      numerator: { value: String(life.random.whole(12, 28)) },
      denominator: { value: "100" },
    },
  });
  const tablets = startRepeat(life, topic, {
    drug: "bendroflumethiazide",
    dosage: "ONE TO BE TAKEN EACH MORNING",
    quantity: { value: "56", unit: "tablet" },
    repeats: "12",
  });
  const capsules = startRepeat(life, topic, {
    drug: "ramipril",
    dosage: "ONE TO BE TAKEN EACH DAY",
    quantity: { value: "56", unit: "capsule" },
    repeats: "12",
  });
  life.link("essentialHypertension", [risk, tablets.authorisation, capsules.authorisation]);
  life.link("essentialHypertension", [
    issueRepeat(life, topic, tablets),
    issueRepeat(life, topic, capsules),
  ]);
}

function reviewHypertension(life: Life, day: Day): void {
  const scope = life.consult(day, {
    author: life.random.pick([life.cast.nurse, ...life.cast.gps]),
  });
  const topic = underProblem(life, scope, "Hypertension review", "essentialHypertension");
  const pressure = life.bloodPressure(
    topic,
    life.random.whole(124, 158),
    life.random.whole(70, 92),
  );
  const report = reportPanel(life, topic, "kidneys");
  life.link("essentialHypertension", [pressure, report], "review");
  life.observe(topic, "medicationReview", {
    text: life.random.pick([
      "No side effects.",
      "Ankles swell in the evening.",
      "Takes them every day.",
    ]),
  });
  issueAll(life, topic);
}

function diagnoseDiabetes(life: Life, day: Day): void {
  const scope = life.consult(day, { minutes: "18" });
  life.diagnose(scope, "typeTwoDiabetes", { text: "Thirst and tiredness since the summer." });
  const topic = life.heading(scope, "topic", "Type 2 diabetes", "typeTwoDiabetes");
  const report = reportPanel(life, topic, "sugar");
  const metformin = startRepeat(life, topic, {
    drug: "metformin",
    dosage: "ONE TO BE TAKEN TWICE A DAY, WITH MEALS",
    quantity: { value: "112", unit: "tablet" },
    repeats: "12",
  });
  const statin = startRepeat(life, topic, {
    drug: "atorvastatin",
    dosage: "ONE TO BE TAKEN AT NIGHT",
    quantity: { value: "56", unit: "tablet" },
    repeats: "12",
  });
  life.link("typeTwoDiabetes", [report, metformin.authorisation, statin.authorisation]);
  life.add("carePlans", scope, {
    name: "Diabetes care plan",
    category: "Long-term condition",
    subCategory: "Diabetes",
    aim: "Keep sugar and blood pressure in range",
    goal: "HbA1c below 53 mmol/mol",
    reviewDate: dateOfDay(day + 365),
    instructions: [
      { order: 0, text: "Walk for half an hour a day", responsibility: "Patient" },
      {
        order: 1,
        text: "Eye screening each year",
        responsibility: "Screening service",
        completed: dateOfDay(day + 120),
        completedBy: "Example screening service",
        notes: "Attended",
      },
    ],
    effective: { kind: "point", at: dateOfDay(day) },
  });
}

function reviewDiabetes(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse, minutes: "22" });
  const topic = underProblem(life, scope, "Diabetes review", "typeTwoDiabetes");
  const examination = life.heading(topic, "category", "Examination");
  const entries = [
    life.measure(examination, "weight", life.random.decimal(78, 104, 1), "kg"),
    life.measure(examination, "bodyMassIndex", life.random.decimal(26, 34, 1), "kg/m2"),
    life.measure(examination, "waist", life.random.decimal(92, 118, 0), "cm"),
    life.bloodPressure(examination, life.random.whole(120, 156), life.random.whole(68, 90)),
    life.observe(examination, "footLowRisk", { category: "examination" }),
    life.observe(examination, "visualAcuityRight", { category: "examination" }),
    life.observe(examination, "visualAcuityLeft", { category: "examination" }),
  ];
  const reports = [
    reportPanel(life, topic, "sugar"),
    reportPanel(life, topic, "lipids"),
    reportPanel(life, topic, "bloodCount"),
  ];
  life.link("typeTwoDiabetes", [...entries, ...reports], "review");
  issueAll(life, topic);
}

function findRetinopathy(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.diagnose(scope, "backgroundRetinopathy", {
    significance: "minor",
    ...(life.knowsProblem("typeTwoDiabetes") && {
      parent: life.problemId("typeTwoDiabetes"),
      parentRelation: "grouped",
    }),
  });
}

/** A heading about a problem, where the patient has it. */
function underProblem(
  life: Life,
  scope: Scope,
  title: string,
  problem: "essentialHypertension" | "typeTwoDiabetes",
): Scope {
  return life.knowsProblem(problem) ? life.heading(scope, "topic", title, problem) : scope;
}

function issueAll(life: Life, scope: Scope): void {
  for (const course of life.courses.values()) issueRepeat(life, scope, course);
}
