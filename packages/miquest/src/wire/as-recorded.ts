import type { Cells } from "@gp2gp/tabular";
import type { Attribute } from "./attributes.ts";
import { episodes, meaningOf } from "./code-tables.ts";
import { parseDay, parseTime } from "./day.ts";

/*
 * A cell that says something the record has no member for, or that cannot be read, is said in words
 * beside the entry, so that every system shows it:
 *
 *   Date as recorded: 20041301
 *   Episode as recorded: D (cause of death)
 */

/** The attributes of entries whose cells may be said in words. */
const attributes = [
  "DATE",
  "TIME",
  "END_DATE",
  "RECORD_DATE",
  "ACTION_DATE",
  "EPISODE",
  "VALUE1",
  "VALUE2",
  "CERTAINTY",
  "SEVERITY",
] as const satisfies readonly Attribute[];
export type SaidAttribute = (typeof attributes)[number];

const between = " as recorded: ";

/** The words for a cell. */
export function sayRecorded(attribute: SaidAttribute, cell: string): string {
  const meaning = attribute === "EPISODE" ? meaningOf(episodes, cell) : undefined;
  return `${wordsOf(attribute)}${between}${cell}${meaning === undefined ? "" : ` (${meaning})`}`;
}

/** The cell that words are of; undefined for other words. */
export function recordedIn(
  text: string,
): { readonly attribute: SaidAttribute; readonly cell: string } | undefined {
  const at = text.indexOf(between);
  const attribute = attributes.find((one) => wordsOf(one) === text.slice(0, at));
  if (at < 0 || attribute === undefined) return undefined;
  const said = text.slice(at + between.length);
  const cells = [said.replace(/ \([a-z ]+\)$/, ""), said];
  const cell = cells.find((one) => sayRecorded(attribute, one) === text);
  return cell === undefined ? undefined : { attribute, cell };
}

/** `END_DATE` as `End date`. */
function wordsOf(attribute: SaidAttribute): string {
  return attribute.charAt(0) + attribute.slice(1).toLowerCase().replaceAll("_", " ");
}

/** The kinds of entry that have no member for a value. */
const withoutValue: ReadonlySet<string> = new Set([
  "allergies",
  "documents",
  "problems",
  "referrals",
]);
const withEpisodicity: ReadonlySet<string> = new Set(["allergies", "observations", "problems"]);

/** Whether a cell is one that an entry of a kind has no member for, or that cannot be read. */
export function isSaid(
  attribute: SaidAttribute,
  cell: string,
  at: { readonly kind: string; readonly row: Cells },
): boolean {
  const { kind, row } = at;
  const isMedicine = kind === "authorisations" || kind === "issues";
  switch (attribute) {
    case "DATE":
    case "END_DATE":
    case "RECORD_DATE":
    case "ACTION_DATE":
      return parseDay(cell) === undefined;
    case "TIME":
      return parseTime(cell) === undefined || parseDay(row["DATE"] ?? "") === undefined;
    case "EPISODE":
      if (isMedicine) return !["A", "I", "R"].includes(cell);
      return !withEpisodicity.has(kind) || !["F", "N"].includes(cell);
    case "VALUE1":
      return withoutValue.has(kind);
    case "VALUE2":
      return isMedicine || withoutValue.has(kind);
    case "CERTAINTY":
    case "SEVERITY":
      return kind !== "allergies";
  }
}

/** The words for all such cells of a row. */
export function saidOf(row: Cells, kind: string): string[] {
  return attributes.flatMap((attribute) => {
    const cell = row[attribute];
    return cell !== undefined && isSaid(attribute, cell, { kind, row })
      ? [sayRecorded(attribute, cell)]
      : [];
  });
}
