import { degradeKindOf, degradeKindOfEntry, labelOf, readSnomedId } from "@gp2gp/core";
import type { Coded, Coding, LossReason } from "@gp2gp/core";
import type { Placed, PlacedEntry, RowDraft, ShownCode } from "@gp2gp/tabular";
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
 * of these the stand-in of its kind is the code, and RUBRIC what it stands for. Answers what is to be
 * said of the code where the row is placed.
 */
export function writeConcept(
  row: RowDraft,
  placed: PlacedEntry,
  inps: InpsWriting,
  showing: Showing = {},
): Pick<Placed, "reasons" | "mapped" | "blocksPrescribing"> {
  const { concept } = placed.entry;
  const shown = concept && shownCode(concept, placed, inps, showing);
  if (!shown) return {};
  const { writing } = inps;
  const { isDrug = false, standInFor } = showing;
  const isSnomed = shown.coding.system === "snomed";
  const snomedColumn = isDrug ? "DMD_CODE" : "SNOMED_CODE";
  writing.set(row, isSnomed ? snomedColumn : "CODE", codeOf(shown.coding));
  writing.set(row, "RUBRIC", rubricOf(concept, shown, showing));
  if (standInFor === undefined) {
    if (!isSnomed) writing.set(row, snomedColumn, snomedAfter(concept, shown)?.code);
    if (isDrug) writeProductDetails(row, concept, inps);
  }
  const { reasons, mapped, blocksPrescribing } = shown;
  return { reasons, mapped, blocksPrescribing };
}

function shownCode(
  concept: Coded,
  placed: PlacedEntry,
  { writing }: InpsWriting,
  { isDrug, hasValue, standInFor }: Showing,
): ShownCode | undefined {
  const about = {
    targets: isDrug ? drugSchemes : clinicalSchemes,
    kind: degradeKindOfEntry(placed.section, placed.entry),
    at: placed,
    standInFor,
    ...(hasValue !== undefined && { hasValue }),
  };
  const shown = writing.codeFor(concept, { ...about, others: ["snomed"] });
  const isUnreadable = shown?.coding.system === "snomed" && !isConceptId(shown.coding);
  return isUnreadable ? writing.codeFor(concept, about) : shown;
}

/** Writes the product a row names beside its concept: codes of it and their form, strength and pack. */
export function writeProduct(row: RowDraft, product: Coded | undefined, inps: InpsWriting): void {
  if (!product) return;
  inps.writing.set(row, "DMD_CODE", snomedAfter(product, undefined)?.code);
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

/**
 * The term of the code; of a stand-in what it stands for, but where that would say another thing. A drug
 * stands under the name it was prescribed by.
 */
function rubricOf(
  concept: Coded,
  { by, coding }: ShownCode,
  { isDrug = false, standInFor }: Showing,
): string | undefined {
  if (standInFor !== undefined) return coding.display;
  const isOther = by === "degrade" || (by === "map" && isDrug);
  const words = labelOf(concept);
  return isOther ? (words ?? coding.display) : (coding.display ?? words);
}

/** The code of SNOMED CT that comes after the code shown, as reading has it; a stand-in is none. */
function snomedAfter({ codings }: Coded, shown: ShownCode | undefined): Coding | undefined {
  const from = shown?.by === "source" ? codings.findIndex((one) => one === shown.coding) : -1;
  return codings.find(
    (coding, at) =>
      at > from &&
      coding.asserted === "source" &&
      coding.system === "snomed" &&
      isConceptId(coding),
  );
}

function isConceptId({ code }: Pick<Coding, "code">): boolean {
  const id = readSnomedId(code);
  return id.ok && id.component === "concept" && degradeKindOf("snomed", code) === undefined;
}
