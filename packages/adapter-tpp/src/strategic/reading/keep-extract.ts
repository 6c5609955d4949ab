import type { Json } from "@gp2gp/core";
import { isBlank, writtenBlank } from "../wire/blanks.ts";
import { flagFromCell } from "../wire/cells.ts";
import { isAgentTable } from "../wire/references.ts";
import { tableNamed } from "../wire/tables.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import type { ExtractReading } from "./extract-reading.ts";
import { readManifests } from "./read-manifests.ts";

/** Keeps what the extract says of itself, and the lists its cells name. */
export function keepExtract(extract: ExtractReading): void {
  const { rows } = extract;
  const { at, ...manifests } = readManifests(rows);
  const shared = [...extract.reached].flatMap(([table, reached]) =>
    isAgentTable(table) || table === "SRAppointmentFlags"
      ? []
      : reached.map(({ cells }) => ({ table, cells: { ...cells } })),
  );
  const blanks = blanksOf(extract);
  const raised = flagAs(true, extract);
  const lowered = flagAs(false, extract);
  const kept: KeptExtract = {
    ...(shared.length > 0 && { shared }),
    ...manifests,
    ...(Object.keys(blanks).length > 0 && { blanks }),
    ...(raised !== undefined && raised !== "TRUE" && { raised }),
    ...(lowered !== undefined && lowered !== "FALSE" && { lowered }),
  };
  for (const [key, value] of Object.entries(kept)) rows.keep(key, value as Json);
  if (at !== undefined) rows.extraction = { ...rows.extraction, at };
}

/** What rows mostly hold in columns they say nothing in: by column, and by table where one holds something else. */
function blanksOf(extract: ExtractReading): Record<string, string> {
  const { rows } = extract.rows;
  const agents = [...extract.reached].filter(([table]) => isAgentTable(table));
  const own = rows.tableNames().map((table) => [table, rows.of(table)] as const);
  const byColumn = new Map<string, [table: string, blank: string][]>();
  for (const [table, held] of [...own, ...agents])
    for (const column of tableNamed(table)?.blankColumns ?? []) {
      const blank = commonest(
        held.map(({ cells }) => cells[column] ?? "").filter((cell) => isBlank(column, cell)),
      );
      if (blank === undefined) continue;
      const known = byColumn.get(column);
      if (known) known.push([table, blank]);
      else byColumn.set(column, [[table, blank]]);
    }
  const blanks: Record<string, string> = {};
  for (const [column, tables] of byColumn) {
    const most = commonest(tables.map(([, blank]) => blank)) ?? "";
    if (most !== writtenBlank(column)) blanks[column] = most;
    for (const [table, blank] of tables) if (blank !== most) blanks[`${table}.${column}`] = blank;
  }
  return blanks;
}

function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, left], [, right]) => right - left);
  return first?.[0];
}

/** How the extract writes a flag that is raised, or one that is not, by the first it has. */
function flagAs(raised: boolean, { rows: { rows } }: ExtractReading): string | undefined {
  for (const [table, column] of flagsAlwaysSaid)
    for (const { cells } of rows.of(table))
      if (flagFromCell(cells[column]) === raised) return cells[column];
  return undefined;
}

const flagsAlwaysSaid = [
  ["SRCode", "IsNumeric"],
  ["SRPrimaryCareMedication", "IsRepeatMedication"],
  ["SRPrimaryCareMedication", "IsOtherMedication"],
] as const;
