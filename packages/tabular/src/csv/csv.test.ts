import type { SourcePart } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceFault } from "../source-fault.ts";
import { canEncode, decodeBytes, encodeText, escapeUnencodable } from "./charset.ts";
import type { CsvDialect } from "./csv-dialect.ts";
import { readCsv } from "./read-csv.ts";
import type { Span, TextRow } from "./read-csv.ts";
import { writeCsv } from "./write-csv.ts";

const plain: CsvDialect = {
  delimiter: ",",
  quote: '"',
  quotesAll: true,
  newline: "\r\n",
  charset: "utf-8",
};

function partOf(bytes: Uint8Array, chunk = 7): SourcePart {
  return {
    name: "rows.csv",
    async *open(range) {
      const { start = 0, end = bytes.length } = range ?? {};
      for (let at = start; at < end; at += chunk)
        yield await Promise.resolve(bytes.subarray(at, Math.min(end, at + chunk)));
    },
  };
}

async function rowsOf(text: string | Uint8Array, dialect = plain, span?: Span): Promise<TextRow[]> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return Array.fromAsync(readCsv(partOf(bytes), dialect, span ? { span } : {}));
}

const cellsOf = ({ cells }: TextRow): readonly string[] => cells;

async function faultOf(text: string | Uint8Array): Promise<unknown> {
  try {
    await rowsOf(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return [error.issue.code, error.issue.source?.line];
  }
}

describe("delimited text", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", '"', '""', ",", "\n", "\r", "\r\n", " ", "é", "\t", "'", "|", "\0", "€"),
  );
  const dialect = fc.record<CsvDialect>({
    delimiter: fc.constantFrom(",", "|", "\t"),
    quote: fc.constantFrom('"', "'"),
    quotesAll: fc.boolean(),
    newline: fc.constantFrom("\r\n", "\n"),
    charset: fc.constantFrom("utf-8", "windows-1252"),
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });

  it("reads back as it was written, in every dialect", async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, own) => {
        fc.pre(rows.flat().every((text) => canEncode(text, own.charset)));
        const bytes = Buffer.concat([...writeCsv(rows, own)]);
        const read = await rowsOf(bytes, own);
        expect(read.map(cellsOf)).toEqual(rows);
        expect(read.at(-1)?.end).toBe(bytes.length);
        expect(read.some(({ isOpen }) => isOpen)).toBe(false);
      }),
    );
  });

  it("reads back as it was written without quotation marks", async () => {
    const bare: CsvDialect = { ...plain, delimiter: "\t", quote: undefined, quotesAll: false };
    const rows = [
      ["a", '5" x 6"', ""],
      ['"', "é, 'b'", '""'],
    ];
    expect((await rowsOf(Buffer.concat([...writeCsv(rows, bare)]), bare)).map(cellsOf)).toEqual(
      rows,
    );
  });

  it("reads from the beginning of any row as from the beginning of all", async () => {
    const text = 'a,b\r\n1,"x\r\ny"\r\n2,é\r\n3,z\r\n';
    const all = await rowsOf(text);
    expect(all.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
    for (const [at, { start, line }] of all.entries())
      expect(await rowsOf(text, plain, { start, line, end: 99 })).toEqual(all.slice(at));
  });

  it("tells that a part may have been cut short", async () => {
    for (const text of ["a,b\n1,2", "a,b\r\n1,2\r"])
      expect((await rowsOf(text)).map(({ isOpen }) => isOpen)).toEqual([undefined, true]);
  });

  it("refuses quotation marks out of place, other bytes and rows without end, with the line", async () => {
    expect(await faultOf('a,b\n1,"x')).toEqual(["quotes-unbalanced", 2]);
    expect(await faultOf('a,b\n1,x"y\n')).toEqual(["quotes-unbalanced", 2]);
    expect(await faultOf('a,b\n1,"x"y\n')).toEqual(["quotes-unbalanced", 2]);
    expect(await faultOf(Uint8Array.of(65, 44, 65, 10, 66, 44, 0xff, 10))).toEqual([
      "charset-wrong",
      2,
    ]);
    expect(await faultOf(`a\n${",".repeat(5000)}\n`)).toEqual(["artefact-too-large", 2]);
    expect(await faultOf(`a\n${"x".repeat(9_000_000)}\n`)).toEqual(["artefact-too-large", 2]);
  });
});

describe("windows-1252", () => {
  it("reads every byte and writes it again", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decodeBytes(Buffer.from(bytes).toString("latin1"), "windows-1252");
    expect(text).toContain("€");
    expect(encodeText(text ?? "", "windows-1252")).toEqual(bytes);
  });

  it("escapes what it lacks as JSON does", () => {
    expect(escapeUnencodable("≥ 5 € 𝛼", "windows-1252")).toBe("\\u2265 5 € \\ud835\\udefc");
  });
});
