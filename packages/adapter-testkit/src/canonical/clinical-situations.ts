import { roleCoded } from "@gp2gp/core";
import { noPatientAccess } from "../codes/no-patient-access.ts";
import { sampleCode } from "../codes/sample-codes.ts";
import type { Situation } from "./canonical-record.ts";

/** Allergies, problems, dates, headings, restrictions, people. */
export const clinicalSituations: readonly Situation[] = [
  {
    name: "allergy-with-two-reactions",
    situation: "Penicillin brought out a rash and, an hour later, swollen lips.",
    rule: "Both reactions stay, each with its own severity, and so do the drug, its class and the certainty.",
    tell(sheet) {
      sheet.record.allergies.push({
        ...sheet.entry("allergy"),
        ...sheet.onTheDay,
        recorded: "2011-03-14T09:38:00",
        kind: "drug",
        concept: sampleCode("penicillinAllergy", "tpp"),
        substances: [sampleCode("penicillin")],
        reactions: [
          { manifestation: sampleCode("rash"), severity: { text: "Moderate", codings: [] } },
          { text: "Lips swollen within the hour", severity: { text: "Severe", codings: [] } },
        ],
        certainty: { text: "Certain", codings: [] },
        texts: [{ role: "note", text: "Amoxicillin, third day." }],
      });
    },
  },
  {
    name: "allergies-of-every-kind",
    situation:
      "Allergic to peanuts and latex, once thought to have no allergy, and one nobody classed.",
    rule: "An allergy keeps the kind its source gave it; none is made a food or a drug allergy by guess; none known is no allergy.",
    tell(sheet) {
      const { record } = sheet;
      record.allergies.push(
        {
          ...sheet.entry("none"),
          effective: { kind: "point", at: "1999" },
          kind: "none-known",
          concept: sampleCode("noKnownAllergies", "emis"),
          substances: [],
          ended: "2004-06",
        },
        {
          ...sheet.entry("peanut"),
          ...sheet.onTheDay,
          kind: "non-drug",
          concept: sampleCode("peanutAllergy", "emis"),
          substances: [sampleCode("peanut")],
        },
        {
          ...sheet.entry("group"),
          ...sheet.onTheDay,
          kind: "drug-group",
          concept: sampleCode("drugAllergy", "tpp"),
          substances: [{ text: "Opioid analgesics", codings: [] }],
          exclusions: ["Codeine"],
        },
        {
          ...sheet.entry("latex"),
          kind: "unspecified",
          concept: sampleCode("latexAllergy", "tpp"),
          substances: [],
          endedUnknown: true,
        },
      );
    },
  },
  {
    name: "negated-problem",
    situation: "Asthma was looked for and ruled out; the problem is past.",
    rule: "Not having a condition is never read as having it.",
    tell(sheet) {
      sheet.record.observations.push({
        ...sheet.entry("asthma"),
        ...sheet.onTheDay,
        concept: sampleCode("asthma", "emis"),
        negated: true,
        category: "clinical",
        texts: [{ role: "note", text: "Spirometry normal twice." }],
      });
      sheet.record.problems.push({
        ...sheet.alone("problem"),
        names: sheet.id("asthma"),
        activity: "past",
        significance: "minor",
        effective: { kind: "period", start: "2010-11", end: sheet.day },
        links: [],
      });
    },
  },
  {
    name: "problem-with-links",
    situation:
      "Diabetes with its retinopathy grouped under it, a review, and a link to something left behind.",
    rule: "The links, their kinds and the hierarchy stay; a link to what is not there is kept and reported, not followed or dropped.",
    tell(sheet) {
      const { record } = sheet;
      record.observations.push(
        {
          ...sheet.entry("diabetes"),
          ...sheet.onTheDay,
          concept: sampleCode("typeTwoDiabetes", "tpp"),
          episodicity: "first",
        },
        {
          ...sheet.entry("retinopathy"),
          ...sheet.onTheDay,
          concept: sampleCode("backgroundRetinopathy", "tpp"),
        },
        {
          ...sheet.entry("foot"),
          ...sheet.onTheDay,
          concept: sampleCode("footExamination", "tpp"),
        },
      );
      record.problems.push(
        {
          ...sheet.alone("problem"),
          names: sheet.id("diabetes"),
          activity: "active",
          significance: "major",
          episodicity: "ongoing",
          effective: { kind: "period", start: "2009" },
          links: [
            { target: sheet.id("foot"), kind: "review" },
            { target: sheet.id("left behind"), kind: "associated" },
          ],
        },
        {
          ...sheet.alone("child"),
          names: sheet.id("retinopathy"),
          activity: "active",
          significance: "minor",
          expectedDuration: "12 months",
          parent: sheet.id("problem"),
          parentRelation: "grouped",
          links: [{ target: sheet.id("retinopathy"), kind: "part-of" }],
        },
      );
    },
  },
  {
    name: "partial-dates",
    situation:
      "Measured in 1999, in May 1999, on a day, at a minute, at a second with a zone, and on a date nobody knows.",
    rule: "A date is never made finer or coarser than it was recorded, and a missing one says why.",
    tell(sheet) {
      const dates = [
        "1999",
        "1999-05",
        "1999-05-12",
        "1999-05-12T10:30",
        "1999-05-12T10:30:15+01:00",
      ];
      for (const at of dates)
        sheet.record.observations.push({
          ...sheet.entry(`at ${at}`),
          effective: { kind: "point", at },
          recorded: at,
          concept: sampleCode("weight", "emis"),
        });
      sheet.record.observations.push(
        {
          ...sheet.entry("unknown"),
          effective: { kind: "absent", reason: "UNK" },
          concept: sampleCode("height", "emis"),
        },
        {
          ...sheet.entry("period"),
          effective: { kind: "period", start: "1999", end: "2000-02-29" },
          concept: sampleCode("pregnant", "emis"),
        },
        {
          ...sheet.entry("centre"),
          effective: { kind: "centre", at: "1999-06" },
          concept: sampleCode("height", "emis"),
        },
      );
    },
  },
  {
    name: "relative-as-subject",
    situation: "The father had glaucoma; he is dead.",
    rule: "What is said about a relative is never read as said about the patient.",
    tell(sheet) {
      sheet.record.observations.push({
        ...sheet.entry("glaucoma"),
        ...sheet.onTheDay,
        category: "family-history",
        concept: sampleCode("familyGlaucoma", "tpp"),
        subject: {
          relationship: { text: "Father", codings: [] },
          deceased: true,
          birthDate: "1931",
        },
      });
    },
  },
  {
    name: "nested-groups",
    situation: "Headings six deep, an empty one among them, and entries at two of the depths.",
    rule: "Nesting and order stay, to any depth, and an empty heading stays a heading.",
    tell(sheet) {
      const { record } = sheet;
      const kinds = ["topic", "category", "cluster", "battery", "cluster", "battery"] as const;
      let holder: string | undefined;
      for (const [depth, kind] of kinds.entries()) {
        const label = `level ${String(depth + 1)}`;
        record.groups.push({
          ...(holder === undefined ? sheet.entry(label) : sheet.within(holder, label)),
          kind,
          concept: { text: `Heading ${String(depth + 1)}`, codings: [] },
        });
        holder = label;
      }
      const add = (holder: string, label: string) =>
        record.observations.push({
          ...sheet.within(holder, label),
          ...sheet.onTheDay,
          concept: sampleCode("neutrophils", "tpp"),
          texts: [{ role: "note", text: label }],
        });
      add("level 2", "beside the third heading");
      add("level 6", "first at the bottom");
      add("level 6", "second at the bottom");
      record.groups.push({ ...sheet.within("level 1", "empty"), kind: "empty" });
    },
  },
  {
    name: "redacted-entries",
    situation:
      "Something told in confidence, and a note about it, neither to be shown to the patient.",
    rule: "A restriction stays on the entry; where the target cannot say it, the entry is withheld and reported.",
    tell(sheet) {
      const { record } = sheet;
      const confidentiality = [noPatientAccess];
      record.observations.push(
        {
          ...sheet.entry("told"),
          ...sheet.onTheDay,
          concept: sampleCode("substanceMisuse", "tpp"),
          confidentiality,
        },
        { ...sheet.entry("open"), ...sheet.onTheDay, concept: sampleCode("lonely", "tpp") },
      );
      record.narratives.push({
        ...sheet.entry("note"),
        texts: [{ role: "note", text: "Partner rang; do not mention." }],
        confidentiality,
      });
    },
  },
  {
    name: "people-in-their-parts",
    situation:
      "One wrote it, another said it, a third was told; a device took it, at a place; two share a name.",
    rule: "Each participant keeps part, time and mode; the place stays a place; agents of equal names stay two.",
    tell(sheet) {
      const { record } = sheet;
      record.agents.push(
        {
          ...sheet.alone("namesake"),
          kind: "person",
          person: { prefixes: ["Dr"], given: ["Sample"], family: ["Testworthy"] },
          concept: { text: "Locum", codings: [] },
          identifiers: [{ system: "gmc", value: "9999990" }],
        },
        { ...sheet.alone("device"), kind: "device", name: "Cuff", model: "T-1", software: "2.0" },
        {
          ...sheet.alone("ward"),
          kind: "place",
          name: "Ward 4",
          represents: { name: "Royal Example Infirmary" },
        },
        { ...sheet.alone("surgery"), kind: "place", name: "Specimen Street Surgery, ground floor" },
        { ...sheet.alone("team"), kind: "team", name: "Night nurses (test)" },
      );
      const [consultation] = record.consultations;
      if (consultation)
        record.consultations[0] = { ...consultation, location: sheet.id("surgery") };
      record.observations.push({
        ...sheet.entry("pulse"),
        ...sheet.onTheDay,
        concept: sampleCode("feelsUnwell", "tpp"),
        participants: [
          { role: roleCoded("performer"), agent: sheet.id("device") },
          {
            role: roleCoded("informant"),
            person: { relationship: { text: "Daughter", codings: [] } },
            mode: { text: "By telephone", codings: [] },
          },
          {
            role: roleCoded("responsible"),
            agent: sheet.id("namesake"),
            time: { start: sheet.day, end: "2011-03-15" },
          },
          { role: { text: "Interpreter", codings: [] }, agent: sheet.id("team") },
        ],
      });
    },
  },
];
