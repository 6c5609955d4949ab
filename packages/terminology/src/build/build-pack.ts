import type { Source, SourcePart } from "@gp2gp/core";
import { knownLayouts, layoutOf } from "../loaders/known-layouts.ts";
import { fileName, loadTable } from "../loaders/load-table.ts";
import type { TableProgress } from "../loaders/load-table.ts";
import type { TableLayout } from "../loaders/table-layout.ts";
import type { TableReport } from "../loaders/table-report.ts";
import { notices } from "../notices.ts";
import { TerminologyError } from "../terminology-error.ts";
import { layPack } from "./lay-pack.ts";
import { PackBuilder } from "./pack-builder.ts";

/** An input of tables: a release as a zip, a folder, or one file. */
export interface TableInput {
  /** What it is called, such as the name of the zip; releases are read from it. */
  readonly name: string;
  readonly source: Source;
}

export interface BuildOptions {
  /** What the pack is called. */
  readonly name?: string;
  /** Build it as of this day, YYYYMMDD: rows that take effect later do not count. */
  readonly asOf?: string;
  readonly onProgress?: (progress: TableProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BuiltPack {
  /** The bytes of the pack, to be written one piece after the other. */
  readonly pieces: readonly Uint8Array[];
  readonly tables: readonly TableReport[];
  /** Files that are no table the program reads, or not the newest of their kind. */
  readonly ignored: readonly { readonly name: string; readonly reason: "unknown" | "older" }[];
}

interface Table {
  readonly part: SourcePart;
  readonly name: string;
  readonly layout: TableLayout;
  readonly release: string;
}

/**
 * Builds a pack from published tables. Of tables of which one release is wanted, the newest is taken.
 * Rejects with TerminologyError where an input holds no table, or one is not of its layout or cut short.
 */
export async function buildPack(
  inputs: readonly TableInput[],
  options: BuildOptions = {},
): Promise<BuiltPack> {
  const found = inputs.flatMap(({ name, source }, from) =>
    source.parts.map((part) => ({
      part,
      from,
      input: name,
      layout: layoutOf(fileName(part.name)),
    })),
  );
  const tables = found.flatMap(({ part, input, layout }): Table[] => {
    const name = part.name === input ? input : `${input}/${part.name}`;
    return layout ? [{ part, name, layout, release: releaseOf(`${input}/${part.name}`) }] : [];
  });
  const empty = inputs.find((_, at) => !found.some(({ from, layout }) => from === at && layout));
  if (empty) throw new TerminologyError("tables-missing", { part: empty.name });
  if (tables.length === 0) throw new TerminologyError("tables-missing");
  const wanted = newest(tables);
  const owners = new Set(wanted.map(({ layout }) => layout.owner));
  const { asOf, onProgress, signal } = options;
  const builder = new PackBuilder({
    name: options.name ?? "terminology pack",
    notices: (["crown", "snomed", "supplier"] as const)
      .filter((owner) => owners.has(owner))
      .map((owner) => notices[owner]),
    ...(asOf !== undefined && { asOf }),
  });
  const reports: TableReport[] = [];
  for (const table of inOrder(wanted)) {
    const report = await loadTable(builder, {
      ...table,
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    });
    reports.push(report);
    const { faults: _, firstFaults: __, ...input } = report;
    builder.inputs.push(input);
  }
  signal?.throwIfAborted();
  return {
    pieces: layPack(builder),
    tables: reports,
    ignored: [
      ...found
        .filter(({ layout }) => !layout)
        .map(({ part, input }) => ({
          name: part.name === input ? input : `${input}/${part.name}`,
          reason: "unknown" as const,
        })),
      ...tables
        .filter((table) => !wanted.includes(table))
        .map(({ name }) => ({ name, reason: "older" as const })),
    ],
  };
}

/** The newest table of each layout; all of those that belong together. */
function newest(tables: readonly Table[]): readonly Table[] {
  const latest = new Map<string, Table>();
  for (const table of tables) {
    const known = latest.get(table.layout.id);
    if (!known || known.release < table.release) latest.set(table.layout.id, table);
  }
  return tables.filter(
    (table) => table.layout.several === true || latest.get(table.layout.id) === table,
  );
}

/** Tables in the order of the layouts, those that need others after them. */
function inOrder(tables: readonly Table[]): readonly Table[] {
  const place = ({ layout }: Table): number =>
    knownLayouts.indexOf(layout) + (layout.after === undefined ? 0 : knownLayouts.length);
  return tables.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

/** The release a table is of: the last date in its path, else that it has none. */
function releaseOf(path: string): string {
  return [...path.matchAll(/(?<!\d)((?:19|20)\d{6})(?:\d{6})?(?!\d)/g)].at(-1)?.[1] ?? "undated";
}
