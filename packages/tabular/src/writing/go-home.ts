import { contradicts, EntryFacts } from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import type { Row, RowDraft } from "../row.ts";
import { applyNative, nativeRowsOf } from "./native-cells.ts";
import type { NativeOutcome } from "./native-cells.ts";
import { Rehearsal } from "./rehearsal.ts";
import type { Placement } from "./placement.ts";
import type { RowWriting } from "./row-writing.ts";

/** What came home with one entry or the patient to places where the writing has nothing. */
interface Homecoming extends Pick<NativeOutcome, "filled"> {
  /** The entry it came with; absent for the patient. */
  readonly placement?: Placement;
  readonly added: readonly RowDraft[];
}

/**
 * Puts the cells that only this format understands back into the rows of the entries they came with, and
 * answers what the rows then read back as. The record wins: where an entry reads as something else than
 * the record says, as after a correction, what came home to places the writing leaves empty stays away.
 */
export function goHome(writing: RowWriting): Rehearsal {
  const { format, record, placements, patientRows } = writing;
  const homecomings: Homecoming[] = [];
  const apply = (holder: Holder, rows: readonly RowDraft[], placement?: Placement) => {
    const { added, dropped, filled } = applyNative(nativeRowsOf(holder, format.id), rows);
    if (dropped.size > 0) writing.drop(dropped);
    const drafts = added.map(({ table, cells }) => {
      const draft = writing.addRow(table);
      Object.assign(draft.cells, cells);
      return draft;
    });
    if (filled.length > 0 || drafts.length > 0)
      homecomings.push({ filled, added: drafts, ...(placement && { placement }) });
  };
  apply(record.patient, patientRows);
  for (const placement of placements) {
    const { entry, rows, componentRows = [] } = placement;
    apply(entry, [...rows, ...componentRows], placement);
  }
  const rehearsal = new Rehearsal(writing);
  const contrary = homecomings.filter(({ placement }) => isContrary(placement, writing, rehearsal));
  if (contrary.length === 0) return rehearsal;
  for (const { filled } of contrary) for (const { row, column } of filled) delete row.cells[column];
  writing.drop(new Set<Row>(contrary.flatMap(({ added }) => added)));
  return new Rehearsal(writing);
}

type Holder = Parameters<typeof nativeRowsOf>[0];

function isContrary(
  placement: Placement | undefined,
  { record }: RowWriting,
  rehearsal: Rehearsal,
): boolean {
  const { recordIdOf } = rehearsal;
  if (placement) {
    const { section, index, entry } = placement;
    const held = rehearsal.heldOf(placement)?.entry ?? {};
    return contradicts(new EntryFacts(section, index, entry), held, { recordIdOf });
  }
  // The patient is no entry; its facts are kept account of as an entry's are.
  const facts = new EntryFacts("registrations", 0, record.patient as unknown as AnyEntry);
  return contradicts(facts, rehearsal.patient, { recordIdOf });
}
