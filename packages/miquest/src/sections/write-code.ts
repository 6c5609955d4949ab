import { degradeKindOfEntry, isNotDone, labelOf } from "@gp2gp/core";
import type { EntryOf, EntrySection, LossReason } from "@gp2gp/core";
import type { PlacedEntry, RowDraft, ShownCode } from "@gp2gp/tabular";
import type { MiquestWriting } from "../writing/miquest-writing.ts";
import { isDrugCode, parseCode, serialiseCode } from "../wire/code-set.ts";

/** What is to be said of the code a row shows. */
export interface WrittenCode {
  /** The code as it stands in the row. */
  readonly code: string | undefined;
  readonly reasons?: ShownCode["reasons"] | undefined;
  readonly mapped?: ShownCode["mapped"] | undefined;
  readonly blocksPrescribing?: boolean | undefined;
  /** Whether the code stands in because the entry's own would say something that is not so. */
  readonly isUnsaid: boolean;
}

const medicines: ReadonlySet<EntrySection> = new Set(["authorisations", "issues"]);

/**
 * Writes the code shown for an entry, with its term. A concept of words alone stands as a term without a
 * code, but for allergies: a drug's name alone would be taken for the drug.
 */
export function writeCode(row: RowDraft, placed: PlacedEntry, own: MiquestWriting): WrittenCode {
  const { section, index, entry } = placed;
  const { concept } = entry;
  const standInFor = unsaidReason(placed, own);
  const isUnsaid = standInFor !== undefined;
  const words = concept?.text;
  const isTerm = concept !== undefined && concept.codings.length === 0 && words !== undefined;
  if (isTerm && !isUnsaid && section !== "allergies" && own.put(row, "RUBRIC", words))
    return { code: undefined, isUnsaid };
  if (concept === undefined && !isUnsaid) return { code: undefined, isUnsaid };
  const shown = own.rows.codeFor(concept, {
    targets: [own.system],
    kind: degradeKindOfEntry(section, entry),
    hasValue: (entry as Partial<EntryOf<"observations">>).value?.kind === "quantity",
    at: { section, index },
    standInFor,
    isFit: (coding) => isFit(coding, placed, own),
  });
  if (!shown) return { code: undefined, isUnsaid };
  const code = serialiseCode(shown.coding);
  const label = labelOf(concept);
  // A map may know no term: then the words the entry was recorded in stand beside its code.
  const display = shown.coding.display ?? (shown.by === "map" ? label : undefined);
  const isLabelled = shown.by === "degrade" && !isUnsaid && label !== undefined;
  const isWritten = own.put(row, "CODE", code);
  const term = `${display ?? ""}: ${label ?? ""}`;
  if (!isLabelled || !own.put(row, "RUBRIC", term)) own.put(row, "RUBRIC", display);
  return {
    code: isWritten ? code : undefined,
    reasons: shown.reasons,
    mapped: shown.mapped,
    blocksPrescribing: shown.blocksPrescribing,
    isUnsaid,
  };
}

/** Whether a code reads back as itself, and as no medicine where the entry is none. */
function isFit(
  coding: ShownCode["coding"],
  { section }: PlacedEntry,
  own: MiquestWriting,
): boolean {
  const code = serialiseCode(coding);
  if (!own.rows.canHold(code) || parseCode(code, own.system, undefined).system === undefined)
    return false;
  return !isDrugCode(code) || medicines.has(section);
}

/** Why the code itself would say something that is not so: of what was negated, refused, planned or asked for, or is a relative's. */
function unsaidReason(
  { section, entry }: PlacedEntry,
  { system }: MiquestWriting,
): LossReason | undefined {
  const isNegated = (entry as Partial<EntryOf<"observations">>).negated === true;
  const isPlanned = !medicines.has(section) && isNotDone(section, entry);
  // A code of the chapter family history says by itself that it is of a relative.
  const isOfRelative =
    entry.subject !== undefined &&
    entry.concept?.codings.some(
      (coding) => coding.system === system && coding.code.startsWith("12"),
    ) !== true;
  return isNegated || isPlanned || isOfRelative ? "value-not-representable" : undefined;
}
