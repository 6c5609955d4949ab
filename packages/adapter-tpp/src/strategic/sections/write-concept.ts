import { degradeKindOfEntry, labelOf } from "@gp2gp/core";
import type { Allergy, AnyEntry, Coded, Coding, LossReason, Observation } from "@gp2gp/core";
import type { Placed, PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { ExtractWriting } from "../writing/extract-writing.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";
import type { ConceptColumns, DrugColumns } from "./read-concept.ts";

/** The format's own code systems; SNOMED CT stands beside them. */
const targets = ["ctv3", "tpp"];
const others = ["snomed"];

type Shown = Pick<Placed, "blocksPrescribing" | "mapped" | "reasons">;

/**
 * Shows the concept of an entry in the columns of a row: the code recorded in CTV3, one a map finds, or the
 * stand-in of its kind. The SNOMED CT code that was recorded stands beside it, or alone.
 */
export function writeConcept(
  row: RowDraft,
  columns: ConceptColumns,
  { section, index, entry }: PlacedEntry,
  writing: ExtractWriting,
  about: {
    readonly concept?: Coded | undefined;
    readonly hasValue?: boolean;
    readonly standInFor?: LossReason | undefined;
  } = {},
): Shown {
  const concept = about.concept ?? entry.concept;
  const { hasValue, standInFor } = about;
  const shown = writing.rows.codeFor(concept, {
    targets,
    others,
    kind: degradeKindOfEntry(section, entry),
    at: { section, index },
    standInFor,
    ...(hasValue !== undefined && { hasValue }),
  });
  if (!shown) return {};
  const { by, coding, reasons, mapped, blocksPrescribing } = shown;
  // A map may have a code without its term: the words recorded say what it is.
  const display = coding.display ?? (by === "map" ? labelOf(concept) : undefined);
  writeCoding(row, columns, { ...coding, display }, writing);
  if (by !== "degrade" && coding.system !== "snomed")
    writeBeside(row, columns, { concept, shown: coding }, writing);
  return { reasons, mapped, blocksPrescribing };
}

function writeCoding(
  row: RowDraft,
  columns: ConceptColumns,
  { system, code, display }: Omit<Coding, "asserted">,
  writing: ExtractWriting,
): void {
  const isSnomed = system === "snomed";
  if (!writing.put(row, isSnomed ? columns.snomed : columns.ctv3, code)) return;
  const text = isSnomed ? columns.snomedText : columns.ctv3Text;
  if (text !== undefined) writing.put(row, text, display);
}

function writeBeside(
  row: RowDraft,
  columns: ConceptColumns,
  { concept, shown }: { readonly concept: Coded | undefined; readonly shown: object },
  writing: ExtractWriting,
): void {
  const codings = concept?.codings ?? [];
  const beside = codings
    .slice(codings.findIndex((coding) => coding === shown) + 1)
    .find(({ system, asserted }) => system === "snomed" && asserted === "source");
  if (beside) writeCoding(row, columns, beside, writing);
}

/** Shows a concept that is none of an entry's own where it was recorded in a system of the columns; else it is carried. */
export function writeRecorded(
  row: RowDraft,
  columns: ConceptColumns,
  concept: Coded | undefined,
  writing: ExtractWriting,
): void {
  const recorded = (systems: readonly string[]) =>
    concept?.codings.find(
      ({ system, asserted }) => asserted === "source" && systems.includes(system ?? ""),
    );
  const shown = recorded(["ctv3", "tpp"]);
  if (shown) {
    writeCoding(row, columns, shown, writing);
    writeBeside(row, columns, { concept, shown }, writing);
    return;
  }
  const snomed = recorded(["snomed"]);
  if (snomed) writeCoding(row, columns, snomed, writing);
}

/**
 * Shows a drug: the product and pack of Multilex, the dm+d code, and the name. One without any of these
 * codes is shown by its name alone, which is no stand-in.
 */
export function writeDrug(
  row: RowDraft,
  columns: DrugColumns,
  { section, index, entry }: PlacedEntry,
  writing: ExtractWriting,
): Shown {
  const { concept } = entry;
  const shown = writing.rows.codeFor(concept, {
    targets: columns.dmd === undefined ? ["multilex"] : ["multilex", "snomed"],
    kind: "medication",
    at: { section, index },
  });
  const isCoded = shown !== undefined && shown.by !== "degrade";
  if (isCoded) writeDrugCode(row, columns, shown.coding, writing);
  if (shown?.by === "source" && shown.coding.system === "multilex")
    for (const beside of codingsAfter(concept, shown.coding))
      writeDrugCode(row, columns, beside, writing);
  if (columns.name !== undefined)
    writing.put(row, columns.name, (isCoded ? shown.coding.display : undefined) ?? nameOf(concept));
  return { reasons: shown?.reasons, mapped: shown?.mapped };
}

function writeDrugCode(
  row: RowDraft,
  columns: DrugColumns,
  { system, code }: Omit<Coding, "asserted">,
  writing: ExtractWriting,
): void {
  const column = {
    multilex: columns.product,
    [tppSystems.multilexPack]: columns.pack,
    snomed: columns.dmd,
  }[system ?? ""];
  if (column !== undefined && code !== "-1") writing.put(row, column, code);
}

/** The pack and the dm+d code that were recorded after a product. */
function codingsAfter(concept: Coded | undefined, shown: object): readonly Coding[] {
  const codings = concept?.codings ?? [];
  const after = codings.slice(codings.findIndex((coding) => coding === shown) + 1);
  return [tppSystems.multilexPack, "snomed"].flatMap(
    (wanted) =>
      after.find(({ system, asserted }) => system === wanted && asserted === "source") ?? [],
  );
}

function nameOf(concept: Coded | undefined): string | undefined {
  return concept?.text ?? concept?.codings.find(({ display }) => display !== undefined)?.display;
}

/** Why a code as it stands would say of the patient what the record does not; undefined where it would not. */
export function reasonForStandIn(entry: AnyEntry): LossReason | undefined {
  const { negated, category, kind, ended, endedUnknown } = entry as Partial<
    Pick<Observation, "category" | "negated"> & Pick<Allergy, "ended" | "endedUnknown" | "kind">
  >;
  const isOfRelative = entry.subject !== undefined || category === "family-history";
  // That no allergy is known holds until one is.
  const isOver = kind === "none-known" && (ended !== undefined || endedUnknown === true);
  const isUnasserted =
    negated === true || isOver || (isOfRelative && !saysFamilyHistory(entry.concept));
  return isUnasserted ? "value-not-representable" : undefined;
}

/** Whether a concept itself says that it is about the family: chapter 12 of both Read versions. */
function saysFamilyHistory(concept: Coded | undefined): boolean {
  return (
    concept?.codings.some(
      ({ system, code }) => (system === "read-v2" || system === "ctv3") && code.startsWith("12"),
    ) === true
  );
}
