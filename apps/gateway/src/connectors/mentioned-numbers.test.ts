import { sourceOfBytes, withCheckDigit } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { mentionedNumbers } from "./mentioned-numbers.ts";

const number = withCheckDigit("999000202") ?? "";
const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;

const numbersOf = async (bytes: Uint8Array, pieces = 1) => {
  const [part] = sourceOfBytes("export", bytes).parts;
  const length = Math.ceil(bytes.length / pieces);
  const found = await mentionedNumbers({
    parts: [
      {
        name: part?.name ?? "",
        async *open() {
          for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
        },
      },
    ],
  });
  return [...(found ?? [])];
};

describe("the numbers a source mentions", () => {
  it("are found in every spelling and encoding", async () => {
    for (const text of [`<n>${number}</n>`, `"${spaced}",`, `x${spaced.replaceAll(" ", "-")}y`])
      for (const encoding of ["utf8", "utf16le"] as const)
        expect(await numbersOf(Buffer.from(text, encoding))).toEqual([number]);
    expect(await numbersOf(Buffer.from(` ${number} `, "utf16le").swap16())).toEqual([number]);
  });

  it("are found wherever the bytes are cut", async () => {
    const text = Buffer.from(`${"x".repeat(50)}${spaced}${"y".repeat(50)}`, "utf16le");
    for (let pieces = 1; pieces <= text.length; pieces += 3)
      expect(await numbersOf(text, pieces)).toEqual([number]);
  });

  it("are ten digits with the right check digit", async () => {
    const wrong = `${number.slice(0, 9)}${(Number(number[9]) + 1) % 10}`;
    expect(await numbersOf(Buffer.from(`${wrong} 1${number} ${number}1 999000`))).toEqual([]);
  });
});
