import type { Coded } from "@gp2gp/core";

/** A concept of one code, as its source has it. */
export function codedAs(system: string, code: string, display?: string): Coded {
  return {
    codings: [{ system, code, ...(display !== undefined && { display }), asserted: "source" }],
  };
}

/** Every leaf of a value with its place; members without a leaf say nothing. */
function leavesOf(value: unknown, place = ""): string[] {
  if (typeof value !== "object" || value === null)
    return value === undefined ? [] : [`${place}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${place}/${key}`));
}

/** Whether two values say the same, whatever the order of their members. */
export function isSameFacts(left: unknown, right: unknown): boolean {
  const [one, other] = [leavesOf(left).toSorted(), leavesOf(right).toSorted()];
  return one.length === other.length && one.every((leaf, index) => leaf === other[index]);
}

/** Whether a concept says anything: an object without a fact in it is none. */
export function isSaid(coded: Coded | undefined): coded is Coded {
  return leavesOf(coded).length > 0;
}

/** The code of a concept in a system, when the concept is that code and nothing more. */
export function onlyCodeIn(system: string, coded: Coded | undefined): string | undefined {
  const code = coded?.codings[0]?.code;
  return code !== undefined && isSameFacts(coded, codedAs(system, code)) ? code : undefined;
}
