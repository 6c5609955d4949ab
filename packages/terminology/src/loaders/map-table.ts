import type { MapRow } from "../build/map-row.ts";
import type { SetKind } from "../pack/pack-header.ts";
import type { Assurance } from "../pack/row-flags.ts";
import { assuranceOfFlag, dayOf, isTermIdOf, keyOf, statusOf } from "./row-values.ts";
import type { Cells, KeyFault, RowFault, TableLayout } from "./table-layout.ts";

/** A table whose rows are maps, by the columns its layout has for what a map row says. */
export interface MapTable {
  readonly id: string;
  readonly title: string;
  readonly files: RegExp;
  readonly from: string;
  readonly to: string;
  readonly kind: SetKind;
  readonly columns: {
    readonly source: string;
    readonly sourceTerm?: string;
    readonly sourceText?: string;
    /** The column that holds P for a preferred term. */
    readonly termType?: string;
    readonly target: string;
    readonly targetTerm?: string;
    readonly mapId?: string;
    readonly mapType?: string;
    readonly status?: string;
    readonly date?: string;
    readonly assured?: string;
    /** Rows count only where this column holds Y. */
    readonly use?: string;
  };
  /** How sure the rows of a table without a column for it are. */
  readonly assurance: Assurance;
}

/** The layout of a table of maps. */
export function mapTableLayout(table: MapTable): TableLayout {
  const { id, title, files, from, to, kind, columns } = table;
  const { source, sourceText, target, use } = columns;
  return {
    id,
    title,
    files,
    cells: "tab",
    columns: { named: [source, sourceText, target, use].filter((name) => name !== undefined) },
    owner: to === "snomed" || from === "snomed" ? "snomed" : "crown",
    open(into, { release }) {
      const rows = into.set({ id, title, from, to, kind, release });
      return (cells) => {
        if (use !== undefined && cells.get(use) !== "Y") return "skipped";
        const row = mapRowOf(table, cells);
        return typeof row === "string" ? row : rows.add(row);
      };
    },
  };
}

function mapRowOf(table: MapTable, cells: Cells): MapRow | RowFault {
  const { from, columns } = table;
  const cell = (column: string | undefined): string =>
    column === undefined ? "" : cells.get(column);
  const source = keyOf(from, cell(columns.source));
  if (source.fault !== undefined) return `source-${source.fault}`;
  const sourceTermId = cell(columns.sourceTerm);
  if (sourceTermId !== "" && !isTermIdOf(from, sourceTermId)) return "term-id";
  const { target, fault } = targetOf(table, cells);
  if (fault !== undefined) return `target-${fault}`;
  const status = given(cells, columns.status) ? statusOf(cell(columns.status)) : "active";
  if (status === undefined) return "status";
  const assurance = given(cells, columns.assured)
    ? assuranceOfFlag(cell(columns.assured))
    : table.assurance;
  if (assurance === undefined) return "assurance";
  const date = given(cells, columns.date) ? dayOf(cell(columns.date)) : "";
  if (date === undefined) return "date";
  const sourceText = cell(columns.sourceText);
  if (columns.sourceText !== undefined && sourceText === "") return "text";
  const mapId = cell(columns.mapId);
  const mapType = cell(columns.mapType);
  const preferred =
    columns.termType === undefined ? sourceTermId === "00" : cell(columns.termType) === "P";
  return {
    source: source.key,
    target,
    status,
    assurance,
    ...(sourceTermId !== "" && { sourceTermId }),
    ...(sourceText !== "" && { sourceText }),
    ...(preferred && { preferred }),
    ...(mapId !== "" && { mapId }),
    ...(mapType !== "" && { mapType }),
    ...(date !== "" && { date }),
  };
}

function given(cells: Cells, column: string | undefined): boolean {
  return column !== undefined && cells.has(column);
}

/** Where a row leads. `_DRUG` and `_NONE` are no codes, and a map of type `n` leads nowhere. */
function targetOf(
  { to, columns }: MapTable,
  cells: Cells,
):
  | { readonly target: MapRow["target"]; readonly fault?: undefined }
  | { readonly target?: undefined; readonly fault: KeyFault } {
  const text = cells.get(columns.target);
  if (text === "_DRUG") return { target: "drug" };
  const mapType = columns.mapType === undefined ? "" : cells.get(columns.mapType);
  if (text === "_NONE" || mapType.toLowerCase() === "n") return { target: "none" };
  const { key: code, fault } = keyOf(to, text);
  if (fault !== undefined) return { fault };
  const termId = columns.targetTerm === undefined ? "" : cells.get(columns.targetTerm);
  return { target: isTermIdOf(to, termId) ? { code, termId } : { code } };
}
