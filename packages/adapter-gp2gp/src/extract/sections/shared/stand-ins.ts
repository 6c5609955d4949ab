import { degradeCoding, degradeKindOfEntry, isNotDone, oidOfSystem } from "@gp2gp/core";
import type { DegradeKind, EntrySection } from "@gp2gp/core";
import type { CD, Statement } from "@gp2gp/hl7v3";
import { wordsFor, writeStandIn } from "../../values/coded.ts";
import { bloodPressure, pressuresOf } from "../observations/pressures.ts";
import type { PlacedEntry } from "../write-statement.ts";
import { hasKnownCode } from "./named-codes.ts";
import { withCode } from "./statement-code.ts";

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

/**
 * Whether the code of an entry would say that something was given that was not: every receiver takes an immunisation
 * by its code.
 */
const isNotGiven = ({ section, entry }: PlacedEntry): boolean =>
  section === "immunisations" && isNotDone(section, entry);

/**
 * Whether an entry has no code that receivers know: real messages have one in every statement, and where it stands in
 * for words or for a code of another system it says so (gp2gp-messages 1.6, 18).
 */
export function needsStandIn(placed: PlacedEntry): boolean {
  const { section, entry } = placed;
  if (!codedSections.has(section) || entry.concept?.absent !== undefined) return false;
  return !hasKnownCode(entry.concept) || isNotGiven(placed);
}

/** A statement whose code stands in for that of its entry, where that needs it. */
export function withStandIn<Written extends Statement>(
  statement: Written,
  placed: PlacedEntry,
): Statement {
  if (!needsStandIn(placed)) return statement;
  const { section, entry } = placed;
  const isPressure = statement.kind === "CompoundStatement" && pressuresOf(statement) !== undefined;
  const code = isPressure ? bloodPressure : degradeCode(degradeKindOfEntry(section, entry));
  // Not even beside the stand-in: a receiver may take a translation for the code.
  const concept = isNotGiven(placed) ? undefined : entry.concept;
  return withCode(statement, () => writeStandIn(concept, code, wordsOf(placed)));
}

/** What the code of an entry would say, where it has none: what was given, or what an allergy is to. */
function wordsOf(placed: PlacedEntry): string | undefined {
  if (placed.section === "immunisations") {
    const { concept, vaccine, outcome } = placed.entry;
    const words = wordsFor(concept) ?? wordsFor(vaccine);
    if (!isNotGiven(placed)) return words;
    const what = words ?? "Immunisation";
    return `${what}: ${outcome === "not-given" ? "not given" : outcome}`;
  }
  if (placed.section !== "allergies") return undefined;
  const words = placed.entry.substances.flatMap((substance) => wordsFor(substance) ?? []);
  return words.length > 0 ? words.join(", ") : undefined;
}

function degradeCode(kind: DegradeKind): CD {
  const coding = degradeCoding(kind, "snomed");
  if (!coding) throw new TypeError("every degrade code is one of SNOMED CT");
  return { code: coding.code, codeSystem: oidOfSystem("snomed"), displayName: coding.display };
}
