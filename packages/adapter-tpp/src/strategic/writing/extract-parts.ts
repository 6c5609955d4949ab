import type { ArtefactPart } from "@gp2gp/core";
import { cellsInOrder, furtherColumns, writeCsv } from "@gp2gp/tabular";
import type { RowDraft, RowWriting } from "@gp2gp/tabular";
import { compositeQuestion } from "../reading/free-texts.ts";
import { optionsOf } from "../tpp-sr-csv-options.ts";
import { dialectOf } from "../wire/dialect.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import { folderOf } from "../wire/supersedes.ts";
import { extractWritingOf } from "./extract-writing.ts";
import { extractTables, tableNamed } from "../wire/tables.ts";

/** Files that come with every extract, rows or none. */
const always = ["SRPatient", "SRMapping", "SRMappingGroup", "SRConfiguredListOption"];

/** The file a table is written to, in the folder that is named for the time of the extract. */
export function partName(table: string, writing: RowWriting): string {
  return `${extractWritingOf(writing).folder}/${table}.csv`;
}

/**
 * The files of an extract: one for each table with rows, and its manifest. Rows that later ones took the
 * place of go home to the extract they came with.
 */
export function extractParts(writing: RowWriting): ArtefactPart[] {
  const { folder, kept, time } = extractWritingOf(writing);
  const saying = writing.rows.filter(isSaying);
  const extracts = Map.groupBy(saying, (row) => earlierFolderOf(row, folder) ?? folder);
  const earlier = [...new Set([...extracts.keys(), ...Object.keys(kept.earlier ?? {})])].filter(
    (name) => name !== folder,
  );
  return [
    ...earlier.toSorted().flatMap((name) => {
      const about = { folder: name, time: name, manifest: kept.earlier?.[name] };
      return partsOfExtract(extracts.get(name) ?? [], about, writing);
    }),
    ...partsOfExtract(
      extracts.get(folder) ?? [],
      { folder, time, manifest: kept.manifest },
      writing,
    ),
  ];
}

function earlierFolderOf(row: RowDraft, folder: string): string | undefined {
  const own = folderOf(row);
  return own !== undefined && own < folder ? own : undefined;
}

/** What an extract is called, when it was made, and what it said of itself when it came. */
interface ExtractAbout {
  readonly folder: string;
  readonly time: string;
  readonly manifest: KeptExtract["manifest"];
}

function partsOfExtract(
  rows: readonly RowDraft[],
  about: ExtractAbout,
  writing: RowWriting,
): ArtefactPart[] {
  const dialect = dialectOf(optionsOf(writing.context.options));
  const tables = Map.groupBy(rows, ({ table }) => table);
  sortFreeText(tables);
  const isLast = about.folder === extractWritingOf(writing).folder;
  const known = extractTables.map(({ name }) => name);
  const names = [...known, ...[...tables.keys()].filter((name) => !tableNamed(name))].filter(
    (name) => tables.has(name) || (isLast && always.includes(name)),
  );
  const part = (name: string, rows: readonly RowDraft[]): ArtefactPart => ({
    name: `${about.folder}/${name}.csv`,
    mediaType: "text/csv",
    async *open() {
      const columns = tableNamed(name)?.columns ?? [];
      const all = [...columns, ...furtherColumns(rows, columns)];
      yield* writeCsv([all, ...rows.map((row) => cellsInOrder(row, all))], dialect);
    },
  });
  return [
    part("SRManifest", manifestOf(names, about)),
    ...names.map((name) => part(name, tables.get(name) ?? [])),
  ];
}

/** A place for words of a composite is a row only where it holds some. */
function isSaying({ table, cells }: RowDraft): boolean {
  return (
    table !== "SRFreeText" ||
    cells["Question"] !== compositeQuestion ||
    cells["FreeText"] !== undefined
  );
}

/** Free text stands in the order of the rows it is of, so that what came later stands where it is read. */
function sortFreeText(tables: Map<string, RowDraft[]>): void {
  const texts = tables.get("SRFreeText");
  if (!texts) return;
  const places = new Map<string, number>();
  for (const { name, key = "RowIdentifier" } of extractTables)
    for (const { cells } of tables.get(name) ?? [])
      places.set(`${name} ${cells[key]}`, places.size);
  const placeOf = ({ cells }: RowDraft): number =>
    places.get(`${cells["SRTable"]} ${cells["IDSRTable"]}`) ?? places.size;
  tables.set(
    "SRFreeText",
    texts.toSorted((left, right) => placeOf(left) - placeOf(right)),
  );
}

/** What the extract holds, file by file: as it said when it came, else all there is. */
function manifestOf(names: readonly string[], { manifest, time }: ExtractAbout): RowDraft[] {
  return names.map((name) => ({
    table: "SRManifest",
    source: {},
    cells: {
      ...(manifest?.find((cells) => cells["FileName"] === name) ?? {
        FileName: name,
        IsDelta: "N",
        IsReference: tableNamed(name)?.patient === undefined && tableNamed(name) ? "Y" : "N",
        DateExtractTo: time,
      }),
    },
  }));
}
