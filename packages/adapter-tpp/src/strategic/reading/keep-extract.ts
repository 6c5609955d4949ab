import type { Json } from "@gp2gp/core";
import { issue } from "../tpp-sr-csv-issues.ts";
import { isBlank, writtenBlank } from "../wire/blanks.ts";
import { flagFromCell } from "../wire/cells.ts";
import { dateFromManifest } from "../wire/manifest.ts";
import { isAgentTable } from "../wire/references.ts";
import { tableNamed } from "../wire/tables.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import type { ExtractReading } from "./extract-reading.ts";

/** Keeps what the extract says of itself, and the lists its cells name. */
export function keepExtract(extract: ExtractReading): void {
  const { rows } = extract;
  const manifest = rows.rows.shared.of("SRManifest");
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
    ...(manifest.length > 0 && { manifest: manifest.map(({ cells }) => ({ ...cells })) }),
    ...(Object.keys(blanks).length > 0 && { blanks }),
    ...(raised !== undefined && raised !== "TRUE" && { raised }),
    ...(lowered !== undefined && lowered !== "FALSE" && { lowered }),
  };
  for (const [key, value] of Object.entries(kept)) rows.keep(key, value as Json);
  const at = timeOf(extract);
  if (at !== undefined) rows.extraction = { ...rows.extraction, at };
  for (const { cells, source } of manifest)
    if (cells["IsDelta"]?.toUpperCase() === "Y")
      rows.issues.push(
        issue("extract-is-delta", { source, detail: { file: cells["FileName"] ?? "" } }),
      );
}

/** When the extract was made: as its manifest says, else as its folder is called. */
function timeOf({ rows: { rows } }: ExtractReading): string | undefined {
  const folder = rows.of("SRPatient")[0]?.source.part?.split("/").at(-2);
  const told = rows.shared.of("SRManifest").flatMap(({ cells }) => cells["DateExtractTo"] ?? []);
  const times = told.flatMap((cell) => dateFromManifest(cell) ?? []);
  return times.toSorted().at(-1) ?? dateFromManifest(folder);
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
