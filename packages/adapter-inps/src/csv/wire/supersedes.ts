import type { Row } from "@gp2gp/tabular";
import { parseFileName } from "./file-names.ts";

/**
 * Whether a row is told in place of another of its key that stands before it. Of files of two moments
 * the newer one tells how things are; in one file an update or a delete does, and an insert after either
 * does again. An insert after another tells something else under one key, unless it says the very same.
 */
export function supersedes(row: Row, before: Row): boolean {
  const [own, other] = [row, before].map(({ source }) => parseFileName(source.part ?? "")?.at);
  if (own !== undefined && other !== undefined && own !== other) return own > other;
  return isChange(row) || isChange(before) || isSame(row, before);
}

function isChange({ cells: { ACTION } }: Row): boolean {
  return ACTION === "U" || ACTION === "D";
}

function isSame({ cells }: Row, { cells: others }: Row): boolean {
  const columns = new Set([...Object.keys(cells), ...Object.keys(others)]);
  return [...columns].every((column) => cells[column] === others[column]);
}
