import {
  carriedLines,
  patientSchema,
  pointerOf,
  readCarriedText,
  withCarriedText,
} from "@gp2gp/core";
import type { AnyEntry, CarriedStep, CarriedText, Patient } from "@gp2gp/core";
import type { EntryWork } from "../../writing/entry-work.ts";

/*
 * What the registration has no place for stands in its custom fields, one a fact, in the grammar of
 * carried text.
 */

export const carriedFieldName = "Carried from the sending system";

export interface CarriedField {
  readonly FieldName?: string | undefined;
  readonly FieldValue?: string | undefined;
}

/** The fields for every fact of the patient that nobody took, and where each fact is. */
export function carriedFields(work: EntryWork): {
  readonly fields: readonly CarriedField[];
  readonly paths: readonly string[];
} {
  const lines = carriedLines(work.facts);
  return {
    fields: lines.map(({ line }) => ({ FieldName: carriedFieldName, FieldValue: line })),
    paths: lines.map(({ path }) => pointerOf(...path)),
  };
}

/** The facts of the fields among `fields` that carry some. */
export function readCarriedFields(fields: readonly CarriedField[]): CarriedText["facts"] {
  const lines = fields.flatMap(({ FieldName, FieldValue }) =>
    FieldName === carriedFieldName && FieldValue !== undefined ? [FieldValue] : [],
  );
  return lines.length === 0 ? [] : readCarriedText(withCarriedText(undefined, lines)).facts;
}

/** The patient with the facts put back; undefined where they do not fit. */
export function restoredPatient(
  patient: Patient,
  facts: CarriedText["facts"],
): Patient | undefined {
  const restored: unknown = structuredClone(patient);
  const inserted = new Set<string>();
  for (const { path, value } of facts) {
    if (!put(restored as Container, { path, value, inserted })) return undefined;
  }
  const parsed = patientSchema.safeParse(restored);
  return parsed.success ? parsed.data : undefined;
}

type Container = Record<string, unknown> | unknown[];

interface Put {
  readonly path: readonly CarriedStep[];
  readonly value: unknown;
  readonly inserted: Set<string>;
}

/** Puts one fact at its path: items that are not there yet are put in where they stood. */
function put(root: Container, { path, value, inserted }: Put): boolean {
  let container = root;
  let place = "";
  for (const [at, step] of path.entries()) {
    const last = at === path.length - 1;
    const next = path[at + 1];
    const fresh = (): unknown => (last ? value : next && "index" in next ? [] : {});
    if ("key" in step) {
      place += `/${step.key}`;
      if (Array.isArray(container) || step.key === "__proto__") return false;
      if (last) container[step.key] = value;
      else container[step.key] ??= fresh();
      container = container[step.key] as Container;
    } else {
      place += `/${step.index}`;
      if (!Array.isArray(container) || step.index > container.length) return false;
      if (!step.into && !inserted.has(place)) {
        inserted.add(place);
        container.splice(step.index, 0, fresh());
      } else if (last) container[step.index] = value;
      container = container[step.index] as Container;
    }
    if (!last && (typeof container !== "object" || container === null)) return false;
  }
  return true;
}

/** A patient as carried text sees it: facts, and no section of its own. */
export function asEntry(patient: Patient): AnyEntry {
  return patient as unknown as AnyEntry;
}
