import { labelOfSystem } from "@gp2gp/core";
import type { PackHeader } from "@gp2gp/terminology";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { writeOut } from "../output/write-out.ts";
import { openPack } from "../terminology/open-pack.ts";

export interface TerminologyInfoOptions {
  readonly pack?: string;
  readonly json?: boolean;
}

/** `gp2gp terminology info`: what a pack holds, of which releases, and from which files. */
export async function terminologyInfo({ pack, json }: TerminologyInfoOptions): Promise<number> {
  using file = openPack(pack);
  const { sections: _, hotBytes, ...header } = file.pack.header;
  if (json) await writeOut(`${JSON.stringify({ ...header, memoryBytes: hotBytes })}\n`);
  else await writeOut(`${render(file.pack.header).join("\n")}\n`);
  return 0;
}

function render(header: PackHeader): string[] {
  const { name, asOf, systems, sets, inputs, notices, hotBytes, bodyBytes } = header;
  const size = `${megabytes(bodyBytes)} MB, of which ${megabytes(hotBytes)} MB in memory`;
  return [
    `${plainText(name)}: ${size}${asOf === undefined ? "" : `; as of ${asOf}`}`,
    "",
    ...columns([
      ["code system", "codes", "terms"],
      ...systems.map(({ id, codes, terms }) => [labelOfSystem(id), codes, terms]),
    ]),
    "",
    ...columns([
      ["map set", "from", "to", "release", "assured", "not", "unknown", "none", "retired"],
      ...sets.map(({ id, from, to, release, counts }) => [
        plainText(id),
        labelOfSystem(from),
        labelOfSystem(to),
        plainText(release),
        counts.assured,
        counts.unassured,
        counts.unknown,
        counts.none,
        counts.retired,
      ]),
    ]),
    ...(inputs.length > 0 ? ["", "Made from:"] : []),
    ...inputs.map(({ name: input, sha256 }) => `  ${plainText(input)}  sha256 ${sha256}`),
    ...(notices.length > 0 ? ["", ...notices.map((notice) => plainText(notice))] : []),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
