import { dateOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life } from "../life.ts";
import type { SampleCodeName } from "../../codes/sample-codes.ts";
import type { Episode } from "./episode.ts";
import { fileLetter } from "./tell-letter.ts";
import { panels, reportPanel } from "./tell-laboratory.ts";
import { issueRepeat, prescribeOnce } from "./tell-medication.ts";

type Tell = (life: Life, day: Day) => void;

/** So many ordinary consultations, spread over the years after infancy. */
export function routine(life: Life, count: number): Episode[] {
  const from = Math.min(life.dayAt(1), life.died);
  return Array.from({ length: count }, () => {
    const day = life.random.whole(from, life.died);
    return { day, rank: 3 as const, tell: (told) => told.random.pick(events)(told, day) };
  });
}

const complaints: readonly [
  { readonly name: SampleCodeName; readonly words: readonly [string, ...string[]] },
  ...{ readonly name: SampleCodeName; readonly words: readonly [string, ...string[]] }[],
] = [
  {
    name: "bronchitis",
    words: ["Cough for a week, no fever.", "Green sputum; chest clear at bases."],
  },
  { name: "nasalCongestion", words: ["Cold for four days.", "Worse at night. Steam helps."] },
  { name: "frontalHeadache", words: ["Since the new glasses.", "After long days at the screen."] },
  { name: "dizziness", words: ["On standing up; no falls.", "Twice this week, in the bathroom."] },
  { name: "tiredAllTheTime", words: ["For two months. Sleeps well.", "Bloods today, see again."] },
  { name: "drySkin", words: ["Hands, in winter. Emollient.", "Both shins."] },
  {
    name: "plantarFasciitis",
    words: ["Heel hurts on the first steps of the day.", "Insoles advised."],
  },
  { name: "allergicRhinitis", words: ["Every May.", "Eyes itch as well."] },
  { name: "backache", words: ["Gardening at the weekend.", "No red flags."] },
  {
    name: "feelsUnwell",
    words: ["Since yesterday; eating and drinking.", "Temperature 37.8 at home."],
  },
];

const seeComplaint: Tell = (life, day) => {
  const { random } = life;
  const scope = life.consult(day, { minutes: String(random.whole(6, 19)) });
  const complaint = random.pick(complaints);
  life.observe(scope, complaint.name, {
    category: "clinical",
    episodicity: random.pick(["first", "new", "review", "ongoing"]),
    text: random.pick(complaint.words),
  });
  life.note(
    scope,
    random.pick([
      "See again if no better in a week.",
      "Advice given.\nTo ring for the result on Thursday.",
      "Understands when to call 111.",
      "Certificate for one week.",
    ]),
  );
  if (random.chance(0.35) && life.ageAt(day) > 12) {
    prescribeOnce(life, scope, {
      drug: random.pick(["paracetamol", "ibuprofen"]),
      dosage: "ONE OR TWO TO BE TAKEN FOUR TIMES A DAY WHEN REQUIRED",
      quantity: { value: "32", unit: "tablet" },
    });
  }
};

const telephone: Tell = (life, day) => {
  const scope = life.consult(day, { concept: life.code("telephoneEncounter") });
  life.note(scope, "Asks for the result of last week: given, no action needed.");
};

const reissue: Tell = (life, day) => {
  const scope = life.consult(day, {
    author: life.cast.receptionist,
    concept: { text: "Repeat prescription", codings: [] },
  });
  for (const course of life.courses.values()) issueRepeat(life, scope, course);
  if (life.courses.size === 0) life.note(scope, "Asked for tablets; none on repeat.");
};

const measure: Tell = (life, day) => {
  const scope = life.consult(day, { author: life.cast.nurse });
  const age = life.ageAt(day);
  life.measure(scope, "weight", life.random.decimal(4 + age * 2, 12 + age * 3, 1), "kg");
  if (age > 17) life.bloodPressure(scope, life.random.whole(112, 150), life.random.whole(64, 90));
};

const test: Tell = (life, day) => {
  const scope = life.consult(day, { author: life.cast.nurse });
  const names = Object.keys(panels) as (keyof typeof panels)[];
  reportPanel(life, scope, names[life.random.whole(0, names.length - 1)] ?? "bloodCount");
};

const letter: Tell = (life, day) => {
  const scope = life.consult(day, {
    author: life.cast.receptionist,
    concept: { text: "Document", codings: [] },
  });
  fileLetter(life, scope, {
    title: `Clinic letter of ${dateOfDay(day - 6)}`,
    direction: "incoming",
    lines: ["Seen in clinic. Well. No change of treatment.", "Next appointment in a year."],
  });
};

const missed: Tell = (life, day) => {
  const scope = life.consult(day, { author: life.cast.receptionist });
  life.observe(scope, "didNotAttend", { category: "administrative" });
};

const events: readonly [Tell, ...Tell[]] = [
  seeComplaint,
  seeComplaint,
  seeComplaint,
  seeComplaint,
  reissue,
  reissue,
  telephone,
  measure,
  test,
  letter,
  missed,
];
