import type { Row, RowReading } from "@gp2gp/tabular";
import { referenceIn } from "../wire/cells.ts";
import { agentTablesMeant, isAgentTable, namedBy } from "../wire/references.ts";
import type { ReferenceColumn } from "../wire/table.ts";
import { supersedes } from "../wire/supersedes.ts";
import { tableNamed } from "../wire/tables.ts";

/** The rows of shared tables that the rows of a patient name, and those that these name: by table, in the order of their files. */
export type ReachedRows = ReadonlyMap<string, readonly Row[]>;

export function reachedRows(reading: RowReading): ReachedRows {
  const { rows } = reading;
  const reached = new Map<string, Set<Row>>();
  const waiting: Row[] = rows.tableNames().flatMap((table) => rows.of(table));
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    for (const [column, tables] of referencesFrom(row)) {
      const key = referenceIn(row.cells[column]);
      for (const table of tables) {
        const known = reached.get(table) ?? new Set<Row>();
        const all = rows.shared.findAll(table, key);
        const named = table === "SRAppointmentFlags" ? all : all.slice(0, 1);
        for (const found of named) {
          if (known.has(found)) continue;
          reached.set(table, known.add(found));
          waiting.push(found);
          for (const other of all)
            if (supersedes(found, other) && !reading.isClaimed(other))
              reading.leave(other, "technical", "row-superseded");
        }
        // Where a word says which table is meant, it is one of them.
        if (column in namedBy && named.length > 0) break;
      }
    }
  }
  return new Map(
    [...reached].map(([table, found]) => [
      table,
      [...found].toSorted((left, right) => (left.source.line ?? 0) - (right.source.line ?? 0)),
    ]),
  );
}

/** The columns of a row that name rows of shared tables, with the tables they name rows of. */
export function referencesFrom({
  table,
  cells,
}: Pick<Row, "cells" | "table">): readonly ReferenceColumn[] {
  const columns = tableNamed(table)?.referenceColumns ?? [];
  return columns.flatMap((reference): readonly ReferenceColumn[] => {
    const [column] = reference;
    if (cells[column] === undefined) return [];
    const naming = namedBy[column];
    if (naming === undefined) return [reference];
    const word = cells[naming];
    if (naming !== "SRTable") return [[column, agentTablesMeant(word)]];
    return isAgentTable(word) ? [[column, [word]]] : [];
  });
}
