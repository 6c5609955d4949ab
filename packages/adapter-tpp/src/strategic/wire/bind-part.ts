import type { SourcePart } from "@gp2gp/core";
import { bindByHeader, firstRow } from "@gp2gp/tabular";
import type { BindOptions, BoundPart } from "@gp2gp/tabular";
import { issue } from "../tpp-sr-csv-issues.ts";
import { optionsOf } from "../tpp-sr-csv-options.ts";
import { dialectOfPart } from "./dialect.ts";
import { tableNamed, unreadTables } from "./tables.ts";

/** The table a file is named for: `20110930_0200/SRCode.csv` holds SRCode. */
export function tableOfPart(name: string): string | undefined {
  return /(?:^|[/\\])(SR[A-Za-z0-9]+)\.[cC][sS][vV]$/.exec(name)?.[1];
}

/** Binds a file of the extract by its header row; a table whose columns are not published if it is about patients. */
export async function bindPart(
  part: SourcePart,
  { options, signal }: BindOptions,
): Promise<BoundPart | undefined> {
  const name = tableOfPart(part.name);
  if (name === undefined) return undefined;
  if (unreadTables.has(name)) return unreadPart(part, name);
  const dialect = await dialectOfPart(part, optionsOf(options));
  const table = tableNamed(name);
  if (table) return bindByHeader(part, table, dialect, signal);
  const header = await firstRow(part, dialect, signal);
  const columns = header?.cells.map((column) => column.trim()) ?? [];
  if (!columns.includes("IDPatient")) return undefined;
  const bound = await bindByHeader(
    part,
    { name, label: name, columns, patient: "IDPatient" },
    dialect,
    signal,
  );
  const source = { part: part.name };
  return { ...bound, issues: [...bound.issues, issue("table-unknown", { source })] };
}

function unreadPart({ name: part }: SourcePart, name: string): BoundPart {
  return {
    name: part,
    table: { name, label: name, columns: [] },
    columns: [],
    async *rows() {},
    issues: [issue("table-unread", { source: { part } })],
  };
}
