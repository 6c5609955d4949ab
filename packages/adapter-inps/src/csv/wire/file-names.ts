import { partsOfDate } from "@gp2gp/core";
import type { TableName } from "./tables.ts";

/*
 * FULL_F86007_journal_data_extract-2018-08-17-000500.csv: kind of extract, practice, table, moment. The
 * letters before the table and the moment behind it may be missing.
 */
const pattern =
  /(?:^|[/\\])(?:(?<kind>[A-Z]+)_)?(?:(?<ods>[A-Za-z0-9]+)_)?(?<table>patient|encounter|journal|referral|practice|staff|active_user|patient_check_sum)_data_extract(?:-(?<moment>\d{4}-\d{2}-\d{2}-\d{6}))?(?:\.[A-Za-z]{1,4})?$/i;

/** Files of the extract that hold nothing of a record. */
export type IgnoredTable = "active_user" | "patient_check_sum";

export interface FileName {
  readonly table: TableName | IgnoredTable;
  /** FULL, INCREMENTAL, ADDITIONAL. */
  readonly kind?: string;
  readonly ods?: string;
  /** When it was made, as a date and time. */
  readonly at?: string;
}

/** What the name of a file says; undefined for one that is not of the extract. */
export function parseFileName(name: string): FileName | undefined {
  const groups = pattern.exec(name)?.groups;
  if (!groups) return undefined;
  const { kind, ods, table, moment } = groups;
  const at = moment === undefined ? undefined : dateOfMoment(moment);
  return {
    table: table?.toLowerCase() as FileName["table"],
    ...(kind !== undefined && { kind: kind.toUpperCase() }),
    ...(ods !== undefined && { ods }),
    ...(at !== undefined && { at }),
  };
}

/** The name of a file of a full extract. */
export function serialiseFileName(table: TableName, { ods, at }: Pick<FileName, "ods" | "at">) {
  const practice = ods === undefined ? "" : `${ods}_`;
  const moment = at === undefined ? undefined : momentOfDate(at);
  return `FULL_${practice}${table}_data_extract${moment === undefined ? "" : `-${moment}`}.csv`;
}

function dateOfMoment(moment: string): string | undefined {
  const [, day = "", hour = "", minute = "", second = ""] =
    /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})$/.exec(moment) ?? [];
  const at = `${day}T${hour}:${minute}:${second}`;
  return partsOfDate(at) ? at : undefined;
}

/** Undefined for a date that is less than a moment. */
function momentOfDate(at: string): string | undefined {
  const [, day, hour, minute, second] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(at) ?? [];
  return day === undefined ? undefined : `${day}-${hour}${minute}${second}`;
}
