import { createHash } from "node:crypto";
import { codeSystems, dateFromParts } from "@gp2gp/core";
import type { ContentPort, StoredContent } from "@gp2gp/core";
import fc from "fast-check";
import { uuidOf } from "../values/uuid-of.ts";

/** Words as people and systems write them: plain, with line breaks, mark-up, brackets, white space around, letters of all kinds. */
export const arbitraryWords: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom("x", "mmHg", "28 tablet(s)", "Seen in clinic."), weight: 3 },
  {
    arbitrary: fc.constantFrom(
      "first\nsecond",
      "a\n\n\tb",
      `5 < 6 & "7" > 'x' ]]>`,
      " around ",
      "[Note: x]",
      "~[Carried from the sending system]",
      "½ tablet – 38.5 °C",
      "Łódź 日本語 👩🏽‍⚕️",
      "0012",
      "1.50",
      "1999",
      "null",
      "__proto__",
      "a|b;c,d\\e",
    ),
    weight: 1,
  },
  { arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), weight: 1 },
);

/** Codes of the forms the code systems have, and once in a while anything. */
export const arbitraryCode: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom("H33..00", "H33..", "195967001", "XaIeq", "9bJ..00"), weight: 3 },
  { arbitrary: fc.stringMatching(/^[A-Za-z0-9.]{5,7}$/), weight: 2 },
  { arbitrary: arbitraryWords, weight: 1 },
);

/** Code systems the record knows by name, and others. */
export const arbitrarySystem: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...codeSystems.map(({ id }) => id)), weight: 4 },
  {
    arbitrary: fc.constantFrom("urn:oid:1.2.3.4", "tpp:local", "emis:policy", "a system"),
    weight: 1,
  },
);

/** Dates of every precision, with and without zone. */
export const arbitraryDate: fc.Arbitrary<string> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    fraction: fc.stringMatching(/^\d{1,6}$/),
    zone: fc.constantFrom("Z", "+00:00", "+01:00", "-05:30"),
    known: fc.integer({ min: 1, max: 7 }),
    withZone: fc.boolean(),
  })
  .map(({ known, withZone, zone, ...parts }) => {
    const names = ["year", "month", "day", "hour", "minute", "second", "fraction"] as const;
    const kept = Object.fromEntries(names.slice(0, known).map((name) => [name, parts[name]]));
    return dateFromParts({
      year: parts.year,
      ...kept,
      ...(withZone && known > 3 && { zone }),
    });
  });

/** The ids that arbitrary entries have and refer to: few, so that references often meet their entry and sometimes do not. */
export const entryIds: readonly [string, ...string[]] = [
  uuidOf("arbitrary entry 0"),
  ...Array.from({ length: 11 }, (_, index) => uuidOf(`arbitrary entry ${String(index + 1)}`)),
];

const documents = ["A letter.\r\n", "\u0000\u0001 not text", "x".repeat(4000)].map((text) => {
  const bytes = new TextEncoder().encode(text);
  const content: StoredContent = {
    state: "stored",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.byteLength,
  };
  return { bytes, content };
});

/** Digest and length of a document whose bytes `storeArbitraryDocuments` puts. */
export const arbitraryStored: fc.Arbitrary<Pick<StoredContent, "sha256" | "bytes">> =
  fc.constantFrom(...documents.map(({ content: { sha256, bytes } }) => ({ sha256, bytes })));

/** Puts the bytes of every document arbitrary records can hold. */
export async function storeArbitraryDocuments(content: ContentPort): Promise<void> {
  for (const { bytes } of documents) await content.put(once(bytes), {});
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
