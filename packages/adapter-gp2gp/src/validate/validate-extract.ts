import type { ParsedExtract } from "@gp2gp/hl7v3";
import { ExtractFacts, rootOf } from "./extract-facts.ts";
import type { ExtractPart } from "./extract-facts.ts";
import type { ExtractValidation } from "./extract-finding.ts";
import type { ExtractRule } from "./extract-rule.ts";
import { extractRules } from "./extract-rules.ts";
import { FindingBook } from "./finding-book.ts";
import type { PlacedNode } from "./placed-node.ts";
import { addWireFindings } from "./wire-findings.ts";

/** An extract to be validated: what was parsed, or a message that was made, which has no report. */
export type ExtractToValidate = Omit<ParsedExtract, "report"> &
  Partial<Pick<ParsedExtract, "report">>;

/** How an extract is validated. */
export interface ValidateExtractOptions {
  /** The files that came with the message, the message itself not among them; not looked for where absent. */
  readonly parts?: readonly ExtractPart[];
  /** How many findings of a rule are kept with their places; 100 where not given. The counts are always complete. */
  readonly limit?: number;
}

/**
 * Validates an EHR Extract beyond its schema, by the table of `extractRules`: class and mood codes, ids, references,
 * codes, times, nesting, medication, confidentiality, documents, the wrapper. What parsing found is entered with it.
 * The work grows with the size of the message alone, and no finding holds a value of the record.
 */
export function validateExtract(
  parsed: ExtractToValidate,
  { parts, limit = 100 }: ValidateExtractOptions = {},
): ExtractValidation {
  const book = new FindingBook(limit);
  addWireFindings(book, parsed);
  const root = rootOf(parsed);
  const facts = new ExtractFacts(root, parsed, parts);
  root.visit((place) => {
    if (place === root && parsed.message !== undefined) look("message", place, facts, book);
    else look(place.element, place, facts, book);
    if (isCoded(place)) look("coded", place, facts, book);
  });
  return book.close();
}

const rulesByElement = new Map<string, ExtractRule[]>();
for (const rule of extractRules) {
  for (const element of rule.at) {
    const same = rulesByElement.get(element);
    if (same) same.push(rule);
    else rulesByElement.set(element, [rule]);
  }
}

function look(element: string, place: PlacedNode, facts: ExtractFacts, book: FindingBook): void {
  for (const rule of rulesByElement.get(element) ?? [])
    if (rule.breaks(place, facts)) book.add(rule, () => place.place);
}

/** Elements with a code that the message fixes, of no code system. */
const plainCodes: ReadonlySet<string> = new Set([
  "statusCode",
  "versionCode",
  "processingCode",
  "processingModeCode",
  "acceptAckCode",
  "administrativeGenderCode",
  "signatureCode",
]);

/** True for an element that holds a code of a code system; a quantity in another unit is none. */
function isCoded({ element, node }: PlacedNode): boolean {
  const { code, codeSystem, value } = node;
  if (typeof codeSystem !== "string" && typeof code !== "string") return false;
  return !plainCodes.has(element) && typeof value !== "string";
}
