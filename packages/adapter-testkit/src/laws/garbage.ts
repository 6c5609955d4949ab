import type { Source } from "@gp2gp/core";
import { sourceOfParts } from "../kit/source-of-parts.ts";

export interface NamedSource {
  readonly name: string;
  readonly source: Source;
}

const encoder = new TextEncoder();

function named(name: string, file: string, content: string | Uint8Array): NamedSource {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { name, source: sourceOfParts([{ name: file, bytes }]) };
}

/** Things that are of no format of a record. */
export const garbage: readonly NamedSource[] = [
  named("an empty file", "record.xml", ""),
  named("white space", "record.txt", " \r\n\t\n"),
  named("a shopping list", "list.txt", "bread\nmilk\neggs\n"),
  named(
    "a web page",
    "page.html",
    "<!doctype html>\n<html><body><p>Not a record</p></body></html>",
  ),
  named("other XML", "other.xml", '<?xml version="1.0"?><playlist><song length="3"/></playlist>'),
  named("other JSON", "other.json", '{"playlist":[{"song":"one","length":3}]}'),
  named("a null in JSON", "null.json", "null"),
  named("other delimited rows", "songs.csv", "song,length\none,3\ntwo,4\n"),
  named("a PDF", "scan.pdf", "%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n"),
  named("the head of a zip", "bundle.zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])),
  named(
    "bytes that are no text",
    "noise.bin",
    Uint8Array.from({ length: 3000 }, (_, at) => (at * 167 + 13) % 256),
  ),
  named("zero bytes", "zeros.bin", new Uint8Array(5000)),
];
