import type { Allergy, Link } from "@gp2gp/core";
import type { NestedComponent, ObservationStatement, Reference, Statement } from "@gp2gp/hl7v3";
import { canBeAllergy, kindOfWrapper, wrappedAllergy } from "./allergies/allergy-codes.ts";
import { readAllergy } from "./allergies/read-allergy.ts";
import { allergyKind } from "./shared/filings.ts";
import { readDocumentNarrative, readReferredDocument } from "./documents/read-document.ts";
import { readCompound, readEmpty } from "./groups/read-group.ts";
import { readToldTexts } from "./groups/told-texts.ts";
import { readImmunisation } from "./immunisations/read-immunisation.ts";
import { readTailLinks } from "./links/read-links.ts";
import { readMedication } from "./medication/read-medication.ts";
import { readNarrative } from "./narratives/read-narrative.ts";
import { readBloodPressure, readingsOf } from "./observations/blood-pressure.ts";
import { readObservation } from "./observations/read-observation.ts";
import { readPlan } from "./plans/read-plan.ts";
import { readLinkSet } from "./problems/read-link-set.ts";
import { readRequest } from "./referrals/read-request.ts";
import { readRegistration } from "./registrations/read-registration.ts";
import type { ReadScope, Reading } from "./shared/scopes.ts";
import { ownIdOf } from "./shared/statement-head.ts";

/** What one statement gives: its entries, the documents and links of its tail, and the statements in it. */
export interface StatementReading {
  readonly readings: readonly Reading[];
  readonly documents: readonly Reading<"documents">[];
  readonly links: readonly Link[];
  readonly children: readonly NestedComponent[];
}

/** Reads a statement. `category` is the kind of allergy the category around it is for, where it is for one. */
export function readStatement(
  statement: Statement,
  category: Allergy["kind"] | undefined,
  scope: ReadScope,
): StatementReading {
  const [readings, told, children] = readOwn(statement, category, scope);
  const from = fromOf(readings, told);
  const references = told.reference ?? [];
  const alone = told.kind === "NarrativeStatement" && references.length === 1;
  return {
    readings,
    documents: alone ? [] : referredDocuments(references, scope),
    links: hasRelations(told) ? readTailLinks(from, told, scope) : [],
    children,
  };
}

/** The entries, the statement whose tail counts, and the statements within. */
function readOwn(
  statement: Statement,
  category: Allergy["kind"] | undefined,
  scope: ReadScope,
): readonly [readonly Reading[], Statement, readonly NestedComponent[]] {
  switch (statement.kind) {
    case "CompoundStatement": {
      const allergy = wrappedAllergy(statement);
      const kind = kindOfWrapper(statement.code);
      if (allergy && kind)
        return [
          [readAllergy(allergy, kind, scope)],
          { kind: "ObservationStatement", ...allergy },
          [],
        ];
      const newId = (seed: string): string => scope.newId(seed);
      const own = ownIdOf(...(statement.id ?? []));
      const { texts, others } = readToldTexts(statement.component ?? [], own, newId);
      const parts = readingsOf({ ...statement, component: others }, newId);
      if (parts) return [[readBloodPressure(statement, parts, texts, scope)], statement, []];
      return [[readCompound(statement, texts, scope)], statement, others];
    }
    case "ObservationStatement": {
      const kind = isAllergy(statement, category) ? (category ?? "none-known") : undefined;
      const reading = kind
        ? readAllergy(statement, kind, scope)
        : (readImmunisation(statement, scope) ?? readObservation(statement, scope));
      return [[reading], statement, []];
    }
    case "NarrativeStatement": {
      const [reference, more] = statement.reference ?? [];
      const document = more ? undefined : reference?.referredToExternalDocument;
      return [
        [
          document
            ? readDocumentNarrative(statement, document, scope)
            : readNarrative(statement, scope),
        ],
        statement,
        [],
      ];
    }
    case "MedicationStatement":
      return [readMedication(statement, scope), statement, []];
    case "LinkSet":
      return [[readLinkSet(statement, scope)], statement, []];
    case "PlanStatement":
      return [[readPlan(statement, scope)], statement, []];
    case "RequestStatement":
      return [[readRequest(statement, scope)], statement, []];
    case "RegistrationStatement":
      return [[readRegistration(statement, scope)], statement, []];
    case "EhrEmpty":
      return [[readEmpty(statement, scope)], statement, []];
  }
}

/** Whether an observation is an allergy: to something, in a category for them; or that there is none, wherever that is said. */
function isAllergy(
  statement: ObservationStatement,
  category: Allergy["kind"] | undefined,
): boolean {
  if (!canBeAllergy(statement)) return false;
  return category === undefined
    ? allergyKind.read(statement.code).filedAs === "none-known"
    : statement.value !== undefined;
}

function fromOf(readings: readonly Reading[], { kind }: Statement): string {
  const [reading] = readings;
  if (!reading) return "";
  return kind === "MedicationStatement" && "statement" in reading.entry
    ? reading.entry.statement
    : reading.entry.id;
}

function hasRelations({ replacementOf, reason, sequelTo }: Statement): boolean {
  return [replacementOf, reason, sequelTo].some((list) => list !== undefined && list.length > 0);
}

function referredDocuments(
  references: readonly Reference[],
  scope: ReadScope,
): Reading<"documents">[] {
  return references.flatMap(({ referredToExternalDocument: document }) =>
    document ? readReferredDocument(document, scope) : [],
  );
}
