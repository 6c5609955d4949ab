import type { Coding } from "@gp2gp/core";

/** Systolic and diastolic readings in Read v2, with and without term code, and SNOMED CT. */
const systolic = new Set(["2469.", "2469.00", "163030003", "72313002", "271649006"]);
const diastolic = new Set(["246A.", "246A.00", "163031004", "1091811000000102", "271650006"]);

const pair = new Set(["75367002", "163020007"]);

/** Whether a code is that of a blood pressure as a whole. */
export function isPressure(codings: readonly Coding[] | undefined): boolean {
  return (
    codings?.some(
      ({ system, code }) =>
        (system === "read-v2" && code.startsWith("246")) || (system === "snomed" && pair.has(code)),
    ) === true
  );
}

/** Whether two readings are the pressures of one blood pressure, in either order. */
export function arePressures(
  first: readonly Coding[] | undefined,
  second: readonly Coding[] | undefined,
): boolean {
  const isOf = (codings: readonly Coding[] | undefined, codes: ReadonlySet<string>): boolean =>
    codings?.some(
      ({ system, code }) => ["read-v2", "snomed"].includes(system ?? "") && codes.has(code),
    ) === true;
  return (
    (isOf(first, systolic) && isOf(second, diastolic)) ||
    (isOf(first, diastolic) && isOf(second, systolic))
  );
}
