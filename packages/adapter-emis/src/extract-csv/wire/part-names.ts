import { tables } from "./tables.ts";

/** What the name of a file says. */
export interface PartName {
  readonly table: string;
  /** When the file was made, as a partial date and time. */
  readonly at?: string;
  readonly isEncrypted: boolean;
}

/** Files of a bundle that version 5 and 8 name otherwise, and how the name goes on after the table. */
export interface BundleName {
  /** The number of the processing, or numbers `291-295`. */
  readonly processingId: string;
  /** `yyyyMMddHHmmss`. */
  readonly madeAt: string;
  /** The sharing agreement. */
  readonly agreement: string;
}

const names = new Set(tables.map(({ name }) => name));
// bulk_95047_Admin_Patient_20231017043213_F95EE3AF-….csv, 291_Admin_Patient_2015…_45E7….csv, Admin_Patient.csv
const pattern =
  /^(?:(?:bulk_|delta_)?\d+(?:-\d+)?_)?([A-Za-z]+_[A-Za-z]+)(?:_(\d{14})_[0-9A-Za-z{}-]+)?\.csv(\.gpg)?$/i;
const originalTermsPattern = /OriginalTerms?[^/]*\.txt(\.gpg)?$/i;

/** What the name of a file says; undefined for a file that is no table of the extract. */
export function partNameOf(path: string): PartName | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const custom = originalTermsPattern.exec(name);
  if (custom) return { table: "OriginalTerms", isEncrypted: custom[1] !== undefined };
  const [, table = "", madeAt, encrypted] = pattern.exec(name) ?? [];
  if (!names.has(table)) return undefined;
  const at = madeAt === undefined ? undefined : momentOf(madeAt);
  return { table, ...(at !== undefined && { at }), isEncrypted: encrypted !== undefined };
}

function momentOf(digits: string): string {
  return digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6");
}

/** The name of the file of a table: bare, or as the version names those of a bundle. */
export function fileNameOf(table: string, version: string, bundle: BundleName | undefined): string {
  if (table === "OriginalTerms") return "OriginalTerms.txt";
  if (!bundle) return `${table}.csv`;
  const { processingId, madeAt, agreement } = bundle;
  const prefix = version.startsWith("5.") ? processingId : `bulk_${processingId}`;
  return `${prefix}_${table}_${madeAt}_${agreement}.csv`;
}
