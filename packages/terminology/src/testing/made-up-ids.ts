import { snomedCheckDigit } from "@gp2gp/core";

/** A concept id nobody gave out: of the example namespace. */
export function conceptId(number: number): string {
  return component(number, "10");
}

/** A description id nobody gave out. */
export function descriptionId(number: number): string {
  return component(number, "11");
}

function component(number: number, partition: string): string {
  const digits = `${number}9999999${partition}`;
  return digits + snomedCheckDigit(digits);
}
