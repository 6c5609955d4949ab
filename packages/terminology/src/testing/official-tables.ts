import type { Source, SourcePart } from "@gp2gp/core";
import { buildPack } from "../build/build-pack.ts";
import type { BuildOptions, BuiltPack, TableInput } from "../build/build-pack.ts";
import { packBytesOf } from "../pack/pack-bytes.ts";
import { openPack } from "../pack/terminology-pack.ts";
import { createTerminology } from "../terminology.ts";
import type { PackTerminology, TerminologyOptions } from "../terminology.ts";

type Cell = string | number;

/** The headers of the official layouts, as they are published. */
export const headers = {
  rcsctmap2: "MapId ReadCode TermCode ConceptId DescriptionId IS_ASSURED EffectiveDate MapStatus",
  ctv3sctmap2:
    "MAPID CTV3_CONCEPTID CTV3_TERMID CTV3_TERMTYPE SCT_CONCEPTID SCT_DESCRIPTIONID MAPSTATUS EFFECTIVEDATE IS_ASSURED",
  rctctv3map:
    "MAPID V2_CONCEPTID V2_TERMID CTV3_TERMID CTV3_TERMTYP CTV3_CONCEPTID USE_CTV3_TERMID STAT MAPTYP MAPSTATUS EFFECTIVEDATE IS_ASSURED",
  ctv3rctmap:
    "MAPID V2_CONCEPTID V2_TERMID CTV3_TERMID CTV3_TERMTYP CTV3_CONCEPTID USE_CTV3_TERMID STAT MAPTYP MAPSTATUS EFFECTIVEDATE ISASSURED",
  alternateRead2: "ReadCode TermCode ConceptId DescriptionId UseAlt",
  alternateCtv3: "CTV3_CONCEPTID CTV3_TERMID SCT_CONCEPTID SCT_DESCRIPTIONID USE",
  rctermsctmap: "MapId ReadCode Term ConceptId EffectiveDate MapStatus",
  rcmap: "MapId ReadCode ConceptId EffectiveDate MapStatus",
  description:
    "id effectiveTime active moduleId conceptId languageCode typeId term caseSignificanceId",
  simpleMap: "id effectiveTime active moduleId refsetId referencedComponentId mapTarget",
  association: "id effectiveTime active moduleId refsetId referencedComponentId targetComponentId",
  language: "id effectiveTime active moduleId refsetId referencedComponentId acceptabilityId",
} as const;

/** The names of the files, of the last release. */
export const files = {
  rcsctmap2: "Mapping Tables/Updated/Clinically Assured/rcsctmap2_uk_20200401000001.txt",
  ctv3sctmap2: "Mapping Tables/Updated/Clinically Assured/ctv3sctmap2_uk_20200401000001.txt",
  rctctv3map: "Mapping Tables/Updated/Clinically Assured/rctctv3map_uk_20200401000001.txt",
  ctv3rctmap: "Mapping Tables/Updated/Clinically Assured/ctv3rctmap_uk_20200401000002.txt",
  alternateRead2:
    "Mapping Tables/Updated/Clinically Assured/codesWithValues_AlternateMaps_READ2_20200401000001.txt",
  alternateCtv3:
    "Mapping Tables/Updated/Clinically Assured/codesWithValues_AlternateMaps_CTV3_20200401000001.txt",
  rctermsctmap: "Mapping Tables/Updated/Not Clinically Assured/rctermsctmap_uk_20200401000001.txt",
  rcmap: "Mapping Tables/Updated/Not Clinically Assured/rcmap_uk_20200401000001.txt",
  description: "Snapshot/Terminology/sct2_Description_MONOSnapshot-en_GB_20230412.txt",
  simpleMap: "Snapshot/Refset/Map/der2_sRefset_SimpleMapMONOSnapshot_GB_20230412.txt",
  association: "Snapshot/Refset/Content/der2_cRefset_AssociationMONOSnapshot_GB_20230412.txt",
  language: "Snapshot/Refset/Language/der2_cRefset_LanguageMONOSnapshot-en_GB_20230412.txt",
} as const satisfies Record<keyof typeof headers, string>;

/** A table in an official layout: header, tabs, CRLF. */
export function official(
  layout: keyof typeof headers,
  rows: readonly (readonly Cell[])[],
  file: string = files[layout],
): SourcePart {
  return textPart(
    file,
    [headers[layout].split(" "), ...rows].map((cells) => `${cells.join("\t")}\r\n`).join(""),
  );
}

/** CTV3 or any other table whose cells are parted by `|`, without a header. */
export function piped(file: string, rows: readonly (readonly Cell[])[]): SourcePart {
  return textPart(file, rows.map((cells) => `${cells.join("|")}\r\n`).join(""));
}

/** A table of quoted cells parted by commas. */
export function quoted(file: string, rows: readonly (readonly Cell[])[]): SourcePart {
  const cell = (value: Cell): string => `"${String(value).replaceAll('"', '""')}"`;
  return textPart(file, rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join(""));
}

export function textPart(name: string, text: string): SourcePart {
  return bytesPart(name, new TextEncoder().encode(text));
}

/** A part whose bytes come in pieces, as those of a zip do. */
export function bytesPart(name: string, bytes: Uint8Array, piece = 7_919): SourcePart {
  return {
    name,
    size: bytes.byteLength,
    async *open() {
      for (let at = 0; at < bytes.byteLength; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export function inputOf(...parts: readonly SourcePart[]): TableInput {
  const source: Source = { parts };
  return { name: "release.zip", source };
}

export function build(parts: readonly SourcePart[], options?: BuildOptions): Promise<BuiltPack> {
  return buildPack([inputOf(...parts)], options);
}

export function bytesOfPack({ pieces }: Pick<BuiltPack, "pieces">): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** A terminology of tables, by way of the pack they make. */
export async function terminologyOf(
  parts: readonly SourcePart[],
  options: BuildOptions & TerminologyOptions = {},
): Promise<PackTerminology> {
  const bytes = bytesOfPack(await build(parts, options));
  return createTerminology(openPack(packBytesOf(bytes)), options);
}
