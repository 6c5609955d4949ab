import type { Row } from "@gp2gp/tabular";
import { dateFromManifest } from "./manifest.ts";

/** The folder of an extract a row stands in, which is named for its time; undefined where the row is in none. */
export function folderOf({ source: { part } }: Pick<Row, "source">): string | undefined {
  const folder = part?.split(/[/\\]/).at(-2);
  return dateFromManifest(folder) === undefined ? undefined : folder;
}

/** The folders rows stand in, the earliest first. */
export function foldersOf(rows: readonly Row[]): readonly string[] {
  const ofParts = new Map(rows.map((row) => [row.source.part, row])).values();
  return [...new Set([...ofParts].flatMap((row) => folderOf(row) ?? []))].toSorted();
}

/** Whether a row is of a later extract than another of its key: of a bulk and a delta, or of two bulks, the later tells how things are. */
export function supersedes(row: Row, other: Row): boolean {
  const [own, before] = [folderOf(row), folderOf(other)];
  return own !== undefined && before !== undefined && own > before;
}
