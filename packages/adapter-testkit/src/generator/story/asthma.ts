import { dateOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life } from "../life.ts";
import { episodeAt } from "./episode.ts";
import type { Episode } from "./episode.ts";
import { issueRepeat, startRepeat, stopRepeat } from "./tell-medication.ts";

const reviewAges = [7.1, 8.1, 9.2, 10.1, 12.1, 14.2, 16.1];

/** Asthma from the age of six until it has gone at seventeen. */
export function asthma(life: Life): Episode[] {
  return [
    episodeAt(life, 6.1, 1, diagnose),
    ...reviewAges.map((age) => episodeAt(life, age, 2, review)),
    episodeAt(life, 17.3, 1, outgrow),
  ];
}

function diagnose(life: Life, day: Day): void {
  const scope = life.consult(day, { minutes: "14" });
  life.diagnose(scope, "asthma", {
    text: "Night cough for two months, wheeze on running.\nFather had asthma as a child.",
  });
  const topic = life.heading(scope, "topic", "Asthma", "asthma");
  const history = life.heading(topic, "category", "History");
  const symptom = life.observe(history, "asthmaDisturbingSleep", { text: "Three nights a week" });
  const father = life.observe(history, "familyAsthma", {
    category: "family-history",
    subject: { relationship: { text: "Father", codings: [] }, deceased: false },
  });
  const examination = life.heading(topic, "category", "Examination");
  const chest = life.observe(examination, "chestClear", { category: "examination" });
  const flow = peakFlow(life, examination, day);
  const plan = life.heading(topic, "category", "Treatment");
  const inhaler = startRepeat(life, plan, {
    drug: "salbutamol",
    dosage: "Inhale 2 puffs when needed, through a spacer",
    quantity: { value: "1", unit: "inhaler" },
  });
  const issue = issueRepeat(life, plan, inhaler);
  life.link("asthma", [symptom, father, chest, flow, inhaler.authorisation, issue]);
}

function peakFlow(life: Life, scope: Parameters<Life["measure"]>[0], day: Day): string {
  const age = life.ageAt(day);
  const expected = 120 + age * 22;
  life.measure(scope, "expectedPeakFlow", String(expected), "L/min");
  return life.measure(scope, "peakFlow", String(expected - life.random.whole(0, 60)), "L/min");
}

function review(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  const topic = life.knowsProblem("asthma")
    ? life.heading(scope, "topic", "Asthma review", "asthma")
    : scope;
  const entries = [
    life.observe(topic, "asthmaReview", { episodicity: "review" }),
    life.observe(topic, "inhalerTechnique", { text: "Good, with spacer." }),
    life.observe(topic, "asthmaPlan", {}),
    peakFlow(life, topic, day),
  ];
  life.link("asthma", entries, "review");
  life.add("plans", topic, {
    kind: "diary",
    concept: life.code("asthmaReview"),
    due: dateOfDay(day + 365),
    state: "Pending",
    reminder: "Letter",
  });
  const course = life.courses.get("salbutamol");
  if (course) issueRepeat(life, topic, course);
}

function outgrow(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.note(scope, "No symptoms for over a year. Inhaler not used since last spring.");
  stopRepeat(life, scope, "salbutamol", "No longer needed");
  life.resolve("asthma", day);
}
