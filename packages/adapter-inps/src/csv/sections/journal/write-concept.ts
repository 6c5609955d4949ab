import { degradeKindOf, degradeKindOfEntry, labelOf, readSnomedId } from "@gp2gp/core";
import type { Coded, Coding, LossReason } from "@gp2gp/core";
import type { PlacedEntry, RowDraft, ShownCode } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { qualifierOf } from "./entry-row.ts";
import { productQualifiers } from "./product-qualifiers.ts";

/** How a concept is to be shown. */
interface Showing {
  readonly isDrug?: boolean;
  readonly hasValue?: boolean;
  /** Why only the stand-in will do. */
  readonly standInFor?: LossReason | undefined;
}

const clinicalSchemes = ["read-v2", "vision"];
const drugSchemes = ["gemscript", "read-v2", "vision"];

/**
 * Writes a concept into a row: CODE of a scheme of Vision, SNOMED CT beside it or alone, RUBRIC. Without any
 * of these the stand-in of its kind is the code, and RUBRIC what it stands for.
 */
export function writeConcept(
  row: RowDraft,
  placed: PlacedEntry,
  inps: InpsWriting,
  showing: Showing = {},
): ShownCode | undefined {
  const { concept } = placed.entry;
  if (!concept) return undefined;
  const { writing } = inps;
  const { isDrug = false, standInFor } = showing;
  const about = {
    kind: degradeKindOfEntry(placed.section, placed.entry),
    at: placed,
    standInFor,
    ...(showing.hasValue !== undefined && { hasValue: showing.hasValue }),
  };
  const targets = isDrug ? drugSchemes : clinicalSchemes;
  const shown = writing.codeFor(concept, { ...about, targets });
  const [snomed] = snomedAfter(concept, shown);
  const column = isDrug ? "DMD_CODE" : "SNOMED_CODE";
  if (shown?.by === "degrade" && standInFor === undefined && snomed) {
    writing.set(row, column, snomed.code);
    writing.set(row, "RUBRIC", snomed.display ?? labelOf(concept));
  } else if (shown) {
    writing.set(row, "CODE", codeOf(shown.coding));
    writing.set(row, "RUBRIC", rubricOf(concept, shown, standInFor));
    if (standInFor === undefined) writing.set(row, column, snomed?.code);
  }
  if (isDrug && standInFor === undefined) writeProductDetails(row, concept, inps);
  return shown?.by === "degrade" && standInFor === undefined && snomed ? undefined : shown;
}

/** Writes the product a row names beside its concept: codes of it and their form, strength and pack. */
export function writeProduct(row: RowDraft, product: Coded | undefined, inps: InpsWriting): void {
  if (!product) return;
  const [snomed] = snomedAfter(product, undefined);
  inps.writing.set(row, "DMD_CODE", snomed?.code);
  writeProductDetails(row, product, inps);
}

function writeProductDetails(row: RowDraft, product: Coded, { writing }: InpsWriting): void {
  writing.set(row, "BNF_CODE", product.codings.find(({ system }) => system === "bnf")?.code);
  for (const [column, name] of productQualifiers)
    writing.set(row, column, qualifierOf(product, name)?.text);
}

/** Read version 2 stands with its term code. */
function codeOf({ system, code, termId }: ShownCode["coding"]): string {
  const isApart = system === "read-v2" && code.length === 5 && termId?.length === 2;
  return isApart ? code + termId : code;
}

/** The term of the code; of a stand-in what it stands for, but where that would say another thing. */
function rubricOf(
  concept: Coded,
  { by, coding }: ShownCode,
  standInFor: LossReason | undefined,
): string | undefined {
  if (by === "degrade")
    return standInFor === undefined ? (labelOf(concept) ?? coding.display) : coding.display;
  return coding.display ?? labelOf(concept);
}

/** Codes of SNOMED CT that come after the code shown, as reading has them; stand-ins are none. */
function snomedAfter({ codings }: Coded, shown: ShownCode | undefined): Coding[] {
  const from = shown?.by === "source" ? codings.findIndex((one) => one === shown.coding) : -1;
  return codings.slice(from + 1).filter((coding) => isConcept(coding));
}

function isConcept({ system, code, asserted }: Coding): boolean {
  if (system !== "snomed" || asserted !== "source") return false;
  const id = readSnomedId(code);
  return id.ok && id.component === "concept" && degradeKindOf(system, code) === undefined;
}
