import { degradeKindOfEntry } from "@gp2gp/core";
import type { Allergy, AnyEntry, Coded, Coding, LossReason, Observation } from "@gp2gp/core";
import type { Placed, PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { ExtractWriting } from "../writing/extract-writing.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";
import type { ConceptColumns, DrugColumns } from "./read-concept.ts";

/** Code systems of the coded columns, the native one first. */
const targets = ["ctv3", "tpp", "snomed"];

type Shown = Pick<Placed, "blocksPrescribing" | "reasons">;

/**
 * Shows the concept of an entry in the columns of a row: one that was recorded, one a map finds, or the
 * stand-in of its kind. A SNOMED CT code that was recorded after a CTV3 one stands beside it.
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
    kind: degradeKindOfEntry(section, entry),
    at: { section, index },
    standInFor,
    ...(hasValue !== undefined && { hasValue }),
  });
  if (!shown) return {};
  writeCoding(row, columns, shown.coding, writing);
  if (shown.by === "source" && shown.coding.system !== "snomed")
    writeBeside(row, columns, { concept, shown: shown.coding }, writing);
  return { reasons: shown.reasons, blocksPrescribing: shown.blocksPrescribing };
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
  const at = codings.findIndex((coding) => coding === shown);
  const beside = codings
    .slice(at + 1)
    .find(({ system, asserted }) => system === "snomed" && asserted === "source");
  if (at >= 0 && beside) writeCoding(row, columns, beside, writing);
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
  return shown?.reasons ? { reasons: shown.reasons } : {};
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
