import type { Source } from "@gp2gp/core";

/** How exports write an NHS number, in the encodings they come in. */
function spellings(nhsNumber: string): readonly Buffer[] {
  const parts = [nhsNumber.slice(0, 3), nhsNumber.slice(3, 6), nhsNumber.slice(6)];
  return [nhsNumber, parts.join(" "), parts.join("-")].flatMap((text) => {
    const little = Buffer.from(text, "utf16le");
    return [Buffer.from(text, "utf8"), little, Buffer.from(little).swap16()];
  });
}

/** Whether an NHS number stands anywhere in the bytes of a source: far quicker than reading the record. */
export async function mentionsNumber(
  source: Source,
  nhsNumber: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const wanted = spellings(nhsNumber);
  const overlap = Math.max(...wanted.map(({ length }) => length)) - 1;
  for (const part of source.parts) {
    let tail = Buffer.alloc(0);
    for await (const chunk of part.open()) {
      signal?.throwIfAborted();
      const window = Buffer.concat([tail, chunk]);
      if (wanted.some((spelling) => window.includes(spelling))) return true;
      tail = window.subarray(Math.max(0, window.length - overlap));
    }
  }
  return false;
}
