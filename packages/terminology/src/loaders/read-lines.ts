/** No line of a published table is nearly so long. */
const LINE = 64 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows = new TextDecoder("windows-1252");

/** A line of a table, or that it was longer than any line of a table is. */
export type Line = { readonly number: number; readonly text: string | undefined };

/** The lines of a file, by any of the usual ends; bytes that are no UTF-8 are taken for Windows-1252. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest = "";
  let number = 0;
  let tooLong = false;
  for await (const chunk of withoutMark(chunks)) {
    const pieces = (rest + latin1(chunk)).split("\n");
    rest = pieces.pop() ?? "";
    const lines: Line[] = [];
    for (const piece of pieces) {
      number += 1;
      lines.push({ number, text: tooLong || piece.length > LINE ? undefined : lineText(piece) });
      tooLong = false;
    }
    if (rest.length > LINE) {
      rest = "";
      tooLong = true;
    }
    if (lines.length > 0) yield lines;
  }
  if (rest !== "" || tooLong)
    yield [{ number: number + 1, text: tooLong ? undefined : lineText(rest) }];
}

function latin1(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
}

function lineText(piece: string): string {
  return decodeLatin1(piece.endsWith("\r") ? piece.slice(0, -1) : piece);
}

/** The text of bytes that were read as Latin-1: UTF-8 where they are that, else Windows-1252. */
function decodeLatin1(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  const bytes = Buffer.from(text, "latin1");
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}

/** Chunks without the byte order mark of UTF-8 before the first. */
async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    if (chunk.byteLength > 0) first = false;
    yield marked ? chunk.subarray(3) : chunk;
  }
}
