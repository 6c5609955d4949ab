import { withCheckDigit } from "@gp2gp/core";

/** An NHS number of the range that is never given to anyone (999 000 0000 up), with its check digit: the one at or after `place`. */
export function syntheticNhsNumber(place: number): string {
  for (let next = place; ; next++) {
    const number = withCheckDigit(`999${String(next % 1_000_000).padStart(6, "0")}`);
    if (number !== undefined) return number;
  }
}
