import { describe, expect, test } from "vitest";

import { parseXml } from "./parse-xml.ts";
import { inPieces, utf8 } from "./testing/xml-samples.ts";

function utf16(text: string, order: "le" | "be", mark = true): Uint8Array {
  const units = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at += 1)
    view.setUint16(at * 2, units.charCodeAt(at), order === "le");
  return bytes;
}

/** One byte a character, up to U+00FF. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const mark = "\u00EF\u00BB\u00BF";
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;

describe("what is read", () => {
  test.for<[what: string, source: Uint8Array, encoding: string, text: string, notes: string[]]>([
    ["no declaration", utf8("<a>\u20AC</a>"), "utf-8", "\u20AC", []],
    ["UTF-8 declared", utf8(`${declared("UTF-8")}<a>\u20AC</a>`), "utf-8", "\u20AC", []],
    ["UTF-8 by mark", utf8("\uFEFF<a>\u20AC</a>"), "utf-8", "\u20AC", []],
    [
      "UTF-16LE by mark",
      utf16(`${declared("utf-16")}<a>\u20AC\u{1F600}</a>`, "le"),
      "utf-16le",
      "\u20AC\u{1F600}",
      [],
    ],
    [
      "UTF-16BE by mark",
      utf16(`${declared("UTF-16")}<a>\u20AC\u{1F600}</a>`, "be"),
      "utf-16be",
      "\u20AC\u{1F600}",
      [],
    ],
    [
      "UTF-16LE without a mark",
      utf16(`${declared("UTF-16LE")}<a>\u20AC</a>`, "le", false),
      "utf-16le",
      "\u20AC",
      [],
    ],
    ["UTF-16BE without a mark", utf16("<a>\u20AC</a>", "be", false), "utf-16be", "\u20AC", []],
    [
      "ISO-8859-1",
      bytes(`${declared("ISO-8859-1")}<a>\u00E9\u00A3</a>`),
      "iso-8859-1",
      "\u00E9\u00A3",
      [],
    ],
    [
      "single quotes",
      bytes("<?xml version='1.0' encoding='latin1'?><a>\u00E9</a>"),
      "iso-8859-1",
      "\u00E9",
      [],
    ],
    [
      "Windows-1252",
      bytes(`${declared("Windows-1252")}<a>\u0080\u0092\u009F\u00E9</a>`),
      "windows-1252",
      "\u20AC\u2019\u0178\u00E9",
      [],
    ],
    ["US-ASCII", bytes(`${declared("us-ascii")}<a>e</a>`), "us-ascii", "e", []],
    [
      "ISO-8859-1 that is Windows-1252",
      bytes(`${declared("iso-8859-1")}<a>\u0092</a>`),
      "iso-8859-1",
      "\u2019",
      ["windows-characters"],
    ],
    [
      "a mark against a declaration",
      bytes(`${mark}${declared("ISO-8859-1")}<a>\u00C3\u00A9</a>`),
      "utf-8",
      "\u00E9",
      ["declaration-overruled"],
    ],
    [
      "a mark against an unknown encoding",
      utf16(`${declared("EBCDIC")}<a>e</a>`, "le"),
      "utf-16le",
      "e",
      ["declaration-overruled"],
    ],
    [
      "UTF-16 declared, ASCII written",
      utf8(`${declared("utf-16")}<a>\u00E9</a>`),
      "utf-8",
      "\u00E9",
      ["declaration-overruled"],
    ],
    [
      "UTF-8 declared, UTF-16 written",
      utf16(`${declared("utf-8")}<a>\u00E9</a>`, "be", false),
      "utf-16be",
      "\u00E9",
      ["declaration-overruled"],
    ],
    [
      "white space before the declaration",
      bytes(`\r\n ${declared("ISO-8859-1")}<a>\u00E9</a>`),
      "iso-8859-1",
      "\u00E9",
      ["white-space-before-declaration"],
    ],
    [
      "two marks",
      utf8(`\uFEFF\uFEFF${declared("utf-8")}<a>e</a>`),
      "utf-8",
      "e",
      ["white-space-before-declaration"],
    ],
    [
      "white space, then a mark",
      utf8(`\n\uFEFF${declared("utf-8")}<a>e</a>`),
      "utf-8",
      "e",
      ["white-space-before-declaration"],
    ],
    ["white space without a declaration", utf8("\n\n<a>e</a>"), "utf-8", "e", []],
    ["a written replacement character", utf8("<a>\uFFFD\uFEFF</a>"), "utf-8", "\uFFFD\uFEFF", []],
  ])("%s", async ([, source, encoding, text, notes]) => {
    for (const length of [1, 3, 65_536]) {
      const document = await parseXml(inPieces(source, length));
      expect(document.encoding).toBe(encoding);
      expect(document.root.children).toMatchObject([{ text }]);
      expect(document.notes.map(({ code }) => code)).toEqual(notes);
    }
  });

  test("places count from the first character of the input", async () => {
    const { root } = await parseXml(utf8(`\uFEFF\r\n  ${declared("utf-8")}<a>\n<b/></a>`));
    expect(root).toMatchObject({ line: 2, column: 41, children: [{}, { line: 3, column: 1 }] });
  });

  test("text across the cut of a chunk", async () => {
    for (const character of ["\u00E9", "\u20AC", "\u{1F600}"]) {
      for (let before = 65_530; before < 65_540; before += 1) {
        const text = `${"x".repeat(before)}${character}`;
        expect((await parseXml(utf8(`<a>${text}</a>`))).root.children).toMatchObject([{ text }]);
        expect((await parseXml(utf16(`<a>${text}</a>`, "le"))).root.children).toMatchObject([
          { text },
        ]);
      }
    }
  });

  test("a mark in the middle of the text is a character, also at the cut of a chunk", async () => {
    const text = `${"x".repeat(65_533)}\uFEFFy`;
    expect((await parseXml(utf8(`<a>${text}</a>`))).root.children).toMatchObject([{ text }]);
  });

  test("a string has no encoding, whatever its declaration says", async () => {
    await expect(parseXml(`\uFEFF${declared("windows-1252")}<a>\u20AC</a>`)).resolves.toMatchObject(
      {
        encoding: "text",
        notes: [],
        root: { children: [{ text: "\u20AC" }] },
      },
    );
  });
});

describe("what is refused", () => {
  test.for<[what: string, source: Uint8Array, code: string, line: number, column: number]>([
    ["unknown encoding", bytes(`${declared("koi8-r")}<a/>`), "encoding-unknown", 1, 1],
    [
      "a name of Object.prototype",
      bytes(`${declared("constructor")}<a/>`),
      "encoding-unknown",
      1,
      1,
    ],
    ["UTF-32 by mark", Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0), "encoding-unknown", 1, 1],
    [
      "UTF-32 without a mark",
      Uint8Array.of(0, 0, 0, 0x3c, 0, 0, 0, 0x61),
      "encoding-unknown",
      1,
      1,
    ],
    ["EBCDIC", Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93), "encoding-unknown", 1, 1],
    [
      "Windows-1252 that says UTF-8",
      bytes(`${declared("utf-8")}\n<a>d\u00E9j\u00E0</a>`),
      "encoding-invalid",
      2,
      5,
    ],
    [
      "a lone continuation byte",
      bytes("<a>\u00EF\u00BF\u00BD\u00BF</a>"),
      "encoding-invalid",
      1,
      5,
    ],
    ["an overlong form", bytes("<a>\u00C0\u00BC</a>"), "encoding-invalid", 1, 4],
    ["a surrogate in UTF-8", bytes("<a>\u00ED\u00A0\u0080</a>"), "encoding-invalid", 1, 4],
    ["UTF-8 cut off in a character", bytes("<a>\u00E2\u0082"), "encoding-invalid", 1, 4],
    ["half a pair in UTF-16", utf16("<a>\uD83D</a>", "le"), "encoding-invalid", 1, 4],
    ["UTF-16 cut off in a unit", utf16("<a>xy", "be").subarray(0, 11), "encoding-invalid", 1, 5],
    [
      "a byte that is not ASCII",
      bytes(`${declared("us-ascii")}<a>\u00E9</a>`),
      "encoding-invalid",
      1,
      45,
    ],
    ["invalid before anything else", bytes("\u0080<a/>"), "encoding-invalid", 1, 1],
  ])("%s", async ([, source, code, line, column]) => {
    for (const length of [1, 2, 65_536]) {
      await expect(parseXml(inPieces(source, length))).rejects.toMatchObject({
        code,
        line,
        column,
      });
    }
  });

  test("what is malformed before the invalid byte is said first", async () => {
    await expect(parseXml(bytes("<a></b>\u0080"))).rejects.toMatchObject({ code: "tag-mismatch" });
  });
});
