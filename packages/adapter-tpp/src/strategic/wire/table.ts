import type { TableSpec } from "@gp2gp/tabular";
import { hasBlanks } from "./blanks.ts";
import { referencesOf } from "./references.ts";
import { supersedes } from "./supersedes.ts";

/** A column that names rows of shared tables, and the tables it may name rows of. */
export type ReferenceColumn = readonly [column: string, tables: readonly string[]];

/** A table of the extract: its file is named for it, with a header row that names the columns. */
export interface ExtractTable extends TableSpec {
  readonly columnSet: ReadonlySet<string>;
  /** The columns a row may have nothing to say in. */
  readonly blankColumns: readonly string[];
  /** The columns that name rows of shared tables. */
  readonly referenceColumns: readonly ReferenceColumn[];
}

/** Tables whose rows are known by another column than their own identifier; undefined for none. */
const keys: Readonly<Record<string, string | undefined>> = {
  // Units are named by their code, wherever a row names one.
  SROrganisation: "ID",
  // Flags are found by the appointment they are of.
  SRAppointmentFlags: "IDAppointment",
  // A drug is named by its Multilex product.
  SRMedicationReadCodeDetails: "IDMultiLexProduct",
  SRManifest: "FileName",
  // Its row identifiers are not unique.
  SRFreeText: undefined,
};

/** A table of Appendix B of the published columns, columns in the order of layout 93 with those only older layouts have. */
export function table(given: {
  readonly name: string;
  readonly label: string;
  readonly columns: string;
  /** Columns some layout lacks. */
  readonly optional?: string;
}): ExtractTable {
  const { name, label } = given;
  const columns = given.columns.trim().split(/\s+/);
  const optional = given.optional?.trim().split(/\s+/);
  const patient =
    name === "SRPatient"
      ? "RowIdentifier"
      : columns.includes("IDPatient")
        ? "IDPatient"
        : undefined;
  const key = name in keys ? keys[name] : "RowIdentifier";
  const references = referencesOf(name, columns);
  return {
    name,
    label,
    columns,
    columnSet: new Set(columns),
    referenceColumns: Object.entries(references).map(
      ([column, tables]) => [column, [tables].flat()] as const,
    ),
    blankColumns: columns.filter((column) => hasBlanks(name, column)),
    supersedes,
    ...(optional && { optional }),
    ...(patient !== undefined && { patient }),
    ...(key !== undefined && { key }),
    ...(Object.keys(references).length > 0 && { references }),
  };
}
