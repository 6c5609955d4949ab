import type { ArtefactPart } from "@gp2gp/core";
import { cellsInOrder, encodeText } from "@gp2gp/tabular";
import type { Charset, Row } from "@gp2gp/tabular";
import type { MiquestProfile } from "../miquest-profile.ts";
import { dateAttributes } from "./attributes.ts";
import type { Category } from "./attributes.ts";
import { codeSets } from "./code-set.ts";
import type { CodeSet } from "./code-set.ts";
import { nullDate } from "./day.ts";
import { headsAt, headsOf } from "./kept-lines.ts";
import type { FileLines } from "./kept-lines.ts";

/** The name of a file without its ending: `.CSV` for the response, `.HQL` for the query. */
export const fileNames = {
  PATIENTS: "PATIENT",
  JOURNALS: "JOURNAL",
  ENCOUNTERS: "ENCOUNT",
  REFERRALS: "REFERRAL",
} as const satisfies Readonly<Record<Category, string>>;

const newline = "\r\n";

/** What a query asks, and what is said of the answer. */
export interface Enquiry {
  readonly category: Category;
  readonly columns: readonly string[];
  readonly codeSet: CodeSet;
  /** Whose record is asked for. */
  readonly reference: string;
  readonly practiceCode: string;
  readonly on: Date;
}

/** The lines of a query for the rows of one patient. */
export function queryOf(profile: MiquestProfile, enquiry: Enquiry): FileLines {
  return {
    role: "query",
    lines: [markOf(profile), ...headerOfQuery(profile, enquiry), ...hqlOf(enquiry)],
  };
}

/** The lines of a response before its rows: of the answer, then of the query again. */
export function responseOf(profile: MiquestProfile, enquiry: Enquiry): FileLines {
  const { columns, practiceCode, on } = enquiry;
  return {
    role: "response",
    lines: [
      markOf(profile),
      ...profile.comments.map((comment) => `# ${comment}`),
      `*RSP_IDENT,${practiceCode},`,
      `*RSP_RDATE,${dayOf(on)}`,
      ...headerOfQuery(profile, enquiry),
      ...hqlOf(enquiry),
      "&0,REPORT",
      `&1,${columns.join()}`,
    ],
  };
}

/** The comment that names the profile: by it a reader knows whose dialect it is. */
export function markOf({ set, id }: Pick<MiquestProfile, "set" | "id">): string {
  return `# ${set.title}, ${id}`;
}

function headerOfQuery({ set }: MiquestProfile, { category, codeSet, on }: Enquiry): string[] {
  const names = Object.keys(fileNames);
  const order = String(names.indexOf(category) + 1).padStart(3, "0");
  return [
    `*QRY_WDATE,${dayOf(on)}`,
    `*QRY_TITLE,${set.name.slice(0, 5)}${category.slice(0, 3)},${set.title}: ${category.toLowerCase()}`,
    `*QRY_ORDER,${order},`,
    "*QRY_AGREE,LOCAL,",
    "*ENQ_IDENT,LOCAL,",
    `*QRY_SETID,${set.name},${set.title}`,
    `*QRY_CODES,0,${codeSet},${codeSets[codeSet].title}`,
    "# End of Header",
  ];
}

function hqlOf({ category, columns, reference }: Enquiry): string[] {
  return [
    "REPORT",
    `PRINT ${columns.join()}`,
    category === "PATIENTS" ? "FROM PATIENTS" : `FROM ${category} (ALL FOR PATIENT)`,
    `WHERE REFERENCE IN ("${reference}")`,
  ];
}

/** `20200229,29/02/2020` */
function dayOf(date: Date): string {
  const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
  return `${year}${month}${day},${day}/${month}/${year}`;
}

/** A query file. */
export function queryPart(
  category: Category,
  { lines }: FileLines,
  charset: Charset,
): ArtefactPart {
  return partOf(`${fileNames[category]}.HQL`, "text/plain", function* () {
    yield encodeText(lines.map((line) => line + newline).join(""), charset);
  });
}

/** A response file: the lines before the rows, the rows under its columns, and the lines behind them. */
export function responsePart(
  category: Category,
  file: FileLines,
  {
    columns,
    rows,
    charset,
  }: {
    readonly columns: readonly string[];
    readonly rows: readonly Row[];
    readonly charset: Charset;
  },
): ArtefactPart {
  const at = headsAt(file);
  const heads = headsOf(file);
  const mark = heads?.mark ?? "1";
  const isAsItCame = heads?.columns.join() === columns.join();
  const before = [
    ...file.lines.slice(0, at),
    isAsItCame ? (file.lines[at] ?? "") : `&${mark},${columns.join()}`,
  ];
  const after = file.lines.slice(at + 1);
  return partOf(`${fileNames[category]}.CSV`, "text/csv", function* () {
    const text = (lines: readonly string[]) =>
      encodeText(lines.map((line) => line + newline).join(""), charset);
    yield text(before);
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      yield text(
        rows.slice(from, from + rowsAtOnce).map((row) => `$${mark},${rowText(row, columns)}`),
      );
    if (after.length > 0) yield text(after);
  });
}

const rowsAtOnce = 500;

/**
 * The values of a row, each in quotes. A quotation mark within one, which only a value that came with it
 * has, is written twice.
 */
function rowText(row: Row, columns: readonly string[]): string {
  return cellsInOrder(row, columns)
    .map((cell, at) => {
      const isUnknownDate =
        cell === "" && !row.isMalformed && dateAttributes.has(columns[at] ?? "");
      return `"${isUnknownDate ? nullDate : cell.replaceAll('"', '""')}"`;
    })
    .join();
}

function partOf(name: string, mediaType: string, bytes: () => Iterable<Uint8Array>): ArtefactPart {
  return {
    name,
    mediaType,
    async *open() {
      yield* bytes();
    },
  };
}
