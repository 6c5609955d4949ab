import type { Source } from "@gp2gp/core";
import type { NamedSource } from "./garbage.ts";

const encoder = new TextEncoder();
const megabyte = 1_000_000;

/** A source of one part that is made while it is read. */
function streamed(name: string, file: string, chunks: () => Iterable<string>): NamedSource {
  const source: Source = {
    parts: [
      {
        name: file,
        async *open(range) {
          let [skip, left] = [range?.start ?? 0, (range?.end ?? Infinity) - (range?.start ?? 0)];
          for (const chunk of chunks()) {
            const bytes = encoder.encode(chunk);
            const piece = bytes.slice(
              Math.min(skip, bytes.byteLength),
              Math.min(bytes.byteLength, skip + left),
            );
            skip = Math.max(0, skip - bytes.byteLength);
            if (left <= 0) return;
            left -= piece.byteLength;
            if (piece.byteLength > 0) yield await Promise.resolve(piece);
          }
        },
      },
    ],
  };
  return { name, source };
}

function* repeated(head: string, text: string, bytes: number): Iterable<string> {
  yield head;
  const piece = text.repeat(Math.ceil(65_536 / text.length));
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

const entities = Array.from({ length: 12 }, (_, at) =>
  at === 0
    ? '<!ENTITY e0 "ha">'
    : `<!ENTITY e${String(at)} "${`&e${String(at - 1)};`.repeat(10)}">`,
).join("");

/** Small input made to do harm. */
export const hostile: readonly NamedSource[] = [
  streamed("entities that multiply", "bomb.xml", () => [
    `<?xml version="1.0"?><!DOCTYPE r [${entities}]><r>&e11;</r>`,
  ]),
  streamed("an entity that is a file of the machine", "file.xml", () => [
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]><r>&f;</r>',
  ]),
  streamed("elements a hundred thousand deep", "deep.xml", () => ["<a>".repeat(100_000)]),
  streamed("an element with a hundred thousand attributes", "wide.xml", () => [
    `<a ${Array.from({ length: 100_000 }, (_, at) => `a${String(at)}="1"`).join(" ")}/>`,
  ]),
  streamed("JSON a hundred thousand deep", "deep.json", () => ["[".repeat(100_000)]),
  streamed("JSON with the names of an object's own members", "proto.json", () => [
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  ]),
  streamed("a quotation mark that is never closed", "open.csv", () => [
    `a,b,c\n1,"${"x,\n".repeat(50_000)}`,
  ]),
  streamed("a row of a million columns", "wide.csv", () => [`${",".repeat(1_000_000)}\n`]),
];

/** Input without end, as far as a reader is concerned: 250 MB of it. */
export const huge: readonly NamedSource[] = [
  streamed("250 MB of one line", "line.txt", () => repeated("", "x", 250 * megabyte)),
  streamed("250 MB of zero bytes", "zeros.bin", () => repeated("", "\0", 250 * megabyte)),
  streamed("250 MB of one text in XML", "text.xml", () =>
    repeated('<?xml version="1.0"?><r>', "x", 250 * megabyte),
  ),
  streamed("250 MB of elements in XML", "many.xml", () =>
    repeated('<?xml version="1.0"?><r>', "<a/>", 250 * megabyte),
  ),
];
