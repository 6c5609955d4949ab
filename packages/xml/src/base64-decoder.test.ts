import fc from "fast-check";
import { expect, test } from "vitest";

import { decodeBase64 } from "./base64-decoder.ts";

async function decoded(pieces: Iterable<string>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of decodeBase64(pieces, { line: 3, column: 4 })) parts.push(part);
  return Buffer.concat(parts);
}

test("bytes come back, whatever the line breaks, the cut and the padding", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 100 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (bytes, lineLength, pieceLength, padded) => {
        let text = Buffer.from(bytes).toString("base64");
        if (!padded) text = text.replace(/=+$/, "");
        text = text.replace(new RegExp(`.{${lineLength}}`, "g"), "$&\r\n \t");
        const pieces = text.match(new RegExp(`[^]{1,${pieceLength}}`, "g")) ?? [];
        expect(await decoded(pieces)).toEqual(Buffer.from(bytes));
      },
    ),
  );
});

test.for([
  "A",
  "QUJDR",
  "QQ=",
  "QUI==",
  "====",
  "QQ==QQ==",
  "Q=Q=",
  "QUJD*",
  "QUJD\u00A0",
  "QU-_",
  "QUJD\u20AC",
])("%j is refused", async (text) => {
  await expect(decoded([text])).rejects.toMatchObject({
    code: "base64-invalid",
    line: 3,
    column: 4,
  });
  await expect(decoded(text)).rejects.toMatchObject({ code: "base64-invalid" });
});
