import { degradeCoding, degradeKindOfEntry, oidOfSystem } from "@gp2gp/core";
import type { AnyEntry, Coded, DegradeKind, EntrySection } from "@gp2gp/core";
import type { CD, Statement } from "@gp2gp/hl7v3";
import { isLeadingCoding, writeStandIn } from "../../values/coded.ts";
import type { PlacedEntry } from "../write-statement.ts";
import { withCode } from "./statement-code.ts";

/** Whether an entry was coded in systems that no receiver knows alone: it needs a code that says so. */
export function needsStandIn({ concept }: Pick<AnyEntry, "concept">): boolean {
  return (
    concept !== undefined &&
    concept.absent === undefined &&
    concept.codings.length > 0 &&
    !concept.codings.some(isLeadingCoding)
  );
}

/** A statement whose code stands in for that of its entry, where that needs it. */
export function withStandIn(statement: Statement, placed: PlacedEntry): Statement {
  const { section, entry } = placed;
  const { concept } = entry;
  if (!concept || !codedSections.has(section) || !needsStandIn(entry)) return statement;
  const code = degradeCode(degradeKindOfEntry(section, entry));
  return withCode(statement, () => writeStandIn(concept, code));
}

/** Where the code of a statement is that of its entry. */
const codedSections: ReadonlySet<EntrySection> = new Set([
  "authorisations",
  "issues",
  "dispenses",
  "discontinuations",
  "referrals",
  "testRequests",
  "plans",
  "allergies",
  "observations",
  "immunisations",
]);

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
  concept.codings.some(isLeadingCoding);
