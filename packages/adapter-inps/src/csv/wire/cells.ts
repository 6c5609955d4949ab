import { partsOfDate } from "@gp2gp/core";

/** What a cell says of a value it may not be of the form of. */
export type CellReading =
  | { readonly is: "value"; readonly value: string }
  | { readonly is: "nothing" }
  | { readonly is: "malformed" };

/** A day, `20040517` as `2004-05-17`; `99999999` is no date. */
export function readDay(cell: string | undefined): CellReading {
  if (cell === undefined || cell === "99999999") return { is: "nothing" };
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(cell) ?? [];
  const value = `${year}-${month}-${day}`;
  return partsOfDate(value) ? { is: "value", value } : { is: "malformed" };
}

/** A time of day, `0930` as `09:30`; `9999` is no time. */
export function readTime(cell: string | undefined): CellReading {
  if (cell === undefined || cell === "9999") return { is: "nothing" };
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(cell) ?? [];
  return hour === undefined ? { is: "malformed" } : { is: "value", value: `${hour}:${minute}` };
}

/** The day of a date known that far. */
export function writeDay(date: string | undefined): string | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "") ?? [];
  return day?.replaceAll("-", "");
}

/** The time of a date known to the minute; what is finer has no place. */
export function writeTime(date: string | undefined): string | undefined {
  const [, hour, minute] = /^\d{4}-\d{2}-\d{2}T(\d{2}):(\d{2})/.exec(date ?? "") ?? [];
  return hour === undefined ? undefined : `${hour}${minute}`;
}

/** A number as VALUE1 and VALUE2 hold it. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** The id in a reference to a member of staff, who may stand wrapped: `:STAFF:12:`, `:EXT_STAFF:12,Dr A`. */
export function readStaffReference(cell: string): string {
  const [, id] = /^:(?:EXT_)?STAFF:([^,:]+)(?:[,:].*)?$/s.exec(cell.trim()) ?? [];
  return (id ?? cell).trim();
}

/** The tokens of LINKS: `E123|456`. */
export function readLinks(cell: string | undefined): readonly string[] {
  return (cell ?? "").split("|").flatMap((token) => (token.trim() === "" ? [] : [token.trim()]));
}

export function writeLinks(tokens: readonly string[]): string | undefined {
  return tokens.length === 0 ? undefined : tokens.join("|");
}

/** What a document is stored under: the second part of `7|6F9619FF-…`. */
export function readDocumentId(cell: string): string {
  const bar = cell.indexOf("|");
  return cell.slice(bar + 1).trim();
}

export function writeDocumentId(reference: string): string {
  return `|${reference}`;
}
