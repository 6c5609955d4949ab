import { gp2gpEhrExtract, validateExtractSource } from "@gp2gp/adapter-gp2gp";
import type { ExtractFinding, ValidatedSource } from "@gp2gp/adapter-gp2gp";
import type { Source, SupplierAdapterV1 } from "@gp2gp/core";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { counted } from "../output/wording.ts";

/** What the rules beyond the schema find in an EHR Extract; undefined for any other format. */
export async function checkExtract(
  adapter: SupplierAdapterV1,
  source: Source,
  signal: AbortSignal,
): Promise<ValidatedSource | undefined> {
  return adapter.id === gp2gpEhrExtract.id ? validateExtractSource(source, { signal }) : undefined;
}

/** The broken rules as lines: how often, how grave, what it means, what was expected, and the first places. */
export function renderExtractCheck({ validation: { rules, findings } }: ValidatedSource): string[] {
  if (rules.length === 0) return ["  No rule beyond the schema is broken."];
  const total = rules.reduce((sum, { count }) => sum + count, 0);
  const heads = columns(
    rules.map(({ rule, severity, count, message }) => [count, severity, rule, message]),
    "    ",
  );
  return [
    `  ${counted(total, "finding")} by ${counted(rules.length, "rule")}:`,
    ...rules.flatMap(({ rule, expected, count }, index) => [
      heads[index] ?? "",
      `      Expected: ${expected}`,
      `      ${placesOf(
        findings.filter((finding) => finding.rule === rule),
        count,
      )}`,
    ]),
  ];
}

function placesOf(findings: readonly ExtractFinding[], count: number): string {
  const shown = findings.slice(0, 3).map(({ place: { path, name, line } }) => {
    const end = path.split("/").slice(-2).join("/");
    const element = plainText(name === undefined ? end : `${end}/${name}`, 100);
    return line === undefined ? element : `line ${line} ${element}`;
  });
  const more = count - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
