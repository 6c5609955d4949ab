import { pointerOf } from "@gp2gp/core";
import type { Json, Residue } from "@gp2gp/core";
import { z } from "zod";
import { detailsWords } from "../details.ts";
import type { Row, RowDraft } from "../row.ts";
import { isLater } from "../table-spec.ts";
import type { TabularFormat } from "../tabular-format.ts";
import type { RowWriting } from "./row-writing.ts";

const rowSchema = z.strictObject({
  table: z.string(),
  cells: z.record(z.string(), z.string()),
  isMalformed: z.literal(true).exactOptional(),
});

/**
 * What the record had no place for. Rows of this format go back as they came, before
 * those that take their place; clinical residue of other formats is kept as further details of the
 * record, technical residue is left behind.
 */
export function writeResidue(writing: RowWriting): void {
  const { format, record } = writing;
  const laterThan = supersessionIn(writing);
  for (const [index, residue] of record.residue.entries()) {
    if (isWithheld(residue, writing)) continue;
    const row = residue.format === format.id ? rowSchema.safeParse(residue.content) : undefined;
    if (row?.success && isTableOf(format, row.data.table)) {
      const home = { ...row.data, source: residue.source };
      const later = laterThan(home);
      writing.rows.splice(later ? writing.rows.indexOf(later) : writing.rows.length, 0, home);
    } else if (residue.kind === "clinical") keepInWords(residue, index, writing);
    else if (residue.format !== format.id)
      writing.losses.push({
        type: "dropped",
        record: pointerOf("residue", index),
        section: "residue",
        reason: "other-supplier-data",
      });
  }
}

/** Tells of a row which of those written takes its place. */
function supersessionIn({ rows, format }: RowWriting): (row: Row) => RowDraft | undefined {
  const specs = new Map(format.tables.map((table) => [table.name, table]));
  const keyOf = ({ table, cells }: Row): string | undefined => {
    const key = specs.get(table)?.key;
    return key === undefined ? undefined : `${table} ${cells[key] ?? ""}`;
  };
  const written = new Map(rows.map((row) => [keyOf(row), row]));
  return (row) => {
    const [key, spec] = [keyOf(row), specs.get(row.table)];
    const other = key === undefined ? undefined : written.get(key);
    return spec && other && isLater(other, row, spec) ? other : undefined;
  };
}

function isTableOf({ tables, isTable }: TabularFormat, table: string): boolean {
  return tables.some(({ name }) => name === table) || isTable?.(table) === true;
}

function isWithheld({ parent }: Residue, { record, withheld }: RowWriting): boolean {
  const [, section, index] = parent?.split("/") ?? [];
  const entries = record[section as "observations"] as unknown;
  if (!Array.isArray(entries) || index === undefined) return false;
  const entry = (entries as readonly { readonly id?: string }[])[Number(index)];
  return entry?.id !== undefined && withheld.has(entry.id);
}

function keepInWords({ format, content }: Residue, index: number, writing: RowWriting): void {
  const place = writing.format.addDetails(writing);
  const isOneLine = writing.format.textShape === "one-line";
  const words = isOneLine ? undefined : JSON.stringify(content, undefined, 1);
  const subject = { kind: "residue", format, words } as const;
  // The line marks the text as one of residue and no narrative.
  const line = `[Residue: ${isOneLine ? JSON.stringify(JSON.stringify(content)) : "true"}]`;
  writing.writeText(place, detailsWords(subject, writing.format.tables), [line]);
  writing.losses.push({
    type: "degraded",
    record: pointerOf("residue", index),
    section: "residue",
    reason: "no-place",
    carriedAs: { part: writing.format.partName(place.row.table, writing), as: "narrative" },
  });
}

/** What residue of another format was, from the words it was kept in. */
export function residueOfWords(words: string): Json {
  try {
    return JSON.parse(words) as Json;
  } catch {
    return { text: words };
  }
}
