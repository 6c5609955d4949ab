import type { CarriedText } from "@gp2gp/core";
import type { TableSpec } from "./table-spec.ts";

/*
 * A row without a column for text of its own has its carried facts in a text elsewhere that begins
 *
 *   Further details of drug record {E93841BE-BD3D-469E-A2B3-03F6EEA7CD9A}
 *   Further details of the patient
 *   Further details of the record, from emis-open:
 *
 * The last is of residue that another format left: the words themselves follow, or are carried where
 * texts are one line.
 */

/** What further details are about: a row by its table and key, the patient, or residue of another format. */
export type DetailsSubject =
  | { readonly kind: "row"; readonly table: string; readonly key: string }
  | { readonly kind: "patient" }
  | { readonly kind: "residue"; readonly format: string; readonly words: string | undefined };

const furtherDetails = "Further details of ";

/** The own words of a text of further details. */
export function detailsWords(subject: DetailsSubject, tables: readonly TableSpec[]): string {
  switch (subject.kind) {
    case "row": {
      const label = tables.find(({ name }) => name === subject.table)?.label ?? subject.table;
      return `${furtherDetails}${label} ${subject.key}`;
    }
    case "patient":
      return `${furtherDetails}the patient`;
    case "residue": {
      const words = subject.words === undefined ? "" : `:\n${subject.words}`;
      return `${furtherDetails}the record, from ${subject.format}${words}`;
    }
  }
}

/** What a text is about, by its own words; undefined for one that is about nothing else. */
export function detailsSubject(
  text: string | undefined,
  tables: readonly TableSpec[],
): DetailsSubject | undefined {
  if (!text?.startsWith(furtherDetails)) return undefined;
  const rest = text.slice(furtherDetails.length);
  if (rest === "the patient") return { kind: "patient" };
  const [, format, words] = /^the record, from ([a-z0-9-]+)(?::\n([\s\S]+))?$/.exec(rest) ?? [];
  if (format !== undefined) return { kind: "residue", format, words };
  for (const { name, label } of tables)
    if (rest.startsWith(`${label} `) && !rest.includes("\n"))
      return { kind: "row", table: name, key: rest.slice(label.length + 1) };
  return undefined;
}

/** Whether a carried block makes its text one of further details: it has a block, and is not itself the entry. */
export function isDetails({ facts, recordedAs }: CarriedText): boolean {
  return recordedAs !== "narratives" && (facts.length > 0 || recordedAs !== undefined);
}
