import { roleCoded } from "@gp2gp/core";
import { sampleCoding } from "../../codes/sample-codes.ts";
import { dateOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life } from "../life.ts";
import { episodeAt } from "./episode.ts";
import type { Episode } from "./episode.ts";
import { fileLetter } from "./tell-letter.ts";
import { prescribeOnce, startRepeat, stopRepeat } from "./tell-medication.ts";

/** The years between: a drug reaction, a pregnancy or a bad back, a referral, habits. */
export function adulthood(life: Life): Episode[] {
  const family =
    life.sex === "female"
      ? [
          episodeAt(life, 29.1, 1, tellPregnancy),
          episodeAt(life, 29.5, 2, tellAntenatalVisit),
          episodeAt(life, 29.8, 1, tellBirthOfTwins),
        ]
      : [episodeAt(life, 29.1, 1, tellBackPain), episodeAt(life, 29.3, 2, tellRecovery)];
  return [
    episodeAt(life, 19.4, 2, tellHabits),
    episodeAt(life, 22.2, 1, tellPenicillinReaction),
    ...family,
    episodeAt(life, 36.7, 1, referToEarClinic),
    episodeAt(life, 37.1, 2, readReply),
    episodeAt(life, 41.5, 2, stopSmoking),
  ];
}

function tellHabits(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse, text: "New patient check" });
  const lifestyle = life.heading(scope, "category", "Lifestyle");
  const smoker = life.observe(lifestyle, "currentSmoker", {
    category: "social-history",
    value: { kind: "integer", integer: "10" },
    text: "Ten a day since the age of sixteen",
  });
  life.observe(lifestyle, "moderateDrinker", { category: "social-history" });
  life.observe(lifestyle, "noFamilyDiabetes", { category: "family-history", negated: true });
  const examination = life.heading(scope, "category", "Examination");
  life.measure(examination, "height", life.random.decimal(158, 189, 1), "cm");
  life.measure(examination, "weight", life.random.decimal(54, 92, 1), "kg");
  life.bloodPressure(examination, life.random.whole(108, 128), life.random.whole(62, 82));
  life.add("questionnaires", scope, {
    name: "New patient questionnaire",
    version: "3",
    answers: [
      { question: "Do you smoke?", answer: "Yes", entry: smoker },
      { question: "Do you need help with English?" },
    ],
    effective: { kind: "point", at: dateOfDay(day) },
  });
}

function tellPenicillinReaction(life: Life, day: Day): void {
  const scope = life.consult(day, { text: "Rash since the third day of amoxicillin." });
  prescribeOnce(life, scope, {
    drug: "paracetamol",
    dosage: "2 CAPSULES FOUR TIMES A DAY",
    quantity: { value: "32", unit: "capsule" },
  });
  life.add("allergies", scope, {
    kind: "drug",
    concept: life.code("penicillinAllergy"),
    substances: [life.code("penicillin")],
    reactions: [
      {
        manifestation: life.code("rash"),
        severity: { text: "Moderate", codings: [] },
        text: "Itchy rash on trunk and arms",
      },
      { manifestation: life.code("anaphylaxis"), text: "Lips swollen for an hour" },
    ],
    certainty: { text: "Certain", codings: [] },
    severity: { text: "Severe", codings: [] },
    exclusions: ["Cefalexin has been tolerated"],
    effective: { kind: "point", at: dateOfDay(day) },
    recorded: scope.at,
    participants: [{ role: roleCoded("performer"), agent: scope.author }],
  });
}

function tellPregnancy(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.diagnose(scope, "pregnant", { significance: "minor", expectedDuration: "40 weeks" });
  const topic = life.heading(scope, "topic", "Pregnancy", "pregnant");
  life.link("pregnant", [
    life.observe(topic, "pregnancyTest", {
      value: { kind: "text", text: "Positive" },
    }),
    life.observe(topic, "lastPeriod", {
      value: { kind: "date", date: dateOfDay(day - 45) },
    }),
    life.observe(topic, "deliveryDue", {
      value: { kind: "date", date: dateOfDay(day + 235) },
    }),
  ]);
  startRepeat(life, topic, {
    drug: "folicAcid",
    dosage: "ONE TO BE TAKEN EACH DAY",
    quantity: { value: "28", unit: "tablet" },
    repeats: "3",
  });
}

function tellAntenatalVisit(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  const topic = life.heading(scope, "topic", "Antenatal care", "pregnant");
  life.observe(topic, "antenatalScreening", { text: "Twins. Movements felt by both parents." });
  life.bloodPressure(topic, life.random.whole(104, 124), life.random.whole(60, 78));
  life.add("questionnaires", topic, {
    name: "Antenatal booking",
    version: "2",
    concept: { text: "Antenatal booking questionnaire", codings: [] },
    answers: [
      { question: "Do you smoke?", answer: "Stopped when the test was positive" },
      { question: "Where do you want to give birth?", answer: "Royal Example Infirmary" },
      { question: "Any questions?" },
    ],
    effective: { kind: "point", at: dateOfDay(day) },
  });
}

function tellBirthOfTwins(life: Life, day: Day): void {
  const scope = life.consult(day, { concept: life.code("seenAtHome") });
  life.observe(scope, "twinsLiveborn", { text: "A girl and a boy, both well." });
  stopRepeat(life, scope, "folicAcid", "Pregnancy over");
  life.resolve("pregnant", day);
}

function tellBackPain(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.diagnose(scope, "lowBackPain", {
    significance: "minor",
    text: "Lifted a cooker. No leg pain, no weakness.",
  });
  const topic = life.heading(scope, "topic", "Low back pain", "lowBackPain");
  const issue = prescribeOnce(life, topic, {
    drug: "ibuprofen",
    dosage: "ONE THREE TIMES A DAY WITH FOOD",
    quantity: { value: "42", unit: "tablet" },
  });
  life.link("lowBackPain", [issue]);
}

function tellRecovery(life: Life, day: Day): void {
  const scope = life.consult(day, { concept: life.code("telephoneEncounter") });
  life.observe(scope, "backache", { negated: true, text: "No pain for a month; back at work." });
  life.resolve("lowBackPain", day);
}

function referToEarClinic(life: Life, day: Day): void {
  const scope = life.consult(day);
  const complaint = life.observe(scope, "hearingLoss", { text: "Right side, six months." });
  const letter = fileLetter(life, scope, {
    title: "Referral to the ear, nose and throat clinic",
    direction: "outgoing",
    lines: [
      "Please see this patient with hearing loss on the right.",
      "Rinne negative on the right.",
    ],
  });
  const referral = life.add("referrals", scope, {
    concept: life.code("entReferral"),
    identifiers: [{ system: "ubrn", value: "999900001111" }],
    direction: "outbound",
    urgency: "soon",
    requestType: "Outpatient",
    speciality: { text: "Ear, nose and throat", codings: [] },
    recipient: life.cast.hospital,
    consultant: life.cast.consultant,
    sender: scope.author,
    reason: { text: "Hearing loss", codings: [sampleCoding("hearingLoss", "snomed")] },
    funding: "nhs",
    transport: "None",
    mode: "Electronic",
    dated: dateOfDay(day + 1),
    documents: [letter],
    effective: { kind: "point", at: dateOfDay(day) },
    recorded: scope.at,
    priority: { text: "Soon", codings: [] },
  });
  life.add("links", scope, { kind: "referral-document", from: referral, targets: [letter] });
  life.add("links", scope, { kind: "reason", from: referral, targets: [complaint] });
}

function readReply(life: Life, day: Day): void {
  const scope = life.consult(day, {
    author: life.cast.receptionist,
    concept: { text: "Document", codings: [] },
  });
  fileLetter(life, scope, {
    title: "Reply of the ear, nose and throat clinic",
    direction: "incoming",
    lines: ["Wax removed under the microscope. Hearing normal. Discharged."],
    absent: "not-included",
  });
}

function stopSmoking(life: Life, day: Day): void {
  const scope = life.consult(day, { author: life.cast.nurse });
  life.observe(scope, "smokingCessationAdvice", { category: "procedure" });
  life.observe(scope, "exSmoker", {
    category: "social-history",
    effective: { kind: "point", at: dateOfDay(day).slice(0, 7) },
  });
}
