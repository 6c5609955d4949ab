import { isNhsNumber } from "@gp2gp/core";
import type { Source } from "@gp2gp/core";

/** Ten digits, or 3-3-4 as people write them, and no digit on either side. */
const numbers = /(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)/g;
/** Longer than any spelling of a number with its neighbours, in characters of two bytes. */
const overlap = 32;
/** Of a source that names more patients than this it is only known that it may name anybody. */
const most = 100_000;

/**
 * The valid NHS numbers that stand anywhere in the bytes of a source, whatever its format and in any
 * encoding that writes digits as ASCII does: far quicker than reading the records. Undefined when they
 * are too many to remember.
 */
export async function mentionedNumbers(
  source: Source,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const found = new Set<string>();
  for (const part of source.parts) {
    let tail = "";
    for await (const chunk of part.open()) {
      signal?.throwIfAborted();
      // Without its zero bytes UTF-16 reads like ASCII.
      const text = tail + Buffer.from(chunk).toString("latin1").replaceAll("\0", "");
      for (const [, first = "", second = "", third = ""] of text.matchAll(numbers)) {
        const number = first + second + third;
        if (isNhsNumber(number)) found.add(number);
      }
      if (found.size > most) return undefined;
      tail = text.slice(-overlap);
    }
  }
  return found;
}
