import type { Coded } from "@gp2gp/core";

/** A concept of one code, as its source has it. */
export function codedAs(system: string, code: string, display?: string): Coded {
  return {
    codings: [{ system, code, ...(display !== undefined && { display }), asserted: "source" }],
  };
}

/** Whether two values say the same, whatever the order of their members. */
export function isSameFacts(left: unknown, right: unknown): boolean {
  if (!isHolder(left) || !isHolder(right))
    return left === right || (!holdsLeaf(left) && !holdsLeaf(right));
  for (const key in left) if (!isSameFacts(left[key], right[key])) return false;
  for (const key in right) if (!(key in left) && holdsLeaf(right[key])) return false;
  return true;
}

type Holder = Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;

function holdsLeaf(value: unknown): boolean {
  if (!isHolder(value)) return value !== undefined;
  for (const key in value) if (holdsLeaf(value[key])) return true;
  return false;
}

/** Whether a concept says anything: an object without a fact in it is none. */
export function isSaid(coded: Coded | undefined): coded is Coded {
  return holdsLeaf(coded);
}

/** The code of a concept in a system, when the concept is that code and nothing more. */
export function onlyCodeIn(system: string, coded: Coded | undefined): string | undefined {
  const code = coded?.codings[0]?.code;
  return code !== undefined && isSameFacts(coded, codedAs(system, code)) ? code : undefined;
}
