/** The ten digits of an NHS number written with or without spaces or hyphens (`943 476 5919`), or undefined when its form or check digit is wrong. */
export function parseNhsNumber(text: string): string | undefined {
  const digits = text.replaceAll(/[ -]/g, "");
  return isNhsNumber(digits) ? digits : undefined;
}

/** True for ten digits whose last is the modulus 11 check digit (NHS Data Dictionary, NHS NUMBER). */
export function isNhsNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && checkDigit(text) === Number(text[9]);
}

/** True for ten digits with a valid Community Health Index check digit and a date of birth in front (Scotland). */
export function isChiNumber(text: string): boolean {
  const day = Number(text.slice(0, 2));
  const month = Number(text.slice(2, 4));
  return isNhsNumber(text) && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** True for ten digits with a valid Health and Care number check digit in Northern Ireland's range (320 to 399). */
export function isHealthAndCareNumber(text: string): boolean {
  const range = Number(text.slice(0, 3));
  return isNhsNumber(text) && range >= 320 && range <= 399;
}

/** The NHS number with its check digit, from nine digits; undefined for the one sequence in eleven that has none. */
export function withCheckDigit(nineDigits: string): string | undefined {
  if (!/^\d{9}$/.test(nineDigits)) return undefined;
  const digit = checkDigit(nineDigits);
  return digit === undefined ? undefined : `${nineDigits}${digit}`;
}

/** An NHS number as people read it: `943 476 5919`. */
export function formatNhsNumber(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

function checkDigit(digits: string): number | undefined {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (10 - index);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}
