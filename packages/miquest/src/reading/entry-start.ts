import { newEntry, roleCoded } from "@gp2gp/core";
import type { AnyEntry, Effective, EntryText, Participant } from "@gp2gp/core";
import type { Cells, Row, TextCell } from "@gp2gp/tabular";
import { saidOf } from "../wire/as-recorded.ts";
import { dateAttributes } from "../wire/attributes.ts";
import { parseDay, parseTime } from "../wire/day.ts";
import type { MiquestReading } from "./miquest-reading.ts";
import { consultationOf } from "./miquest-reading.ts";

/** What every entry of a row starts from. */
export interface EntryStart {
  readonly row: Row;
  readonly cells: Cells;
  readonly text: TextCell;
  readonly shape: ReturnType<typeof newEntry> &
    Pick<AnyEntry, "consultation" | "effective" | "recorded">;
  /** What cells say that an entry of this kind has no member for, in words. */
  readonly said: readonly string[];
}

/** Reads what all rows have: when, by whom, in which encounter. */
export function startEntry(
  row: Row,
  own: MiquestReading,
  about: {
    readonly id: string;
    readonly kind: string;
    readonly text?: TextCell;
    /** Whether END_DATE is another entry's. */
    readonly isWithoutEnd?: boolean;
  },
): EntryStart {
  const { cells, source } = row;
  const { id, kind, text, isWithoutEnd } = about;
  const effective = effectiveOf(cells, isWithoutEnd === true);
  const recorded = dayIn(cells, "RECORD_DATE");
  if (
    [...dateAttributes].some((one) => cells[one] !== undefined && dayIn(cells, one) === undefined)
  )
    own.report("date-malformed", { source });
  return {
    row,
    cells,
    text: text ?? own.rows.text(row, "TEXT"),
    said: saidOf(cells, kind),
    shape: {
      ...newEntry(id, own.rows.nextOrder(), source),
      ...consultationOf(row, own),
      ...(effective && { effective }),
      ...(recorded !== undefined && { recorded }),
      participants: kind === "agents" ? [] : participantsOf(row, own),
    },
  };
}

/** The words of an entry: its note, and what cells say beside it. */
export function textsOf({ text, said }: Pick<EntryStart, "text" | "said">): EntryText[] {
  return [
    ...(text.own === undefined ? [] : [{ text: text.own, role: "note" as const }]),
    ...commentsOf(said),
  ];
}

/** What cells say beside an entry whose words stand elsewhere. */
export function commentsOf(said: readonly string[]): EntryText[] {
  return said.map((words) => ({ text: words, role: "comment" }));
}

/** The day in a date cell, where it names one. */
export function dayIn(cells: Cells, attribute: string): string | undefined {
  const cell = cells[attribute];
  return cell === undefined ? undefined : parseDay(cell);
}

function effectiveOf(cells: Cells, isWithoutEnd: boolean): Effective | undefined {
  const day = dayIn(cells, "DATE");
  const { TIME } = cells;
  const time = TIME === undefined ? undefined : parseTime(TIME);
  const at = day === undefined || time === undefined ? day : `${day}T${time}`;
  const end = isWithoutEnd ? undefined : dayIn(cells, "END_DATE");
  if (end !== undefined) return { kind: "period", ...(at !== undefined && { start: at }), end };
  return at === undefined ? undefined : { kind: "point", at };
}

/** The professional of a row is who answers for what it says. */
function participantsOf(row: Row, own: MiquestReading): Participant[] {
  const { HCP } = row.cells;
  const agent = own.agentOf("hcp", HCP, row);
  return agent === undefined ? [] : [{ role: roleCoded("author"), agent }];
}
