import { degradeKindOf } from "@gp2gp/core";
import type { EntrySection } from "@gp2gp/core";
import type { Cells } from "@gp2gp/tabular";
import { allergyKindOf, isDrugCode } from "./code-set.ts";
import { parseLinks } from "./links.ts";

/** The kinds of entry a row of JOURNALS can be by what stands in it. */
export type JournalKind = Extract<
  EntrySection,
  | "authorisations"
  | "issues"
  | "allergies"
  | "documents"
  | "observations"
  | "problems"
  | "narratives"
>;

/**
 * What a row of JOURNALS is: reader and writer ask the same. A medicine by its code and EPISODE, an allergy
 * by its code, a document and a problem by their links, anything else with a code, term or value an
 * observation, words alone a narrative. A letter for drugs beside another code makes it no drug.
 */
export function kindOfRow(cells: Cells, system: string): JournalKind {
  const { EPISODE, CODE, RUBRIC, VALUE1, VALUE2, LINKS } = cells;
  const { own, problem, document } = parseLinks(LINKS);
  if (document !== undefined) return "documents";
  if (CODE === undefined || isMedicineCode(CODE, system)) {
    if (EPISODE === "I") return "issues";
    if (EPISODE === "A" || EPISODE === "R") return "authorisations";
  }
  if (problem !== undefined && own === undefined) return "problems";
  if (CODE !== undefined && isDrugCode(CODE)) return "authorisations";
  if (CODE !== undefined && allergyKindOf(CODE, system) !== undefined) return "allergies";
  return (CODE ?? RUBRIC ?? VALUE1 ?? VALUE2) === undefined ? "narratives" : "observations";
}

/** Whether a code is a drug's, or stands in for one. */
function isMedicineCode(code: string, system: string): boolean {
  return isDrugCode(code) || degradeKindOf(system, code) === "medication";
}
