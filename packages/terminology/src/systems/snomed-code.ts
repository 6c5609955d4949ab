import { readable, unreadable } from "./code-check.ts";
import type { CodeCheck, ComponentKind } from "./code-check.ts";

const components: Readonly<Record<string, ComponentKind>> = {
  "00": "concept",
  "10": "concept",
  "01": "description",
  "11": "description",
  "02": "relationship",
  "12": "relationship",
};

/** A SNOMED CT identifier: 6 to 18 digits, no zero first, a known partition and a right check digit. */
export function checkSnomed(text: string): CodeCheck {
  if (!/^\d*$/.test(text)) return unreadable("characters");
  if (text.length < 6 || text.length > 18) return unreadable("length");
  if (text.startsWith("0")) return unreadable("leading-zero");
  const component = components[text.slice(-3, -1)];
  if (component === undefined) return unreadable("partition");
  if (verhoeff(text) !== 0) return unreadable("check-digit");
  return readable(text, { component });
}

/** The digit that makes an identifier of the digits before it. */
export function snomedCheckDigit(digits: string): string {
  return String(inverse.indexOf(verhoeff(`${digits}0`)));
}

/*
 * Verhoeff's scheme: digits are combined in the dihedral group of the pentagon, each first permuted
 * as often as its place says. A number is right when all its digits together give zero.
 */
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const inverse = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];

function combine(a: number, b: number): number {
  const rotation = a < 5 ? (a + b) % 5 : (a - b + 5) % 5;
  return a < 5 === b < 5 ? rotation : rotation + 5;
}

const permuted: readonly (readonly number[])[] = Array.from({ length: 8 }, (_, times) =>
  Array.from({ length: 10 }, (__, digit) => {
    let result = digit;
    for (let time = 0; time < times; time += 1) result = permutation[result] ?? 0;
    return result;
  }),
);

function verhoeff(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    sum = combine(sum, permuted[place % 8]?.[digit] ?? 0);
  }
  return sum;
}
