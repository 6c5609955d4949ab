import { Gp2gpError } from "@gp2gp/core";

export type TerminologyErrorCode =
  | "pack-not-a-pack"
  | "pack-version"
  | "pack-damaged"
  | "table-header-unknown"
  | "table-unreadable"
  | "tables-missing"
  | "tables-too-large";

const messages: Readonly<Record<TerminologyErrorCode, string>> = {
  "pack-not-a-pack":
    "The file is no terminology pack. Give one that `gp2gp terminology build` wrote.",
  "pack-version":
    "The terminology pack is of a version this program does not read. Build it again with this program.",
  "pack-damaged":
    "The terminology pack is damaged or cut short and cannot be used. Build or copy it again.",
  "table-header-unknown":
    "The first line of a table is not that of its published layout. Give the file as it was published.",
  "table-unreadable":
    "A table cannot be read to its end, and no pack is made. Copy the file, or the zip it is in, again.",
  "tables-missing":
    "An input holds no map or term table this program knows. Give the zip of a release, such as TRUD item 9 (NHS Data Migration).",
  "tables-too-large": "The tables hold more than a terminology pack can. Give fewer of them.",
};

export interface TerminologyErrorDetails {
  /** The file within the input. */
  readonly part?: string;
  readonly line?: number;
  /** What the file lacks, such as the columns of its layout. */
  readonly expected?: string;
  readonly cause?: unknown;
}

/** A pack or table that cannot be used. The message is fixed text per code, followed by where and what was expected. */
export class TerminologyError extends Gp2gpError {
  override readonly name = "TerminologyError";
  readonly code: TerminologyErrorCode;
  readonly part?: string;
  readonly line?: number;

  constructor(code: TerminologyErrorCode, about: TerminologyErrorDetails = {}) {
    const { part, line, expected, cause } = about;
    const place = [
      part === undefined ? [] : [part],
      line === undefined ? [] : [`line ${line}`],
      expected === undefined ? [] : [`expected ${expected}`],
    ].flat();
    super(
      place.length === 0 ? messages[code] : `${messages[code]} (${place.join(", ")})`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    if (part !== undefined) this.part = part;
    if (line !== undefined) this.line = line;
  }
}
