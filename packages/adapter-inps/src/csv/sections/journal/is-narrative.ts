import type { Row } from "@gp2gp/tabular";
import { isDocument } from "../documents/read-document.ts";

/** Columns one of which makes a row of the journal more than words. */
const telling = ["CODE", "SNOMED_CODE", "RUBRIC", "EPISODE", "VALUE1", "VALUE2"];

/** Whether a row of the journal is words and nothing else. */
export function isNarrative(row: Row): boolean {
  const { cells } = row;
  const isClinical = cells["SUBSET"] === undefined || cells["SUBSET"] === "C";
  return isClinical && !isDocument(row) && telling.every((column) => cells[column] === undefined);
}
