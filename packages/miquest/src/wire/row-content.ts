import type { Cells } from "@gp2gp/tabular";
import type { Attribute, Category } from "./attributes.ts";

/*
 * What a row without a name is known by: that which was recorded once and is not changed afterwards.
 * An end, a link or another rubric later leaves it the same row; so does its place among others.
 */
const contents = {
  PATIENTS: ["REFERENCE"],
  JOURNALS: ["DATE", "TIME", "RECORD_DATE", "HCP", "CODE", "EPISODE", "VALUE1", "VALUE2"],
  ENCOUNTERS: ["DATE", "TIME", "HCP", "SESSION", "LOCATION"],
  REFERRALS: ["DATE", "HCP", "TO_HCP", "SPECIALITY", "UNIT", "TYPE"],
} as const satisfies Readonly<Record<Category, readonly Attribute[]>>;

/** What a row says that makes it this row; its words without what was carried behind them. */
export function contentOf(category: Category, cells: Cells, text: string | undefined): string {
  return JSON.stringify([...contents[category].map((one) => cells[one] ?? ""), text ?? ""]);
}
