import { readFileSync } from "node:fs";
import { sourceOfBytes } from "@gp2gp/core";
import type { SourcePart } from "@gp2gp/core";
import {
  buildPack,
  createTerminology,
  openPack,
  packBytesOf,
  smallPackUrl,
} from "@gp2gp/terminology";
import type { PackTerminology } from "@gp2gp/terminology";
import type { HarvestedPair } from "./harvested-pairs.ts";

const assured = "Mapping Tables/Updated/Clinically Assured";
/** The official tables of TRUD item 9: where they stand in a release, and their columns. */
const layouts = {
  ctv3rctmap: {
    file: `${assured}/ctv3rctmap_uk_20200401000002.txt`,
    columns:
      "MAPID V2_CONCEPTID V2_TERMID CTV3_TERMID CTV3_TERMTYP CTV3_CONCEPTID USE_CTV3_TERMID STAT MAPTYP MAPSTATUS EFFECTIVEDATE ISASSURED",
  },
  ctv3sctmap2: {
    file: `${assured}/ctv3sctmap2_uk_20200401000001.txt`,
    columns:
      "MAPID CTV3_CONCEPTID CTV3_TERMID CTV3_TERMTYPE SCT_CONCEPTID SCT_DESCRIPTIONID MAPSTATUS EFFECTIVEDATE IS_ASSURED",
  },
  rcsctmap2: {
    file: `${assured}/rcsctmap2_uk_20200401000001.txt`,
    columns: "MapId ReadCode TermCode ConceptId DescriptionId IS_ASSURED EffectiveDate MapStatus",
  },
} as const;

export interface Table {
  /** With its folders, as in a release. */
  readonly name: string;
  readonly text: string;
}

const inTwo = (code: string) => [code.slice(0, 5), code.slice(5)] as const;

/** Pairs as the tables of a release, each pair a map of its own that is assured; what no release has as a table of the operator's own. */
export function tablesOfPairs(pairs: readonly HarvestedPair[]): Table[] {
  const of = (from: string, to: string) =>
    pairs.filter(({ source, target }) => source.system === from && target.system === to);
  const others = pairs.filter(({ source }) => !["ctv3", "read-v2"].includes(source.system));
  return [
    official(
      "ctv3rctmap",
      of("ctv3", "read-v2").map(({ source, target }, at) => [
        ...[`{3R${at}}`, ...inTwo(target.code), "", "", source.code],
        ...["", "C", "B", 1, 20200401, 1],
      ]),
    ),
    official(
      "ctv3sctmap2",
      of("ctv3", "snomed").map(({ source, target }, at) => [
        ...[`{3S${at}}`, source.code, "", "", target.code, "", 1, 20200401, 1],
      ]),
    ),
    official(
      "rcsctmap2",
      of("read-v2", "snomed").map(({ source, target }, at) => [
        ...[`{2S${at}}`, ...inTwo(source.code), target.code, "", 1, 20200401, 1],
      ]),
    ),
    {
      name: "supplier.map.tsv",
      text: ["from\tcode\tto\ttarget\tassured"]
        .concat(
          others.map(({ source, target }) =>
            [source.system, source.code, target.system, target.code, 1].join("\t"),
          ),
        )
        .join("\n"),
    },
  ];
}

/** A table as it is published: header, tabs, CRLF. */
function official(
  layout: keyof typeof layouts,
  rows: readonly (readonly (string | number)[])[],
): Table {
  const { file, columns } = layouts[layout];
  const lines = [columns.split(" "), ...rows].map((cells) => `${cells.join("\t")}\r\n`);
  return { name: file, text: lines.join("") };
}

/** The terminology of a pack made of pairs as tables. */
export async function terminologyOfPairs(
  pairs: readonly HarvestedPair[],
): Promise<PackTerminology> {
  const parts = tablesOfPairs(pairs).flatMap(({ name, text }): readonly SourcePart[] => [
    ...sourceOfBytes(name, new TextEncoder().encode(text)).parts,
  ]);
  const { pieces } = await buildPack([{ name: "release", source: { parts } }]);
  return createTerminology(openPack(packBytesOf(new Uint8Array(Buffer.concat(pieces)))));
}

/** The terminology every installation comes with. */
export function smallTerminology(): PackTerminology {
  return createTerminology(openPack(packBytesOf(readFileSync(smallPackUrl))));
}
