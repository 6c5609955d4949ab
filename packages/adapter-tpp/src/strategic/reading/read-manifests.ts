import type { PartialDateTime } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { issue } from "../tpp-sr-csv-issues.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import { dateFromManifest } from "../wire/manifest.ts";
import { folderOf, foldersOf } from "../wire/supersedes.ts";

/** What extracts say of themselves, and when the last of them was made. */
type Manifests = Pick<KeptExtract, "earlier" | "folder" | "manifest"> & {
  readonly at?: PartialDateTime;
};

/**
 * Reads the manifest of an extract, and those of the ones before it that came with it. A file of changes
 * is no whole one, and is reported where no earlier extract has the whole.
 */
export function readManifests(reading: RowReading): Manifests {
  const manifests = Map.groupBy(reading.rows.shared.of("SRManifest"), folderOf);
  const folder = latestFolder(reading);
  const manifest = manifests.get(folder) ?? [];
  reportChanges([...manifests.values()].flat(), reading);
  manifests.delete(folder);
  const earlier = [...manifests].flatMap(([at, rows]) =>
    at === undefined ? [] : [[at, rows.map(cellsOf)] as const],
  );
  const told = manifest.flatMap(({ cells }) => dateFromManifest(cells["DateExtractTo"]) ?? []);
  const at = told.toSorted().at(-1) ?? dateFromManifest(folder);
  return {
    ...(at !== undefined && { at }),
    ...(folder !== undefined && dateFromManifest(folder) !== at && { folder }),
    ...(manifest.length > 0 && { manifest: manifest.map(cellsOf) }),
    ...(earlier.length > 0 && { earlier: Object.fromEntries(earlier) }),
  };
}

function latestFolder({ rows }: RowReading): string | undefined {
  const own = rows.tableNames().flatMap((table) => rows.of(table));
  return foldersOf([...own, ...rows.shared.of("SRManifest")]).at(-1);
}

function reportChanges(rows: readonly Row[], { issues }: RowReading): void {
  const isDelta = ({ cells }: Row): boolean => cells["IsDelta"]?.toUpperCase() === "Y";
  const whole = new Set(rows.filter((row) => !isDelta(row)).map(({ cells }) => cells["FileName"]));
  for (const row of rows) {
    const { FileName: file = "" } = row.cells;
    if (isDelta(row) && !whole.has(file))
      issues.push(issue("extract-is-delta", { source: row.source, detail: { file } }));
  }
}

const cellsOf = ({ cells }: Row): Record<string, string> => ({ ...cells });
