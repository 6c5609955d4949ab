import { createHash } from "node:crypto";
import { newEntry } from "@gp2gp/core";
import { sampleCode } from "../codes/sample-codes.ts";
import type { SampleCodeName } from "../codes/sample-codes.ts";
import type { Sheet, Situation } from "./canonical-record.ts";

const letter = new TextEncoder().encode("Dear colleague,\r\n\r\nSeen in clinic. Well.\r\n");

/** Measurements, laboratory results, letters, referrals, words. */
export const resultAndLetterSituations: readonly Situation[] = [
  {
    name: "blood-pressure",
    situation: "Blood pressure 120 over 80, as one reading of two numbers.",
    rule: "Systolic and diastolic stay together and are never exchanged.",
    tell(sheet) {
      sheet.record.observations.push({
        ...sheet.entry("pressure"),
        ...sheet.onTheDay,
        category: "examination",
        concept: sampleCode("bloodPressure", "emis"),
        texts: [{ role: "note", text: "Sitting, left arm" }],
        components: [pressure(sheet, "systolic", "120", 0), pressure(sheet, "diastolic", "80", 1)],
      });
    },
  },
  {
    name: "laboratory-report",
    situation:
      "A report of a blood sample: below the limit of the test, above the range, and a result that never came.",
    rule: "A result keeps comparator, digits, unit, ranges with their ends, and stays in its report; a missing one says why.",
    tell(sheet) {
      const { record } = sheet;
      record.agents.push({
        ...sheet.alone("laboratory"),
        kind: "organisation",
        name: "Example Pathology",
      });
      record.testRequests.push({
        ...sheet.entry("request"),
        ...sheet.onTheDay,
        concept: sampleCode("liverFunction", "emis"),
        clinicalInformation: "Tired",
        provider: sheet.id("laboratory"),
        fasted: true,
        results: [sheet.id("report")],
      });
      record.testReports.push({
        ...sheet.entry("report"),
        kind: "pathology",
        concept: sampleCode("laboratory", "emis"),
        identifiers: [{ system: "testkit:report-number", value: "11B000042" }],
        effective: { kind: "point", at: "2011-03-11" },
        collected: "2011-03-11T08:10",
        issued: "2011-03-12T16:05",
        provider: sheet.id("laboratory"),
        request: sheet.id("request"),
        outcome: { text: "Abnormal but expected", codings: [] },
        texts: [{ role: "comment", text: "Filed by the duty doctor" }],
        specimens: [
          {
            identifiers: [{ system: "testkit:specimen", value: "S-42" }],
            material: "Venous blood",
            collected: { kind: "point", at: "2011-03-11T08:10" },
            comments: ["Slightly haemolysed"],
          },
        ],
      });
      record.groups.push({
        ...sheet.within("report", "battery"),
        kind: "battery",
        concept: { text: "Liver function", codings: [] },
      });
      record.observations.push(
        {
          ...sheet.within("battery", "below"),
          ...sheet.onTheDay,
          concept: sampleCode("psa", "tpp"),
          value: {
            kind: "quantity",
            quantity: { value: "0.10", comparator: "<", unit: "ug/L", unitCode: "ug/L" },
          },
          referenceRanges: [
            {
              range: {
                low: { value: "0", unit: "ug/L" },
                high: { value: "3.0", unit: "ug/L" },
                lowInclusive: true,
                highInclusive: false,
              },
            },
          ],
        },
        {
          ...sheet.within("battery", "above"),
          ...sheet.onTheDay,
          concept: sampleCode("alt", "emis"),
          value: { kind: "quantity", quantity: { value: "61", unit: "U/L" } },
          referenceRanges: [{ text: "Men: up to 50", range: { high: { value: "50" } } }],
          interpretation: {
            codings: [
              {
                system: "urn:oid:2.16.840.1.113883.2.1.6.5",
                code: "HI",
                display: "Above high reference limit",
                asserted: "source",
              },
            ],
          },
          abnormal: true,
          texts: [{ role: "comment", text: "Repeat in a month" }],
        },
        {
          ...sheet.within("battery", "missing"),
          ...sheet.onTheDay,
          concept: sampleCode("albumin", "emis"),
          value: { kind: "absent", reason: "NAV" },
        },
      );
    },
  },
  {
    name: "values-of-every-kind",
    situation: "Results that are a word, a code, a yes, a count, a date, a range and a ratio.",
    rule: "A value keeps its kind: a date is no text, a count has no decimals, no is a value.",
    tell(sheet) {
      const observe = (label: string, name: SampleCodeName, value: object) => {
        sheet.record.observations.push({
          ...sheet.entry(label),
          ...sheet.onTheDay,
          concept: sampleCode(name, "emis"),
          value: value as { kind: "text"; text: string },
        });
      };
      observe("word", "pregnancyTest", { kind: "text", text: "Positive" });
      observe("code", "causeOfDeath", { kind: "coded", coded: sampleCode("angina", "emis") });
      observe("no", "urineNitrite", { kind: "boolean", boolean: false });
      observe("count", "currentSmoker", { kind: "integer", integer: "10" });
      observe("date", "lastPeriod", { kind: "date", date: "2011-01" });
      observe("range", "albumin", {
        kind: "range",
        range: { low: { value: "35", unit: "g/L" }, high: { value: "50", unit: "g/L" } },
      });
      observe("ratio", "framingham", {
        kind: "ratio",
        numerator: { value: "12" },
        denominator: { value: "100" },
      });
    },
  },
  {
    name: "documents",
    situation:
      "Three letters: one here, one on a server nobody reaches, one that did not come along.",
    rule: "Stored bytes arrive unchanged; a missing document stays in the record with its title and the reason.",
    documents: [letter],
    tell(sheet) {
      const { record } = sheet;
      record.documents.push(
        {
          ...sheet.entry("here"),
          ...sheet.onTheDay,
          title: "Clinic letter",
          type: "Letter",
          direction: "incoming",
          created: { kind: "point", at: "2011-03-01" },
          content: {
            state: "stored",
            sha256: createHash("sha256").update(letter).digest("hex"),
            bytes: letter.byteLength,
            name: "letter.txt",
            mediaType: "text/plain",
          },
          texts: [{ role: "note", text: "Read, no action" }],
        },
        {
          ...sheet.entry("elsewhere"),
          ...sheet.onTheDay,
          title: "Scan",
          content: { state: "elsewhere", uri: "file:///S:/scan.tif", name: "scan.tif" },
        },
        {
          ...sheet.entry("absent"),
          ...sheet.onTheDay,
          title: "Discharge summary",
          content: { state: "absent", reason: "not-included", mediaType: "application/pdf" },
        },
      );
    },
  },
  {
    name: "referral",
    situation: "Referred to the ear clinic, soon, with a booking number, a reason and a letter.",
    rule: "Urgency, reason, booking number, whom and by whom stay; a referral never becomes a note that one was made.",
    tell(sheet) {
      const { record } = sheet;
      record.agents.push({
        ...sheet.alone("hospital"),
        kind: "organisation",
        name: "Royal Example Infirmary",
      });
      record.documents.push({
        ...sheet.entry("letter"),
        ...sheet.onTheDay,
        title: "Referral letter",
        direction: "outgoing",
        content: { state: "absent", reason: "not-included" },
      });
      record.referrals.push({
        ...sheet.entry("referral"),
        ...sheet.onTheDay,
        identifiers: [{ system: "ubrn", value: "999900001111" }],
        concept: sampleCode("entReferral", "tpp"),
        direction: "outbound",
        urgency: "soon",
        reason: sampleCode("hearingLoss", "tpp"),
        recipient: sheet.id("hospital"),
        sender: sheet.id("gp"),
        dated: "2011-03-15",
        funding: "nhs",
        documents: [sheet.id("letter")],
        texts: [{ role: "reason", text: "Right side, six months." }],
      });
    },
  },
  {
    name: "words-as-typed",
    situation:
      "Notes with line breaks, tabs, mark-up, accents, emoji, and one that looks like carried text.",
    rule: "Words arrive as they were typed, every line break and space of them; text that looks like ours is still theirs.",
    tell(sheet) {
      const notes = [
        "First\nsecond\n\nfourth\n\tset in",
        `5 < 6 & "7" > '4' ]]> <note/> &amp; &#10;`,
        "½ tablet – 38.5 °C – Łódź – 日本語 – 👩🏽‍⚕️",
        "[Carried from the sending system]\n[Note: not carried]",
        "  spaces around  ",
      ];
      for (const [index, text] of notes.entries())
        sheet.record.narratives.push({
          ...sheet.entry(`note ${String(index + 1)}`),
          texts: [{ role: "note", text }],
        });
    },
  },
  {
    name: "control-characters",
    situation:
      "A note that came over a serial line, with a carriage return, a vertical tab and a bell in it.",
    rule: "What the target cannot hold is reported, and the words around it stay.",
    tell(sheet) {
      sheet.record.narratives.push({
        ...sheet.entry("note"),
        texts: [{ role: "note", text: "Result:\r\n4.2\u000b normal\u0007 end" }],
      });
    },
  },
];

function pressure(sheet: Sheet, name: "systolic" | "diastolic", value: string, order: number) {
  return {
    ...newEntry(sheet.id(name), order, {}),
    ...sheet.onTheDay,
    concept: sampleCode(name, "emis"),
    value: {
      kind: "quantity" as const,
      quantity: { value, unit: "mmHg", unitCode: "mm[Hg]" },
    },
  };
}
