/** A value with a comparator of the format, whose list TPP has not published. */
export interface UnclearValue {
  readonly comparator: string;
  readonly value?: string | undefined;
  readonly units?: string | undefined;
}

/**
 * Such a value in words: taken as a number it could be read as the very amount, where it may be the
 * bound of one.
 */
export function wordsOfUnclearValue({ comparator, value, units }: UnclearValue): string {
  const amount = [value, units].filter((part) => part !== undefined).join(" ");
  return `${amount === "" ? "no number" : amount} (with SystmOne comparator ${comparator}, whose meaning is not published)`;
}
