/** A Read version 2 code of five characters, dots at its end only. */
const read = String.raw`(?=[0-9A-Za-z.]{5})[0-9A-Za-z]{0,5}\.{0,5}`;
const readForm = new RegExp(`^${read}$`, "u");
const readWithTermForm = new RegExp(`^(?=.{7}$)${read}[0-9A-Za-z]{2}$`, "u");
const partitions = new Set(["00", "01", "02", "10", "11", "12"]);

/** Five characters of Read version 2 or CTV3. */
export function isReadCode(code: string): boolean {
  return code.length === 5 && readForm.test(code);
}

/** Read version 2 with its term code: seven characters, as GP2GP has it. */
export function isReadCodeWithTerm(code: string): boolean {
  return readWithTermForm.test(code);
}

/** A SNOMED CT identifier: 6 to 18 digits, no zero first, a known partition and a right check digit. */
export function isSnomedId(code: string): boolean {
  return (
    /^[1-9]\d{5,17}$/u.test(code) && partitions.has(code.slice(-3, -1)) && verhoeff(code) === 0
  );
}

/** True for the identifier of a concept; false for one of a description or a relationship. */
export function isSnomedConcept(code: string): boolean {
  return code.slice(-2, -1) === "0";
}

/** A multiplication in the dihedral group of the pentagon, Verhoeff's way of summing digits. */
function combine(left: number, right: number): number {
  const turned = left < 5 ? (left + right) % 5 : (left - right + 5) % 5;
  return left < 5 === right < 5 ? turned : turned + 5;
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Zero where the last digit is the check digit of those before it. */
function verhoeff(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    let digit = Number(digits[digits.length - 1 - place]);
    for (let times = place % 8; times > 0; times -= 1) digit = permutation[digit] ?? 0;
    sum = combine(sum, digit);
  }
  return sum;
}
