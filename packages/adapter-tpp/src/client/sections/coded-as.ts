import type { Coded } from "@gp2gp/core";

/** A concept of one code, as its source has it. */
export function codedAs(system: string, code: string, display?: string): Coded {
  return {
    codings: [{ system, code, ...(display !== undefined && { display }), asserted: "source" }],
  };
}

/** Whether two values say the same, whatever the order of their members. */
export function isSameFacts(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || !left || !right)
    return left === right;
  const keys = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    keys.length === Object.keys(right).length &&
    keys.every((key) => isSameFacts(left[key as never], right[key as never]))
  );
}

/** The code of a concept in a system, when the concept is that code and nothing more. */
export function onlyCodeIn(system: string, coded: Coded | undefined): string | undefined {
  const [coding, ...more] = coded?.codings ?? [];
  if (!coded || !coding || more.length > 0 || coding.system !== system) return undefined;
  const isBare =
    Object.keys(coded).length === 1 &&
    Object.keys(coding).length === 3 &&
    coding.asserted === "source";
  return isBare ? coding.code : undefined;
}
