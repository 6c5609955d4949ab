import { degradeKindOf, labelOf } from "@gp2gp/core";
import type { Coded, Coding, DegradeKind } from "@gp2gp/core";
import type { Cells, PlacedEntry, RowWriting, ShownCode } from "@gp2gp/tabular";
import type { BundleData } from "../emis-csv-data.ts";
import { codeCategories } from "../wire/observation-types.ts";
import { clinicalCodeId, drugCodeId, markerCodeId } from "./code-ids.ts";
import { codingsOfRows, isRepresentable, markers, rowsOfCodings } from "./clinical-codings.ts";
import type { Marker } from "./clinical-codings.ts";
import { codeIdSystem, drugCodeSystem } from "./code-reading.ts";

/** The systems of EMIS's own codes, Read first, and what its dictionary holds beside them. */
const clinicalTargets = { targets: ["read-v2", "emis"], others: ["snomed"] } as const;
const understood: ReadonlySet<string> = new Set([
  ...clinicalTargets.targets,
  ...clinicalTargets.others,
]);

/** A code as a row refers to it, and what is to be said of it. */
export interface BookedCode extends Pick<ShownCode, "reasons" | "mapped" | "blocksPrescribing"> {
  readonly codeId: string;
}

export interface BookingOf {
  readonly at: Pick<PlacedEntry, "section" | "index">;
  readonly kind: DegradeKind;
  readonly hasValue?: boolean;
  /** Whether only the stand-in will do: the code itself would say something else here. */
  readonly isStandIn?: boolean;
  /** Whether the column may be empty, so that nothing need stand in. */
  readonly isOptional?: boolean;
  /** The category a new code is given, and whether a known one with another makes the entry what it is. */
  readonly category?: string;
  readonly accepts?: (category: string | undefined) => boolean;
}

interface KnownCode {
  readonly codeId: string;
  readonly rows: readonly Cells[];
  readonly category: string | undefined;
}

/** The dictionaries of a bundle while it is written: the rows its codes need, under the numbers they came with. */
export class CodeBook {
  readonly #writing: RowWriting;
  readonly #processingId: string;
  readonly #known = new Map<string, KnownCode[]>();
  readonly #drugs = new Map<string, Cells>();
  readonly #written = new Set<string>();
  /** What a number says, of those that were given out. */
  readonly #codings = new Map<string, string>();

  constructor(writing: RowWriting, data: BundleData, processingId: string) {
    this.#writing = writing;
    this.#processingId = processingId;
    const kept = Map.groupBy(data.codes ?? [], ({ CodeId = "" }) => CodeId);
    for (const [codeId, rows] of kept) {
      const codings = keyOf(codingsOfRows(rows.map((cells) => ({ cells }))));
      const category = rows[0]?.["EmisCodeCategoryDescription"];
      const known = this.#known.get(codings) ?? [];
      this.#known.set(codings, [...known, { codeId, rows, category }]);
    }
    for (const drug of data.drugs ?? []) this.#drugs.set(drug["CodeId"] ?? "", drug);
  }

  /** The number of what stands in for a code. */
  marker(marker: Marker): string {
    const codeId = markerCodeId(marker, this.#writing.context.newId);
    this.#codings.set(codeId, "");
    const rows = rowsOfCodings(markers[marker]);
    return this.#write(
      codeId,
      rows.map((row) => withCategory(row, codeCategories.unset)),
    );
  }

  /**
   * The number of the code an entry shows, with all its own that have a column: those EMIS knows, else what a
   * map finds, its own beside it, else the stand-in.
   */
  clinical(concept: Coded | undefined, about: BookingOf): BookedCode | undefined {
    if (concept === undefined) return undefined;
    const { codings, text } = concept;
    const [first] = codings;
    if (!first && text === undefined) return undefined;
    if (about.isStandIn !== true && first?.system === codeIdSystem) return { codeId: first.code };
    const own = codings.filter(isRepresentable);
    const isOdd = codings.some(isOddCode) && !own.some(isUnderstood);
    const shown = this.#writing.codeFor(concept, {
      ...clinicalTargets,
      kind: about.kind,
      at: about.at,
      ...(about.hasValue === true && { hasValue: true }),
      ...((about.isStandIn === true || isOdd) && { standInFor: "no-place" }),
    });
    if (!shown || (shown.by === "degrade" && about.isOptional === true)) return undefined;
    const { by, coding, ...said } = shown;
    // A stand-in that is undone says nothing beside what it stood in for.
    const beside = by === "map" || !isStandIn(coding) ? this.#withoutUndone(own) : own;
    if (by === "source" && beside.some(isUnderstood))
      return { codeId: this.#numberOf(beside, about) };
    const found: Coding = { ...coding, asserted: "source" };
    if (!isRepresentable(found)) return undefined;
    if (by !== "map") return { codeId: this.#numberOf([found], about), ...said };
    const display = coding.display ?? labelOf(concept);
    const mapped = { ...found, ...(display !== undefined && { display }) };
    return { codeId: this.#numberOf([mapped, ...beside], about), ...said };
  }

  /** The number of a concept that EMIS knows by a code of its own, for columns that may be empty. */
  own(concept: Coded | undefined): string | undefined {
    const [first] = concept?.codings ?? [];
    if (first?.system === codeIdSystem) return first.code;
    const own = (concept?.codings ?? []).filter(isRepresentable);
    return own.some(isUnderstood) ? this.#numberOf(own, {}) : undefined;
  }

  /** Whether two numbers given out say the same code. */
  isSame(left: string | undefined, right: string | undefined): boolean {
    const [a, b] = [left, right].map((id) => (id === undefined ? "" : this.#codings.get(id)));
    return a !== undefined && a !== "" && a === b;
  }

  /** The number of a drug of the drug dictionary, by its term and dm+d code. */
  drug(drug: { readonly Term?: string; readonly DmdProductCodeId?: string }): string {
    const codeId = drugCodeId(drug, this.#writing.context.newId);
    return this.#writeDrug(codeId, drug);
  }

  /** The number a drug came with, where its row came along and says what the drug says now, or where it has no row. */
  knownDrug(codings: readonly Coding[], term: string | undefined): string | undefined {
    const own = codings.find(({ system }) => system === drugCodeSystem);
    if (!own) return undefined;
    const row = this.#drugs.get(own.code);
    const dmd = codings.find(({ system }) => system === "snomed");
    if (row) {
      const isSame = row["Term"] === term && row["DmdProductCodeId"] === dmd?.code;
      return isSame ? this.#writeDrug(own.code, row) : undefined;
    }
    if (own.display === undefined) return dmd ? undefined : own.code;
    // EMIS's own number, come back from another system without its row.
    if (dmd && dmd.display !== own.display) return undefined;
    const cells = { Term: own.display, ...(dmd && { DmdProductCodeId: dmd.code }) };
    return this.#writeDrug(own.code, cells);
  }

  #withoutUndone(codings: readonly Coding[]): readonly Coding[] {
    const { record, format } = this.#writing;
    const goesHome = record.extraction.format === format.id;
    return goesHome ? codings : codings.filter((coding) => !isStandIn(coding));
  }

  #numberOf(
    codings: readonly Coding[],
    {
      category = codeCategories.unset,
      accepts = () => true,
    }: Pick<BookingOf, "category" | "accepts">,
  ): string {
    const key = keyOf(codings);
    const known = this.#known.get(key)?.find((one) => accepts(one.category));
    const rows = known?.rows ?? rowsOfCodings(codings).map((row) => withCategory(row, category));
    const codeId = known?.codeId ?? clinicalCodeId(rows, this.#writing.context.newId);
    this.#codings.set(codeId, key);
    return this.#write(codeId, rows);
  }

  #write(codeId: string, rows: readonly Cells[]): string {
    if (this.#written.has(codeId)) return codeId;
    this.#written.add(codeId);
    for (const cells of rows)
      Object.assign(this.#writing.addRow("Coding_ClinicalCode").cells, {
        CodeId: codeId,
        ProcessingId: this.#processingId,
        ...cells,
      });
    return codeId;
  }

  #writeDrug(codeId: string, cells: Cells): string {
    const key = `drug ${codeId}`;
    if (this.#written.has(key)) return codeId;
    this.#written.add(key);
    Object.assign(this.#writing.addRow("Coding_DrugCode").cells, {
      CodeId: codeId,
      ProcessingId: this.#processingId,
      ...cells,
    });
    return codeId;
  }
}

function isUnderstood({ system = "" }: Coding): boolean {
  return understood.has(system);
}

function isStandIn({ system, code }: Pick<Coding, "system" | "code">): boolean {
  return degradeKindOf(system, code) !== undefined;
}

/** Whether a code of a system EMIS knows cannot stand in its dictionary as it is. */
function isOddCode(coding: Coding): boolean {
  return coding.asserted === "source" && isUnderstood(coding) && !isRepresentable(coding);
}

const keyOf = (codings: readonly Coding[]): string => JSON.stringify(codings.map(plainOf));

/** What the dictionary says of a coding, in the order it says it. */
function plainOf({ system, code, display, termId, asserted }: Coding): Coding {
  return {
    ...(system !== undefined && { system }),
    code,
    ...(termId !== undefined && { termId }),
    ...(display !== undefined && { display }),
    asserted,
  };
}

function withCategory(row: Cells, category: string): Cells {
  return { ...row, EmisCodeCategoryDescription: category };
}
