/** What a SNOMED CT identifier names, by its partition. */
export type SnomedComponent = "concept" | "description" | "relationship";

/** What keeps a text from being a SNOMED CT identifier. */
export type SnomedFault = "characters" | "length" | "leading-zero" | "partition" | "check-digit";

const components: Readonly<Record<string, SnomedComponent>> = {
  "00": "concept",
  "10": "concept",
  "01": "description",
  "11": "description",
  "02": "relationship",
  "12": "relationship",
};

/** A SNOMED CT identifier: 6 to 18 digits, no zero first, a known partition and a right check digit. */
export function readSnomedId(
  text: string,
):
  | { readonly ok: true; readonly component: SnomedComponent }
  | { readonly ok: false; readonly fault: SnomedFault } {
  if (!/^\d*$/.test(text)) return { ok: false, fault: "characters" };
  if (text.length < 6 || text.length > 18) return { ok: false, fault: "length" };
  if (text.startsWith("0")) return { ok: false, fault: "leading-zero" };
  const component = components[text.slice(-3, -1)];
  if (component === undefined) return { ok: false, fault: "partition" };
  return verhoeff(text) === 0 ? { ok: true, component } : { ok: false, fault: "check-digit" };
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
