import { snomedCheckDigit } from "@gp2gp/core";
import type { Source, SourcePart } from "@gp2gp/core";

/*
 * Map tables in the official layouts and of the official sizes, of codes and ids that count upwards.
 * No row is of any published table.
 */
const sizes = {
  readTerms: 102_000,
  readCodes: 70_000,
  ctv3Codes: 290_000,
  ctv3Terms: 445_000,
  concepts: 350_000,
};
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A number spread over the code space, so that neighbours are not neighbours in the tables. */
function letters(number: number, length: number): string {
  let rest = number;
  let text = "";
  for (let at = 0; at < length; at += 1) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

const readCode = (number: number): string => letters(number * 131 + 7_000_000, 5);
const ctv3Code = (number: number): string => `X${letters(number * 47 + 60_000, 4)}`;
const ctv3Term = (number: number): string => `Y${letters(number * 31 + 9_000, 4)}`;

function component(number: number, partition: string): string {
  const digits = `${number + 10_000}${partition}`;
  return digits + snomedCheckDigit(digits);
}

const concept = (number: number): string => component((number * 7) % sizes.concepts, "00");
const description = (number: number): string => component(number + 1_000_000, "01");

function guid(kind: number, number: number): string {
  const tail = number.toString(16).toUpperCase().padStart(12, "0");
  return `{0000000${kind}-0000-4000-8000-${tail}}`;
}

/** The codes that the tables translate, to be looked up. */
export const lookups = {
  ctv3: Array.from({ length: sizes.ctv3Codes }, (_, at) => ctv3Code(at)),
  readV2: Array.from({ length: sizes.readTerms }, (_, at) => readTermCode(at)),
};

function readTermCode(row: number): string {
  return readCode(row % sizes.readCodes) + (row < sizes.readCodes ? "00" : "11");
}

/** The four map tables of TRUD item 9, CTV3's term files and Read v2's, about 1.1 million map rows. */
export function officialSizeTables(): Source {
  const day = "20200401000001";
  return {
    parts: [
      table(
        `rcsctmap2_uk_${day}.txt`,
        "MapId\tReadCode\tTermCode\tConceptId\tDescriptionId\tIS_ASSURED\tEffectiveDate\tMapStatus",
        sizes.readTerms,
        (row) => {
          const code = readTermCode(row);
          return [
            guid(1, row),
            code.slice(0, 5),
            code.slice(5),
            concept(row % sizes.readCodes),
            description(row),
            row % 4 === 0 ? 0 : 1,
            20200401,
            1,
          ];
        },
      ),
      table(
        `rctctv3map_uk_${day}.txt`,
        "MAPID\tV2_CONCEPTID\tV2_TERMID\tCTV3_TERMID\tCTV3_TERMTYP\tCTV3_CONCEPTID\tUSE_CTV3_TERMID\tSTAT\tMAPTYP\tMAPSTATUS\tEFFECTIVEDATE\tIS_ASSURED",
        sizes.readTerms,
        (row) => {
          const code = readTermCode(row);
          const target = row % sizes.readCodes;
          return [
            guid(2, row),
            code.slice(0, 5),
            code.slice(5),
            ctv3Term(target),
            "P",
            ctv3Code(target),
            ctv3Term(target),
            "C",
            "E",
            1,
            20200401,
            1,
          ];
        },
      ),
      table(
        `ctv3sctmap2_uk_${day}.txt`,
        "MAPID\tCTV3_CONCEPTID\tCTV3_TERMID\tCTV3_TERMTYPE\tSCT_CONCEPTID\tSCT_DESCRIPTIONID\tMAPSTATUS\tEFFECTIVEDATE\tIS_ASSURED",
        sizes.ctv3Terms,
        (row) => {
          const code = row % sizes.ctv3Codes;
          const drug = code % 3 === 0;
          return [
            guid(3, row),
            ctv3Code(code),
            ctv3Term(row),
            row < sizes.ctv3Codes ? "P" : "S",
            drug ? "_DRUG" : concept(code),
            drug ? "" : description(row + sizes.readTerms),
            1,
            20200401,
            row % 3 === 1 ? 1 : 0,
          ];
        },
      ),
      table(
        `ctv3rctmap_uk_${day}.txt`,
        "MAPID\tV2_CONCEPTID\tV2_TERMID\tCTV3_TERMID\tCTV3_TERMTYP\tCTV3_CONCEPTID\tUSE_CTV3_TERMID\tSTAT\tMAPTYP\tMAPSTATUS\tEFFECTIVEDATE\tISASSURED",
        sizes.ctv3Terms,
        (row) => {
          const code = row % sizes.ctv3Codes;
          const none = code % 5 === 0;
          return [
            guid(4, row),
            none ? "_NONE" : readCode(code % sizes.readCodes),
            none ? "" : "00",
            ctv3Term(row),
            row < sizes.ctv3Codes ? "P" : "S",
            ctv3Code(code),
            "",
            "C",
            "B",
            1,
            20200401,
            1,
          ];
        },
      ),
      table("V3/Terms.v3", undefined, sizes.ctv3Terms, (row) => [
        [ctv3Term(row), "C", `Synthetic term ${row}`, "", ""].join("|"),
      ]),
      table("V3/Descrip.v3", undefined, sizes.ctv3Terms, (row) => [
        [ctv3Code(row % sizes.ctv3Codes), ctv3Term(row), row < sizes.ctv3Codes ? "P" : "S"].join(
          "|",
        ),
      ]),
      table("V2/Unified/Keyv2.all", undefined, sizes.readTerms, (row) => {
        const code = readTermCode(row);
        return [
          `"SYNTH","0","Synthetic Read term ${row}","","","${code.slice(5)}","EN","${code.slice(0, 5)}","0"`,
        ];
      }),
    ],
  };
}

function table(
  name: string,
  header: string | undefined,
  rows: number,
  rowOf: (row: number) => readonly (string | number)[],
): SourcePart {
  return {
    name,
    async *open() {
      const encoder = new TextEncoder();
      if (header !== undefined) yield encoder.encode(`${header}\r\n`);
      for (let from = 0; from < rows; from += 1_000) {
        let text = "";
        for (let row = from; row < Math.min(rows, from + 1_000); row += 1)
          text += `${rowOf(row).join("\t")}\r\n`;
        yield encoder.encode(text);
      }
    },
  };
}
