import { roleCoded } from "@gp2gp/core";
import { noPatientAccess } from "../../codes/no-patient-access.ts";
import { sampleCoding, sampleDrug } from "../../codes/sample-codes.ts";
import { dateOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life, Scope } from "../life.ts";
import type { Episode } from "./episode.ts";
import { fileLetter } from "./tell-letter.ts";

/** What real records hold now and then, each once in a life: the cases that break a translation. */
export function rareCases(life: Life): Episode[] {
  const tells = [
    tellPartialDates,
    tellDeepHeadings,
    tellOddText,
    tellOddMedication,
    tellOddCodes,
    tellOddResults,
    tellMissingThings,
    tellRedacted,
  ];
  const between = (life.died - life.born) / (tells.length + 1);
  return tells.map((tell, index) => {
    const day = life.born + Math.round(between * (index + 1));
    return { day, rank: 1, tell: (told) => tell(told, day) };
  });
}

/** Dates known to the year, month, day, minute, second, fraction and zone; a period, a centre; none, and why. */
function tellPartialDates(life: Life, day: Day): void {
  const scope = life.consult(day);
  const date = dateOfDay(day);
  const points = [
    date.slice(0, 4),
    date.slice(0, 7),
    date,
    `${date}T09`,
    `${date}T09:05`,
    `${date}T09:05:30`,
    `${date}T09:05:30+01:00`,
    `${date}T08:05:30.125Z`,
  ];
  for (const at of points) life.observe(scope, "weight", { effective: { kind: "point", at } });
  life.observe(scope, "height", { effective: { kind: "centre", at: date.slice(0, 7) } });
  life.observe(scope, "height", {
    effective: { kind: "period", start: date.slice(0, 4), endAbsent: "UNK" },
  });
  life.observe(scope, "height", {
    effective: { kind: "period", end: date, width: { value: "3", unit: "d", unitCode: "d" } },
  });
  for (const reason of ["UNK", "NASK", "MSK"] as const)
    life.observe(scope, "headCircumference", { effective: { kind: "absent", reason } });
}

/** Headings six deep, one of them empty, with an entry at the bottom. */
function tellDeepHeadings(life: Life, day: Day): void {
  let scope: Scope = life.consult(day);
  for (const kind of ["topic", "category", "cluster", "battery", "cluster", "battery"] as const)
    scope = life.heading(scope, kind, `${kind} within`);
  life.observe(scope, "neutrophils", {
    value: { kind: "quantity", quantity: { value: "3.10", unit: "10*9/L" } },
  });
  life.heading(scope, "empty", "Nothing under this");
  life.heading(scope, "other", "Template: six deep");
}

const oddTexts: readonly string[] = [
  "First line\nsecond line\n\nfourth, after an empty one\n\tand one set in",
  `5 < 6 & 7 > 2 "quoted" 'apostrophe' ]]> <note/>`,
  "Temperature 38.5 °C – ½ tablet, £3.60, naïve, Łódź, 日本語, 👩🏽‍⚕️",
  "[Carried from the sending system]\n[Note: looks like carried text and is not]",
  "  spaces before and after  ",
  `${"A long letter copied into the notes. ".repeat(60)}End.`,
];

function tellOddText(life: Life, day: Day): void {
  const scope = life.consult(day);
  for (const text of oddTexts) life.note(scope, text);
  life.add("narratives", scope, {
    texts: [
      { role: "title", text: "Two texts", sequence: "1" },
      { role: "comment", text: "said later, by the laboratory", sequence: "2.1" },
    ],
    effective: { kind: "point", at: scope.at },
    participants: [
      {
        role: roleCoded("informant"),
        person: {
          relationship: { text: "Neighbour", codings: [] },
          names: [{ text: "Mrs Witness Testington" }],
        },
        mode: { text: "By telephone", codings: [] },
      },
      { role: roleCoded("entered-by"), agent: life.cast.receptionist, signatureText: "wt" },
    ],
  });
}

/** An issue without its course; an issue in another consultation than its course; two supplies in one statement; a mixture; a dispensing. */
function tellOddMedication(life: Life, day: Day): void {
  const scope = life.consult(day);
  const drug = sampleDrug("omeprazole", life.dialect);
  const supply = {
    concept: drug,
    dosages: ["ONE EACH MORNING", "half an hour before food"],
    quantity: { value: "28", unit: "capsule" },
    effective: { kind: "point" as const, at: dateOfDay(day) },
    recorded: scope.at,
  };
  life.add("issues", scope, {
    ...supply,
    statement: life.newId(),
    course: { id: life.newId(), link: "source" },
    texts: [{ role: "patient", text: "Your course was left behind at the old practice." }],
  });
  const statement = life.newId();
  const authorisation = life.add("authorisations", scope, {
    ...supply,
    statement,
    kind: "repeat-dispensing",
    state: "suspended",
    lastIssued: dateOfDay(day),
    lapses: dateOfDay(day + 365),
    issueDurationDays: "28",
    supply: {
      status: { text: "Active", codings: [] },
      effective: { kind: "point", at: dateOfDay(day) },
      recorded: scope.at,
      product: sampleDrug("omeprazole", "snomed"),
    },
  });
  life.add("issues", scope, {
    ...supply,
    statement,
    course: { id: authorisation, link: "inferred" },
    method: "stored",
  });
  const later = life.consult(day + 28, { author: life.cast.receptionist });
  life.add("issues", later, {
    ...supply,
    statement: life.newId(),
    course: { id: authorisation, link: "source" },
    quantityText: "28 capsule(s)",
    endReason: { text: "Expired", codings: [] },
  });
  life.add("dispenses", later, {
    ...supply,
    statement: life.newId(),
    course: { id: authorisation, link: "source" },
    expires: dateOfDay(day + 700).slice(0, 7),
  });
  life.add("authorisations", scope, {
    statement: life.newId(),
    kind: "unspecified",
    concept: { text: "Coal tar 5% in white soft paraffin", codings: [] },
    dosages: ["Apply at night"],
    quantityText: "1 jar of 100 g",
    strengths: [
      { ingredient: { text: "Coal tar solution", codings: [] }, strength: "5 %" },
      { ingredient: { text: "White soft paraffin", codings: [] } },
    ],
    predecessors: [authorisation],
    type: life.code("hospitalPrescription"),
  });
}

/** Qualifiers with both halves, a degraded code, a mapped code, an absent concept, a code without a system, a negation. */
function tellOddCodes(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.observe(scope, "cataractPresent", {
    concept: {
      text: "Cataract, left eye, ?early",
      codings: [...life.code("cataractPresent").codings, sampleCoding("cataractPresent", "ctv3")],
      qualifiers: [
        {
          name: { text: "Laterality", codings: [] },
          value: { text: "Left", codings: [] },
          inverted: false,
        },
        { name: { codings: [{ code: "X90w1", system: "ctv3", asserted: "source" }] } },
      ],
    },
  });
  life.observe(scope, "gout", {
    concept: {
      text: "Podagra of the great toe",
      codings: [
        { system: "read-v2", code: "9bJ..00", asserted: "source" },
        { system: "tpp:local", code: "Y1234", display: "Podagra", asserted: "source" },
      ],
      degrade: { kind: "record-entry", reason: "received" },
    },
  });
  life.observe(scope, "asthma", {
    concept: {
      codings: [
        sampleCoding("asthma", "ctv3"),
        {
          ...sampleCoding("asthma", "snomed"),
          asserted: "mapped",
          map: { set: "testkit", release: "1", method: "table", assured: true },
        },
      ],
    },
    negated: true,
  });
  life.observe(scope, "gout", { concept: { absent: "UNK", text: "Illegible word", codings: [] } });
  life.observe(scope, "gout", {
    concept: { codings: [{ code: "19019007", display: "Symptom", asserted: "source" }] },
    status: { codings: [{ system: "testkit:status", code: "suspended", asserted: "source" }] },
  });
}

/** Comparators, ranges with closed and open ends, translations of units, numbers with trailing zeros, no value and why. */
function tellOddResults(life: Life, day: Day): void {
  const scope = life.consult(day);
  const value = (quantity: object) => ({ kind: "quantity" as const, quantity });
  life.observe(scope, "psa", {
    value: value({ value: "0.10", comparator: "<", unit: "ug/L", unitCode: "ug/L" }),
    referenceRanges: [
      {
        text: "Age 50-59",
        range: {
          high: { value: "3.0", unit: "ug/L" },
          highInclusive: true,
          low: { value: "0" },
          lowInclusive: false,
        },
      },
      { text: "See the guidance of the laboratory" },
    ],
  });
  life.observe(scope, "ferritin", {
    value: value({
      value: "1.50e2",
      unit: "ng/mL",
      translations: [{ value: "150", unit: "ug/L", unitSystem: "urn:oid:2.16.840.1.113883.6.8" }],
    }),
  });
  life.observe(scope, "folate", { value: value({ absent: "NASK" }) });
  life.observe(scope, "vitaminB12", { value: { kind: "absent", reason: "NAV" } });
  life.observe(scope, "albumin", {
    value: { kind: "range", range: { low: { value: "35" }, high: { value: "50" } } },
  });
  life.observe(scope, "urineNitrite", { value: { kind: "boolean", boolean: false } });
  life.observe(scope, "liverFunction", {
    value: { kind: "period", period: { start: dateOfDay(day), end: dateOfDay(day + 1) } },
    specimens: [
      {
        type: life.code("midstreamUrine"),
        procedure: "Midstream",
        site: "Urethra",
        volume: "15 mL",
        comments: ["Leaked in transit", "Enough for one test"],
      },
    ],
  });
}

/** Links to what is not in the record, documents that are somewhere else or gone, a relation of two entries. */
function tellMissingThings(life: Life, day: Day): void {
  const scope = life.consult(day);
  life.diagnose(scope, "gout", { activity: "potential", significance: "unspecified" });
  life.link("gout", [life.newId()]);
  fileLetter(life, scope, {
    title: "Scan kept on the old server",
    direction: "other",
    lines: ["Page one of three."],
    elsewhere: "file:///S:/scans/specimen.tif",
  });
  for (const absent of ["not-found", "withheld", "damaged"] as const)
    fileLetter(life, scope, {
      title: `Letter that is ${absent}`,
      direction: "incoming",
      lines: ["Nothing but this line is left."],
      absent,
    });
  life.add("links", scope, { kind: "sequel-to", targets: [life.newId()] });
  life.observe({ day, at: scope.at, author: scope.author }, "lonely", {
    text: "Written down outside any consultation.",
  });
  life.record.residue.push({
    format: "testkit-generated",
    order: 0,
    kind: "clinical",
    content: { heading: "Unplaced", text: "A line the source had no label for." },
    source: {},
  });
}

/** Entries the patient is not to see, of several kinds, and the consultation they stand in. */
function tellRedacted(life: Life, day: Day): void {
  const scope = life.consult(day);
  const confidentiality = [noPatientAccess];
  const restricted = life.observe(scope, "substanceMisuse", {
    text: "Told in confidence by the partner.",
    confidentiality,
  });
  life.add("narratives", scope, {
    texts: [{ role: "note", text: "Do not mention the call of the partner." }],
    effective: { kind: "point", at: scope.at },
    confidentiality,
  });
  life.add("referrals", scope, {
    concept: life.code("referral"),
    direction: "inbound",
    effective: { kind: "point", at: dateOfDay(day) },
    outcome: { text: "Declined", codings: [] },
    confidentiality,
  });
  life.add("links", scope, {
    kind: "related",
    from: restricted,
    targets: [restricted],
    confidentiality,
  });
}
