import type { AdapterCase } from "@gp2gp/adapter-testkit";
import type { Source, SourcePart } from "@gp2gp/core";
import { readCsv, writeCsv } from "@gp2gp/tabular";
import { optionsOf } from "../strategic/tpp-sr-csv-options.ts";
import { tableOfPart } from "../strategic/wire/bind-part.ts";
import { dialectOfPart } from "../strategic/wire/dialect.ts";

type Leaves = Awaited<ReturnType<NonNullable<AdapterCase["leaves"]>>>;

/** The values of the files of an extract, each under the name of its column. */
export async function leavesOfExtract(source: Source): Promise<Leaves> {
  const leaves = await Promise.all(source.parts.map(async (part) => leavesOfPart(part, source)));
  return leaves.flat();
}

async function leavesOfPart(part: SourcePart, source: Source): Promise<Leaves> {
  if (tableOfPart(part.name) === undefined) return [];
  const dialect = await dialectOfPart(part, optionsOf({}));
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readCsv(part, dialect)) rows.push(cells);
  const [header = []] = rows;
  return rows.slice(1).flatMap((cells, row) =>
    [...cells.entries()].flatMap(([column, value]) => {
      if (value === "") return [];
      const changed = (): Source => {
        const other = rows.with(row + 1, cells.with(column, changedValue(value)));
        const bytes = Buffer.concat([...writeCsv(other, dialect)]);
        return { parts: source.parts.map((one) => (one === part ? partOf(part, bytes) : one)) };
      };
      return [{ where: `${part.name} ${header[column] ?? `value ${column + 1}`}`, value, changed }];
    }),
  );
}

function partOf({ name }: SourcePart, bytes: Uint8Array): SourcePart {
  return {
    name,
    async *open(range) {
      await Promise.resolve();
      yield bytes.subarray(range?.start ?? 0, range?.end ?? bytes.byteLength);
    },
  };
}

/** Another value of the same length: the last letter or digit moves on by one. */
function changedValue(value: string): string {
  const at = value.search(/[A-Za-z0-9][^A-Za-z0-9]*$/);
  if (at < 0) return `${value}x`;
  const next = String.fromCharCode(
    value.charCodeAt(at) + (/[9Zz]/.test(value.charAt(at)) ? -1 : 1),
  );
  return value.slice(0, at) + next + value.slice(at + 1);
}
