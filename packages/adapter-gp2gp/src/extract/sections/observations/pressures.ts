import type { CD, CompoundStatement, ObservationStatement } from "@gp2gp/hl7v3";
import { snomed } from "../shared/named-codes.ts";

// Read v2 and CTV3 systolic and diastolic readings, and their SNOMED CT concepts
const systolic = new Set(["2469.00", "2469.", "271649006", "72313002", "163030003"]);
const diastolic = new Set(["246A.00", "246A.", "271650006", "1091811000000102", "163031004"]);

/** The code of two pressures that have none together. */
export const bloodPressure = snomed("75367002", "Blood pressure");

export const isBloodPressure = ({ code, codeSystem }: CD): boolean =>
  code === bloodPressure.code && codeSystem === bloodPressure.codeSystem;

/** The two readings of a battery that is a systolic and a diastolic pressure and nothing else. */
export function pressuresOf(
  compound: CompoundStatement,
): readonly [ObservationStatement, ObservationStatement] | undefined {
  const components = compound.component ?? [];
  if (compound.classCode !== "BATTERY" || components.length !== 2) return undefined;
  const [first, second] = components.map(({ statement }) => statement);
  if (first?.kind !== "ObservationStatement" || second?.kind !== "ObservationStatement")
    return undefined;
  if ([first, second].some(hasSubject)) return undefined;
  const both =
    (isOf(first.code, systolic) && isOf(second.code, diastolic)) ||
    (isOf(first.code, diastolic) && isOf(second.code, systolic));
  if (!both || components.some((component) => component.extras !== undefined)) return undefined;
  return [first, second];
}

/** What would need an entry of its own is left as a group with its observations. */
function hasSubject(statement: ObservationStatement): boolean {
  const { subject, reference, replacementOf, reason, sequelTo } = statement;
  return (
    subject !== undefined ||
    [reference, replacementOf, reason, sequelTo].some((list) => (list?.length ?? 0) > 0)
  );
}

function isOf(code: CD | undefined, codes: ReadonlySet<string>): boolean {
  return [code, ...(code?.translation ?? [])].some(
    (one) => one?.code !== undefined && codes.has(one.code),
  );
}
