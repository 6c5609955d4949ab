import { degradeCoding, oidOfSystem } from "@gp2gp/core";
import type { AnyEntry, Coded, DegradeKind } from "@gp2gp/core";
import type { CD, Statement } from "@gp2gp/hl7v3";
import { isKnownCoding, isWritableCoding, writeStandIn } from "../../values/coded.ts";
import { isDrugAllergy } from "../allergies/allergy-codes.ts";
import type { PlacedEntry } from "../write-statement.ts";
import { withCode } from "./statement-code.ts";

/** Whether an entry was coded in systems that no receiver knows alone: it needs a code that says so. */
export function needsStandIn({ concept }: Pick<AnyEntry, "concept">): boolean {
  return (
    concept !== undefined &&
    concept.absent === undefined &&
    concept.codings.length > 0 &&
    !concept.codings.some((coding) => isKnownCoding(coding) && isWritableCoding(coding))
  );
}

/** A statement whose code stands in for that of its entry, where that needs it. */
export function withStandIn(statement: Statement, placed: PlacedEntry): Statement {
  const { concept } = placed.entry;
  const kind = degradeKindOf(placed);
  if (!concept || kind === undefined || !needsStandIn(placed.entry)) return statement;
  return withCode(statement, () => writeStandIn(concept, degradeCode(kind)));
}

/** The kind of stand-in for an entry whose statement has a code of its own. */
function degradeKindOf({ section, entry }: PlacedEntry): DegradeKind | undefined {
  switch (section) {
    case "authorisations":
    case "issues":
    case "dispenses":
    case "discontinuations":
      return "medication";
    case "referrals":
      return "referral";
    case "testRequests":
      return "request";
    case "plans":
      return "plan";
    case "allergies":
      return isDrugAllergy(entry.kind) ? "drug-allergy" : "non-drug-allergy";
    case "observations":
    case "immunisations":
      return "record-entry";
    default:
      return undefined;
  }
}

function degradeCode(kind: DegradeKind): CD {
  const coding = degradeCoding(kind, "snomed");
  if (!coding) throw new TypeError("every degrade code is one of SNOMED CT");
  return { code: coding.code, codeSystem: oidOfSystem("snomed"), displayName: coding.display };
}

/** A word people use for something, and the code that messages have for it. */
export interface Named {
  readonly code: string;
  readonly displayName: string;
  /** In lower case. */
  readonly words: readonly string[];
}

/** The code of a table for the words of a concept. */
export function namedBy(table: readonly Named[], words: string | undefined): CD | undefined {
  const own = words?.trim().toLowerCase();
  const found = table.find((named) => own !== undefined && named.words.includes(own));
  return found && snomed(found.code, found.displayName);
}

export const snomed = (code: string, displayName: string) =>
  ({ code, codeSystem: "2.16.840.1.113883.2.1.3.2.4.15", displayName }) as const;

/** Whether a concept leads with a code that receivers know. */
export const leadsWithKnownCode = (concept: Coded): boolean =>
  concept.codings.some((coding) => isKnownCoding(coding) && isWritableCoding(coding));
