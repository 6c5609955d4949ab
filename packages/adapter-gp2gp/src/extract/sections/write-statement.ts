import type { AnyEntry, Document, EntryOf, EntrySection, Link } from "@gp2gp/core";
import type { Statement } from "@gp2gp/hl7v3";
import { writeAllergy } from "./allergies/write-allergy.ts";
import { writeDocument, writeReference } from "./documents/write-document.ts";
import { writeEmpty, writeGroup, writeTestReport } from "./groups/write-group.ts";
import { writeTailLinks } from "./links/write-links.ts";
import { writeMedication } from "./medication/write-medication.ts";
import type { SupplyToWrite } from "./medication/write-medication.ts";
import { writeNarrative } from "./narratives/write-narrative.ts";
import { writeBattery } from "./observations/blood-pressure.ts";
import { writeObservation } from "./observations/write-observation.ts";
import { writePlan } from "./plans/write-plan.ts";
import { writeProblem, writeReferralDocuments } from "./problems/write-link-set.ts";
import { writeRequest } from "./referrals/write-request.ts";
import { writeRegistration } from "./registrations/write-registration.ts";
import { withFiling } from "./shared/filings.ts";
import type { Carry, WriteScope } from "./shared/scopes.ts";
import { withStandIn } from "./shared/stand-ins.ts";

/** An entry with the section it is of and its place there. */
export type PlacedEntry = {
  [Section in EntrySection]: {
    readonly section: Section;
    readonly index: number;
    readonly entry: EntryOf<Section>;
  };
}[EntrySection];

/** The entries one statement stands for: one, or the supplies of one medication statement. */
export interface StatementToWrite {
  readonly entries: readonly PlacedEntry[];
  /** Documents it refers to, apart from one it stands for itself. */
  readonly documents: readonly Document[];
  /** What its tail relates it to. */
  readonly links: readonly Link[];
  /** Whether the category around it already says that allergies stand there. */
  readonly inAllergyCategory: boolean;
}

/** Whether the statement of an entry has a text of its own that can carry lines. */
export function hasSlot(placed: PlacedEntry, scope: WriteScope): boolean {
  switch (placed.section) {
    case "groups":
    case "testReports":
    case "registrations":
      return false;
    case "problems":
    case "links":
      return !isLinkSet(placed, scope);
    case "observations":
      return (placed.entry.components?.length ?? 0) === 0;
    default:
      return true;
  }
}

/**
 * Whether an entry stands as a set of links that is read as what it is: a set of no stated activity
 * that names a request is the documents of a referral, and any other is a problem.
 */
function isLinkSet(placed: PlacedEntry, scope: WriteScope): boolean {
  const isRequest = (id: string | undefined): boolean =>
    id !== undefined && scope.target(id)?.kind === "RequestStatement";
  if (placed.section === "problems") {
    const { activity, names, links } = placed.entry;
    const stated = activity === "active" || activity === "inactive" || activity === "past";
    return stated || ![names, ...links.map(({ target }) => target)].some(isRequest);
  }
  if (placed.section !== "links" || placed.entry.kind !== "referral-document") return false;
  return [placed.entry.from, ...placed.entry.targets].some(isRequest);
}

/** The statement for its entries; `carries` are the lines each of them is to carry, by position. */
export function writeStatement(
  { entries, documents, links, inAllergyCategory }: StatementToWrite,
  scope: WriteScope,
  carries: readonly (Carry | undefined)[] = [],
): Statement {
  const [first] = entries;
  if (!first) throw new TypeError("a statement stands for at least one entry");
  const written = isSupply(first)
    ? writeSupplies(entries, scope, carries)
    : writeSingle(first, inAllergyCategory, scope, carries[0]);
  const statement = withFiling(withStandIn(written, first), first);
  const references = documents.map((document) =>
    writeReference(document, scope.writtenId(document.id), scope),
  );
  if (references.length === 0 && links.length === 0) return statement;
  const tail = {
    ...writeTailLinks(links, scope),
    ...(references.length > 0 && { reference: references }),
  };
  return withTail(statement, tail);
}

/** The tail of an allergy is that of the observation in its category. */
function withTail(statement: Statement, tail: object): Statement {
  const [component] = statement.kind === "CompoundStatement" ? (statement.component ?? []) : [];
  if (statement.kind !== "CompoundStatement" || !component || statement.classCode !== "CATEGORY")
    return { ...statement, ...tail };
  return {
    ...statement,
    component: [
      {
        ...component,
        ...(component.statement && { statement: { ...component.statement, ...tail } }),
      },
    ],
  };
}

const isSupply = (placed: PlacedEntry): boolean =>
  placed.section === "authorisations" ||
  placed.section === "issues" ||
  placed.section === "dispenses" ||
  placed.section === "discontinuations";

function writeSupplies(
  entries: readonly PlacedEntry[],
  scope: WriteScope,
  carries: readonly (Carry | undefined)[],
): Statement {
  const supplies = entries.flatMap((placed, index): SupplyToWrite[] => {
    const carry = carries[index];
    switch (placed.section) {
      case "authorisations":
        return [{ section: placed.section, entry: placed.entry, carry }];
      case "issues":
        return [{ section: placed.section, entry: placed.entry, carry }];
      case "dispenses":
        return [{ section: placed.section, entry: placed.entry, carry }];
      case "discontinuations":
        return [{ section: placed.section, entry: placed.entry, carry }];
      default:
        return [];
    }
  });
  const [first, ...rest] = supplies;
  if (!first) throw new TypeError("a medication statement stands for at least one supply");
  return { kind: "MedicationStatement", ...writeMedication([first, ...rest], scope) };
}

function writeSingle(
  placed: PlacedEntry,
  inAllergyCategory: boolean,
  scope: WriteScope,
  carry: Carry | undefined,
): Statement {
  switch (placed.section) {
    case "observations":
      return (placed.entry.components?.length ?? 0) > 0
        ? { kind: "CompoundStatement", ...writeBattery(placed.entry, scope) }
        : { kind: "ObservationStatement", ...writeObservation(placed.entry, scope, carry) };
    case "allergies": {
      const category = writeAllergy(placed.entry, scope, carry);
      const inner = category.component?.[0]?.statement;
      // Without an agent nothing but its own category tells an allergy from an observation.
      const told =
        placed.entry.kind === "none-known" ||
        (inAllergyCategory && placed.entry.substances.length > 0);
      return told && inner ? inner : { kind: "CompoundStatement", ...category };
    }
    case "immunisations":
      return { kind: "ObservationStatement", ...writeObservation(placed.entry, scope, carry) };
    case "groups":
      return placed.entry.kind === "empty"
        ? { kind: "EhrEmpty", ...writeEmpty(placed.entry, scope) }
        : { kind: "CompoundStatement", ...writeGroup(placed.entry, scope) };
    case "testReports":
      return { kind: "CompoundStatement", ...writeTestReport(placed.entry, scope) };
    case "documents":
      return { kind: "NarrativeStatement", ...writeDocument(placed.entry, scope, carry) };
    case "problems":
      return isLinkSet(placed, scope)
        ? { kind: "LinkSet", ...writeProblem(placed.entry, scope) }
        : narrative(placed.entry, scope, carry);
    case "links":
      return isLinkSet(placed, scope)
        ? { kind: "LinkSet", ...writeReferralDocuments(placed.entry, scope) }
        : narrative(placed.entry, scope, carry);
    case "plans":
      return { kind: "PlanStatement", ...writePlan(placed.entry, scope, carry) };
    case "referrals":
    case "testRequests":
      return { kind: "RequestStatement", ...writeRequest(placed.entry, scope, carry) };
    case "registrations":
      return { kind: "RegistrationStatement", ...writeRegistration(placed.entry, scope) };
    default:
      return narrative(placed.entry, scope, carry);
  }
}

function narrative(entry: AnyEntry, scope: WriteScope, carry: Carry | undefined): Statement {
  return { kind: "NarrativeStatement", ...writeNarrative(entry, scope, carry) };
}
