import type { Quantity } from "@gp2gp/core";

interface Amount {
  readonly quantity?: Quantity | undefined;
  readonly quantityText?: string | undefined;
}

/** A quantity in words: number and unit where it says just that, the words besides where they would not come back the same. */
export function quantityFromText(text: string): {
  readonly quantity?: Quantity;
  readonly quantityText?: string;
} {
  const [, value, unit] = /^(\d+(?:\.\d+)?)(?:\s+(\S[\s\S]*))?$/.exec(text) ?? [];
  if (value === undefined) return { quantityText: text };
  const quantity = { value, ...(unit !== undefined && { unit }) };
  return wordsOf(quantity) === text ? { quantity } : { quantity, quantityText: text };
}

/** The words of a quantity, when they read back as exactly this quantity. */
export function quantityToText({ quantity, quantityText }: Amount): string | undefined {
  const text = quantityText ?? (quantity && wordsOf(quantity));
  if (text === undefined) return undefined;
  const read = quantityFromText(text);
  return isSame(read.quantity, quantity) && read.quantityText === quantityText ? text : undefined;
}

function wordsOf({ value, unit }: Quantity): string | undefined {
  return value === undefined ? undefined : unit === undefined ? value : `${value} ${unit}`;
}

function isSame(read: Quantity | undefined, recorded: Quantity | undefined): boolean {
  if (!read || !recorded) return read === recorded;
  const members = Object.keys(recorded).filter((key) => key !== "value" && key !== "unit");
  return read.value === recorded.value && read.unit === recorded.unit && members.length === 0;
}
