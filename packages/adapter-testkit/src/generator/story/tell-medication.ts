import type { EntryId, Quantity } from "@gp2gp/core";
import { sampleDrug } from "../../codes/sample-codes.ts";
import type { SampleDrugName } from "../../codes/sample-codes.ts";
import { dateOfDay } from "../calendar.ts";
import type { Course, Life, Scope } from "../life.ts";

interface Prescription {
  readonly drug: SampleDrugName;
  readonly dosage: string;
  readonly quantity: Quantity;
  readonly repeats?: string;
}

/** Starts a repeat course: the authorisation its issues belong to. */
export function startRepeat(life: Life, scope: Scope, prescription: Prescription): Course {
  const { drug, dosage, quantity, repeats = "6" } = prescription;
  const authorisation = life.add("authorisations", scope, {
    kind: "repeat",
    state: "current",
    statement: life.newId(),
    concept: sampleDrug(drug, life.dialect),
    dosages: [dosage],
    quantity,
    repeatNumber: repeats,
    effective: { kind: "period", start: dateOfDay(scope.day) },
    recorded: scope.at,
    reviewDate: dateOfDay(scope.day + 180),
    texts: [{ role: "pharmacy", text: `Please label in large print: ${dosage.toLowerCase()}` }],
  });
  const index = life.record.authorisations.length - 1;
  const course: Course = { authorisation, index, drug, dosage, quantity, issued: 0 };
  life.courses.set(drug, course);
  return course;
}

/** Issues a prescription of a course. */
export function issueRepeat(life: Life, scope: Scope, course: Course): EntryId {
  course.issued += 1;
  return life.add("issues", scope, {
    statement: life.newId(),
    course: { id: course.authorisation, link: "source" },
    concept: sampleDrug(course.drug, life.dialect),
    dosages: [course.dosage],
    quantity: course.quantity,
    issueNumber: String(course.issued),
    repeat: true,
    method: life.random.pick(["printed", "electronic", "printed", "handwritten"]),
    effective: { kind: "point", at: dateOfDay(scope.day) },
    recorded: scope.at,
  });
}

/** Prescribes once: an acute course with its one issue. */
export function prescribeOnce(life: Life, scope: Scope, prescription: Prescription): EntryId {
  const { drug, dosage, quantity } = prescription;
  const concept = sampleDrug(drug, life.dialect);
  const authorisation = life.add("authorisations", scope, {
    kind: "acute",
    state: "past",
    statement: life.newId(),
    concept,
    dosages: [dosage],
    quantity,
    effective: {
      kind: "period",
      start: dateOfDay(scope.day),
      end: dateOfDay(scope.day + 7),
    },
    recorded: scope.at,
  });
  return life.add("issues", scope, {
    statement: life.newId(),
    course: { id: authorisation, link: "source" },
    concept,
    dosages: [dosage],
    quantity,
    repeat: false,
    method: "printed",
    effective: { kind: "point", at: dateOfDay(scope.day) },
    recorded: scope.at,
  });
}

/** Stops a course, with the reason. */
export function stopRepeat(life: Life, scope: Scope, drug: SampleDrugName, reason: string): void {
  const course = life.courses.get(drug);
  if (!course) return;
  life.courses.delete(drug);
  const { authorisations } = life.record;
  const authorisation = authorisations[course.index];
  if (authorisation) {
    authorisations[course.index] = {
      ...authorisation,
      state: "past",
      issued: String(course.issued),
      endReason: { text: reason, codings: [] },
    };
  }
  life.add("discontinuations", scope, {
    statement: life.newId(),
    course: { id: course.authorisation, link: "source" },
    concept: sampleDrug(drug, life.dialect),
    dosages: [],
    reverses: [course.authorisation],
    reason: { text: reason, codings: [] },
    effective: { kind: "point", at: dateOfDay(scope.day) },
    recorded: scope.at,
  });
}
