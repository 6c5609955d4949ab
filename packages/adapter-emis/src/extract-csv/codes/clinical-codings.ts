import { isReadCodeWithTerm } from "@gp2gp/core";
import type { Coding } from "@gp2gp/core";
import type { Cells } from "@gp2gp/tabular";
import { readTermId, unpadded, writeTermId } from "../wire/read-term-id.ts";

/*
 * A code of the dictionary is one row, and more than one where it has several ways of saying it: a row has one
 * term, a Read code or one of EMIS's own, a SNOMED CT concept with its description, and a national code.
 * EMIS uses the last for codes of the NHS Data Dictionary. Codes of the national schemes that have no
 * column of their own stand there too, under the name of their scheme.
 */
const nationalSchemes: readonly (readonly [category: string, system: string])[] = [
  ["READ VERSION 2 CODE WITH TERM CODE", "read-v2"],
  ["CLINICAL TERMS VERSION 3 CODE", "ctv3"],
  ["READ 4-BYTE CODE", "read-4byte"],
];
const systemByCategory = new Map(nationalSchemes);
const categoryBySystem = new Map(nationalSchemes.map(([category, system]) => [system, category]));

/** The codings of the rows of one code, in their order, each once. */
export function codingsOfRows(rows: readonly { readonly cells: Cells }[]): readonly Coding[] {
  const codings = new Map<string, Coding>();
  for (const { cells } of rows)
    for (const coding of codingsOfRow(cells)) codings.set(JSON.stringify(coding), coding);
  return [...codings.values()];
}

function codingsOfRow(cells: Cells): Coding[] {
  const { Term, ReadTermId, SnomedCTConceptId, SnomedCTDescriptionId } = cells;
  const about = {
    ...(Term !== undefined && { display: Term }),
    asserted: "source" as const,
  };
  const national = nationalOf(cells);
  const hasTermCode = national?.system === "read-v2";
  return [
    ...(ReadTermId !== undefined && !hasTermCode ? [{ ...readTermId(ReadTermId), ...about }] : []),
    ...(national ? [{ ...national, ...about }] : []),
    ...(SnomedCTConceptId === undefined
      ? []
      : [
          {
            system: "snomed",
            code: SnomedCTConceptId,
            ...(SnomedCTDescriptionId !== undefined && { termId: SnomedCTDescriptionId }),
            ...about,
          },
        ]),
  ];
}

function nationalOf({
  NationalCode,
  NationalCodeCategory,
}: Cells): { readonly system: string; readonly code: string } | undefined {
  const system = systemByCategory.get(NationalCodeCategory ?? "");
  return system === undefined || NationalCode === undefined
    ? undefined
    : { system, code: NationalCode };
}

/** Whether a coding of a source can stand in the dictionary. */
export function isRepresentable(coding: Coding): boolean {
  return coding.asserted === "source" && cellsOf(coding) !== undefined;
}

/** The columns a coding stands in, without its term; undefined where it has none. */
function cellsOf(coding: Coding): Record<string, string> | undefined {
  const { system, code, termId } = coding;
  if (system === "snomed") {
    if (!/^\d{6,18}$/.test(code)) return undefined;
    if (termId !== undefined && !/^\d{6,18}$/.test(termId)) return undefined;
    return {
      SnomedCTConceptId: code,
      ...(termId !== undefined && { SnomedCTDescriptionId: termId }),
    };
  }
  const read = writeTermId(coding);
  if (read !== undefined) return { ReadTermId: read };
  const category = system === undefined ? undefined : categoryBySystem.get(system);
  if (category === undefined || termId !== undefined) return undefined;
  if (system === "read-v2" && !isReadCodeWithTerm(code)) return undefined;
  return {
    ...(system === "read-v2" && { ReadTermId: unpadded(code.slice(0, 5)) }),
    NationalCode: code,
    NationalCodeCategory: category,
  };
}

/** The longest term the dictionary holds. */
const longestTerm = 255;

/** The rows of codings, which read back as them in their order: as many as their terms and places demand. */
export function rowsOfCodings(
  codings: readonly Coding[],
): readonly Readonly<Record<string, string>>[] {
  const rows: { cells: Record<string, string>; holds: string }[] = [];
  for (const coding of codings) {
    const cells = cellsOf(coding);
    if (!cells) continue;
    const { system } = coding;
    const display = (coding.display?.length ?? 0) > longestTerm ? undefined : coding.display;
    const last = rows.at(-1);
    if (last && system === "snomed" && last.holds !== "snomed" && last.cells["Term"] === display) {
      Object.assign(last.cells, cells);
      last.holds = "snomed";
      continue;
    }
    rows.push({
      cells: { ...(display !== undefined && { Term: display }), ...cells },
      holds: system ?? "",
    });
  }
  return rows.map(({ cells }) => cells);
}

/** The code of words: what GP systems send for a comment. */
const commentNote = "37331000000100";

/** Whether codings only say that there are words. */
export function isCommentNote(codings: readonly Coding[]): boolean {
  return codings.some(({ system, code }) => system === "snomed" && code === commentNote);
}

/** What stands in for a code where an entry has none and its row must have one. */
export const markers = {
  words: [{ system: "snomed", code: commentNote, display: "Comment note", asserted: "source" }],
  document: [
    { system: "emis", code: "EMISATTACHMENT", display: "Attachment", asserted: "source" },
    { system: "snomed", code: "3261000006107", display: "Attachment", asserted: "source" },
  ],
} as const satisfies Readonly<Record<string, readonly Coding[]>>;
export type Marker = keyof typeof markers;
