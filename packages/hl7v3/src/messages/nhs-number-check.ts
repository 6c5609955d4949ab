/** True where the tenth digit of an NHS number is the check digit of the nine before it (modulus 11). */
export function isNhsNumberChecked(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
