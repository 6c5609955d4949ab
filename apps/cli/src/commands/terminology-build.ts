import { basename } from "node:path";
import { openSource, SourceError, writeArtefact } from "@gp2gp/files";
import type { OpenedSource } from "@gp2gp/files";
import { buildPack, describeRowFault } from "@gp2gp/terminology";
import type { BuiltPack, RowFault, TableReport } from "@gp2gp/terminology";
import { InputError } from "../input-error.ts";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { startProgress } from "../output/progress.ts";
import { counted } from "../output/wording.ts";
import { writeOut } from "../output/write-out.ts";
import { openPack } from "../terminology/open-pack.ts";
import { UsageError } from "../usage-error.ts";

export interface TerminologyBuildOptions {
  readonly from: readonly string[];
  readonly out: string;
  readonly asOf?: string;
  readonly name?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** `gp2gp terminology build`: a pack of published tables, and a report of every row that is not in it. */
export async function terminologyBuild(options: TerminologyBuildOptions): Promise<number> {
  const { from, out, overwrite = false, signal } = options;
  const asOf = options.asOf === undefined ? undefined : dayOf(options.asOf);
  await using opened = new AsyncDisposableStack();
  const inputs = [];
  for (const path of from) {
    const source = opened.use(await openInput(path));
    inputs.push({ name: basename(path), source });
  }
  using progress = startProgress("Reading tables");
  const built = await buildPack(inputs, {
    name: options.name ?? basename(out).replace(/\.[^.]+$/, ""),
    ...(asOf !== undefined && { asOf }),
    signal,
    onProgress: ({ part, rows }) =>
      progress.say(`Reading ${plainText(part, 80)}: ${counted(rows, "row")}`),
  });
  progress.say("Writing the pack");
  const [written] = await writeArtefact(packArtefact(built, out), out, {
    as: "file",
    overwrite,
    signal,
  });
  progress[Symbol.dispose]();
  using file = openPack(out);
  const { header } = file.pack;
  const { tables, ignored } = built;
  const bytes = written?.bytes ?? 0;
  const report = { pack: out, bytes, name: header.name, asOf, tables, ignored, sets: header.sets };
  if (options.json) await writeOut(`${JSON.stringify(report)}\n`);
  else await writeOut(`${render(report).join("\n")}\n`);
  return 0;
}

async function openInput(path: string): Promise<OpenedSource> {
  try {
    return await openSource(path);
  } catch (error) {
    if (error instanceof SourceError) throw new InputError(`${plainText(path)}: ${error.message}`);
    throw error;
  }
}

function dayOf(text: string): string {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (!match) throw new UsageError("--as-of takes a day, such as 2013-04-01.");
  return match.slice(1).join("");
}

function packArtefact(built: BuiltPack, out: string) {
  const name = basename(out);
  return {
    parts: [
      {
        name,
        mediaType: "application/octet-stream",
        async *open() {
          yield* built.pieces;
        },
      },
    ],
  };
}

interface Report extends Pick<BuiltPack, "tables" | "ignored"> {
  readonly pack: string;
  readonly bytes: number;
}

function render({ pack, bytes, tables, ignored }: Report): string[] {
  const older = ignored.filter(({ reason }) => reason === "older");
  const unknown = ignored.length - older.length;
  return [
    `${plainText(pack)}: ${(bytes / 1e6).toFixed(1)} MB`,
    "",
    ...columns([
      ["table", "release", "rows", "taken", "replaced", "later", "unreadable"],
      ...tables.map(({ layout, release, rows, taken, superseded, later, unreadable }) => [
        layout,
        release,
        ...[rows, taken, superseded, later, unreadable].map(String),
      ]),
    ]),
    ...tables.flatMap(faultLines),
    ...(older.length > 0
      ? ["", "Left out, as another table of their kind is as new or newer:"].concat(
          older.map(({ name }) => `  ${plainText(name)}`),
        )
      : []),
    ...(unknown > 0 ? ["", `${counted(unknown, "other file")} in the input: no table.`] : []),
  ];
}

/** The kinds of unreadable rows of a table, with the first lines of each. */
function faultLines({ name, faults, firstFaults }: TableReport): string[] {
  const kinds = Object.entries(faults) as [RowFault, number][];
  if (kinds.length === 0) return [];
  return [
    "",
    `${plainText(name)}: rows that could not be read`,
    ...columns(
      kinds.map(([fault, count]) => {
        const lines = firstFaults.filter((first) => first.fault === fault).map(({ line }) => line);
        const where = `line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}${lines.length < count ? " …" : ""}`;
        return [count, describeRowFault(fault), lines.length === 0 ? "" : where];
      }),
    ),
  ];
}
