import type { Effective } from "@gp2gp/core";

/** The time of a course, as far as its ends are known; undefined where neither is. */
export function courseOf(
  start: string | undefined,
  end: string | undefined,
): Effective | undefined {
  if (start === undefined && end === undefined) return undefined;
  return {
    kind: "period",
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
