import type { EntrySection, EntryText } from "@gp2gp/core";
import type { Row, RowReading, TextCell } from "@gp2gp/tabular";
import { isMadeNumber } from "../wire/row-numbers.ts";
import { folderOf, foldersOf, supersedes } from "../wire/supersedes.ts";
import { roleOfQuestion } from "../wire/text-roles.ts";

/** The words of a row: those of its own free text, and the rows they stand in. */
export interface RowWords {
  readonly rows: readonly Row[];
  /** What words of the record may be carried in. */
  readonly text?: TextCell;
  readonly texts: readonly EntryText[];
}

/** The free text of an extract, by the row it belongs to. */
export class FreeTexts {
  readonly #reading: RowReading;
  readonly #byRow = new Map<string, Row[]>();
  readonly #answers = new Map<string, Row[]>();
  readonly #rest = new Set<Row>();
  readonly #cells = new Map<Row, TextCell>();

  constructor(reading: RowReading) {
    this.#reading = reading;
    leaveSuperseded(reading);
    for (const row of reading.rows.of("SRFreeText")) {
      if (reading.isClaimed(row)) continue;
      const cell = this.cell(row);
      if (row.cells["Question"] === undefined && reading.takeDetails(cell)) continue;
      this.#rest.add(row);
      const { SRTable, IDSRTable, IDAnsweredQuestionnaire, Question } = row.cells;
      // A text that is an entry of its own stands beside the row it is about.
      if (Question !== undefined && cell.carried.recordedAs !== undefined) continue;
      if (IDAnsweredQuestionnaire !== undefined && IDAnsweredQuestionnaire !== "-1" && Question)
        listed(this.#answers, IDAnsweredQuestionnaire, row);
      else if (SRTable !== undefined && IDSRTable !== undefined)
        listed(this.#byRow, `${SRTable} ${IDSRTable}`, row);
    }
  }

  /** The words of a row of a table. Those that answer a question are said with it. */
  of(table: string, number: string | undefined, isAbout = everything): RowWords {
    const all = number === undefined ? [] : (this.#byRow.get(`${table} ${number}`) ?? []);
    const rows = all.filter((row) => isAbout(row.cells["Question"]) && this.#rest.delete(row));
    const carrier = rows.find(isCarrier);
    const text = carrier && this.cell(carrier);
    const texts = rows.flatMap((row): EntryText[] => {
      const words = row === carrier ? text?.own : row.cells["FreeText"];
      return wordsOf(row.cells["Question"], words);
    });
    return { rows, texts, ...(text && { text }) };
  }

  /** The words of one row of free text. */
  cell(row: Row): TextCell {
    const known = this.#cells.get(row);
    if (known) return known;
    const cell = this.#reading.text(row, "FreeText");
    this.#cells.set(row, cell);
    return cell;
  }

  /** The section the words of a row say that its entry is of. */
  saysSection(table: string, number: string): EntrySection | undefined {
    const rows = this.#byRow.get(`${table} ${number}`) ?? [];
    return rows
      .filter(({ cells }) => cells["Question"] === undefined)
      .map((row) => this.cell(row).carried.recordedAs)
      .find((section) => section !== undefined);
  }

  /** The answers to a questionnaire, row by row. */
  answersTo(number: string | undefined): readonly Row[] {
    const rows = number === undefined ? [] : (this.#answers.get(number) ?? []);
    return rows.filter((row) => this.#rest.delete(row));
  }

  /** The texts that belong to no row that was read. */
  rest(): readonly Row[] {
    return [...this.#rest];
  }
}

/** Free text has no key of its own: what a later extract says again of a row takes the place of what was said. */
function leaveSuperseded(reading: RowReading): void {
  const all = reading.rows.of("SRFreeText");
  if (foldersOf(all).length < 2) return;
  const latest = new Map<string, Row>();
  const rows = all.filter((row) => folderOf(row) !== undefined);
  for (const row of rows) {
    const known = latest.get(keyOf(row));
    if (!known || supersedes(row, known)) latest.set(keyOf(row), row);
  }
  for (const row of rows) {
    const last = latest.get(keyOf(row));
    if (last && supersedes(last, row) && !reading.isClaimed(row))
      reading.leave(row, "technical", "row-superseded");
  }
}

function keyOf({ cells: { RowIdentifier, SRTable, IDSRTable, Question } }: Row): string {
  return [RowIdentifier, SRTable, IDSRTable, Question].join(" ");
}

/** What the words of a composite are asked, whose first row has words of its own. */
export const compositeQuestion = "Blood pressure";

/** Whether a row may hold carried words: a bare text, or a row that was made to name another and holds none yet. */
function isCarrier({ cells: { Question, FreeText, RowIdentifier } }: Row): boolean {
  const isMade = RowIdentifier !== undefined && isMadeNumber(RowIdentifier);
  return isBare(Question) && (FreeText !== undefined || isMade);
}

const everything = (question: string | undefined): boolean => question !== compositeQuestion;
const isBare = (question: string | undefined): boolean =>
  question === undefined || question === compositeQuestion;

function wordsOf(question: string | undefined, words: string | undefined): EntryText[] {
  if (isBare(question) || question === undefined)
    return words === undefined ? [] : [{ text: words, role: "note" }];
  const role = roleOfQuestion(question);
  if (role !== undefined) return words === undefined ? [] : [{ text: words, role }];
  return [{ text: words === undefined ? question : `${question}: ${words}`, role: "note" }];
}

function listed(lists: Map<string, Row[]>, key: string, row: Row): void {
  const known = lists.get(key);
  if (known) known.push(row);
  else lists.set(key, [row]);
}
