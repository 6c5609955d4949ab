import { sampleCode, sampleDrug } from "../codes/sample-codes.ts";
import type { Situation } from "./canonical-record.ts";

/** Doses, courses, issues, vaccinations. */
export const medicationSituations: readonly Situation[] = [
  {
    name: "dose-with-unit",
    situation:
      "Half a millilitre of a vaccine, and tablets by number, by words, and as a mixture of strengths.",
    rule: "A dose keeps its number, its digits and its unit; no unit is made up for a dose that has none.",
    tell(sheet) {
      const { record } = sheet;
      record.immunisations.push({
        ...sheet.entry("vaccine"),
        ...sheet.onTheDay,
        outcome: "given",
        concept: sampleCode("mmr1", "emis"),
        dose: { value: "0.50", unit: "mL", unitCode: "mL" },
      });
      const supply = { ...sheet.onTheDay, kind: "acute" as const };
      record.authorisations.push(
        {
          ...sheet.entry("number"),
          ...supply,
          statement: sheet.id("number statement"),
          concept: sampleDrug("metformin", "emis"),
          dosages: ["ONE TWICE A DAY"],
          quantity: { value: "56", unit: "tablet" },
        },
        {
          ...sheet.entry("bare"),
          ...supply,
          statement: sheet.id("bare statement"),
          concept: sampleDrug("salbutamol", "emis"),
          dosages: [],
          quantity: { value: "2.0" },
        },
        {
          ...sheet.entry("words"),
          ...supply,
          statement: sheet.id("words statement"),
          concept: { text: "Coal tar 5% in white soft paraffin", codings: [] },
          dosages: ["Apply at night", "Not on the face"],
          quantityText: "1 jar of 100 g",
          strengths: [{ ingredient: { text: "Coal tar", codings: [] }, strength: "5 %" }],
        },
      );
    },
  },
  {
    name: "repeat-course-with-issues",
    situation:
      "Tablets on repeat: authorised, issued twice, dispensed once, then stopped because of a cough.",
    rule: "Each issue stays with its course; how many were allowed and made, when it is reviewed and why it stopped stay too.",
    tell(sheet) {
      const { record } = sheet;
      const drug = {
        concept: sampleDrug("ramipril", "emis"),
        dosages: ["ONE TO BE TAKEN EACH DAY"],
        quantity: { value: "28", unit: "capsule" },
      };
      const course = { id: sheet.id("course"), link: "source" as const };
      record.authorisations.push({
        ...sheet.entry("course"),
        ...drug,
        statement: sheet.id("statement"),
        kind: "repeat",
        state: "past",
        effective: { kind: "period", start: sheet.day, end: "2011-06-01" },
        recorded: "2011-03-14T09:35",
        repeatNumber: "6",
        issued: "2",
        reviewDate: "2011-09-14",
        lastIssued: "2011-04-11",
        texts: [{ role: "pharmacy", text: "Easy-open caps, please" }],
      });
      for (const [index, at] of [sheet.day, "2011-04-11"].entries())
        record.issues.push({
          ...sheet.entry(`issue ${String(index + 1)}`),
          ...drug,
          statement: sheet.id(`issue statement ${String(index + 1)}`),
          course,
          effective: { kind: "point", at },
          method: "printed",
          repeat: true,
          issueNumber: String(index + 1),
        });
      record.dispenses.push({
        ...sheet.entry("dispense"),
        ...drug,
        statement: sheet.id("dispense statement"),
        course,
        effective: { kind: "point", at: "2011-03-15" },
      });
      record.discontinuations.push({
        ...sheet.entry("stop"),
        concept: drug.concept,
        dosages: [],
        statement: sheet.id("stop statement"),
        course,
        effective: { kind: "point", at: "2011-06-01" },
        reverses: [course.id],
        reason: { text: "Cough", codings: [] },
      });
    },
  },
  {
    name: "orphan-issue",
    situation:
      "An issue whose course stayed behind, and one in another consultation than its course, linked by guess.",
    rule: "An issue without its course stays an issue; a link that was inferred never becomes one the source stated.",
    tell(sheet) {
      const { record } = sheet;
      record.consultations.push({
        ...sheet.alone("later consultation"),
        effective: { kind: "point", at: "2011-05-02" },
      });
      const drug = { concept: sampleDrug("atorvastatin", "tpp"), dosages: ["ONE AT NIGHT"] };
      record.authorisations.push({
        ...sheet.entry("course"),
        ...sheet.onTheDay,
        ...drug,
        statement: sheet.id("statement"),
        kind: "repeat",
      });
      record.issues.push(
        {
          ...sheet.entry("orphan"),
          ...sheet.onTheDay,
          ...drug,
          statement: sheet.id("orphan statement"),
          course: { id: sheet.id("left behind"), link: "source" },
        },
        {
          ...sheet.alone("guessed"),
          ...drug,
          consultation: sheet.id("later consultation"),
          effective: { kind: "point", at: "2011-05-02" },
          statement: sheet.id("guessed statement"),
          course: { id: sheet.id("course"), link: "inferred" },
        },
      );
    },
  },
  {
    name: "two-supplies-in-one-statement",
    situation:
      "One medication statement that both authorises and issues, the issue with a product of its own.",
    rule: "What one statement held together is not made two statements, nor one supply.",
    tell(sheet) {
      const shared = {
        ...sheet.onTheDay,
        statement: sheet.id("statement"),
        concept: sampleDrug("amoxicillin", "emis"),
        dosages: ["ONE THREE TIMES A DAY"],
        quantity: { value: "21", unit: "capsule" },
      };
      sheet.record.authorisations.push({ ...sheet.entry("authorise"), ...shared, kind: "acute" });
      sheet.record.issues.push({
        ...sheet.entry("issue"),
        ...shared,
        course: { id: sheet.id("authorise"), link: "source" },
        supply: { product: { text: "Amoxicillin 250mg capsules (Example)", codings: [] } },
      });
    },
  },
  {
    name: "vaccinations-given-and-refused",
    situation: "One vaccination given, with batch and site, one refused, one only advised.",
    rule: "A vaccination that was not given is never read as given.",
    tell(sheet) {
      sheet.record.immunisations.push(
        {
          ...sheet.entry("given"),
          ...sheet.onTheDay,
          outcome: "given",
          concept: sampleCode("hibMenC", "emis"),
          contents: ["Hib", "Meningitis C"],
          part: "Booster",
          batchNumber: "TEST0042",
          expires: "2012-08",
          manufacturer: "Example Vaccines Ltd",
          site: { text: "Left thigh", codings: [] },
          method: { text: "Intramuscular", codings: [] },
        },
        {
          ...sheet.entry("refused"),
          ...sheet.onTheDay,
          outcome: "refused",
          concept: sampleCode("mmr1", "emis"),
          reasons: [{ text: "Parents wish to wait", codings: [] }],
        },
        {
          ...sheet.entry("advised"),
          ...sheet.onTheDay,
          outcome: "advised",
          concept: sampleCode("bcg", "emis"),
        },
      );
    },
  },
];
