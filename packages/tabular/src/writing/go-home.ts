import { contradictions, EntryFacts } from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import type { Row, RowDraft } from "../row.ts";
import { applyNative, nativeRowsOf } from "./native-cells.ts";
import type { NativeOutcome } from "./native-cells.ts";
import { Rehearsal } from "./rehearsal.ts";
import { namesSection } from "./placement.ts";
import type { Placement } from "./placement.ts";
import type { RowWriting } from "./row-writing.ts";
import { writeResidue } from "./write-residue.ts";

/** What came home with one entry or the patient to places where the writing has nothing. */
interface Homecoming extends Pick<NativeOutcome, "filled"> {
  /** The entry it came with; absent for the patient. */
  readonly placement?: Placement;
  readonly added: readonly RowDraft[];
}

/**
 * Puts the cells that only this format understands back into the rows of the entries they came with, and
 * the residue back among the rows, and answers what the rows then read back as. The record wins: where an
 * entry reads as something else than the record says, as after a correction, what came home to places the
 * writing leaves empty stays away.
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
    return drafts;
  };
  apply(record.patient, patientRows);
  for (const [at, placement] of [...placements.entries()]) {
    const { entry, rows, componentRows = [], text, section } = placement;
    const isNamed = namesSection(placement);
    // Cells are compared as they were kept: without what says of which section a row is.
    if (text && isNamed) writing.writeText(text, text.own, []);
    const added = apply(entry, [...rows, ...componentRows], placement);
    if (text && isNamed) writing.writeText(text, text.own, [], section);
    if (added.length > 0) writing.extend(at, added);
  }
  writeResidue(writing);
  const rehearsal = new Rehearsal(writing);
  const doubted = homecomings.filter((one) => contradictionsOf(one, writing, rehearsal) > 0);
  if (doubted.length === 0) return rehearsal;
  const emptied = new Map(doubted.map((one) => [one, empty(one)]));
  const stripped = new Rehearsal(writing, new Set<Row>(doubted.flatMap(({ added }) => added)));
  // What reads as something else anyhow, as where text says more than rows can, is not of their making.
  const contrary = new Set(
    doubted.filter(
      (one) => contradictionsOf(one, writing, rehearsal) > contradictionsOf(one, writing, stripped),
    ),
  );
  for (const [one, cells] of emptied)
    if (!contrary.has(one)) for (const [{ row, column }, cell] of cells) row.cells[column] = cell;
  writing.drop(new Set<Row>([...contrary].flatMap(({ added }) => added)));
  return contrary.size === doubted.length ? stripped : new Rehearsal(writing);
}

/** Takes away the cells that came home to places where the writing has nothing, and answers what stood there. */
function empty({ filled }: Homecoming): (readonly [Homecoming["filled"][number], string])[] {
  return filled.map((place) => {
    const cell = place.row.cells[place.column] ?? "";
    delete place.row.cells[place.column];
    return [place, cell] as const;
  });
}

type Holder = Parameters<typeof nativeRowsOf>[0];

/** How much the rows of an entry, or the patient, say otherwise than the record does. */
function contradictionsOf(
  { placement }: Homecoming,
  { record }: RowWriting,
  rehearsal: Rehearsal,
): number {
  const { recordIdOf } = rehearsal;
  if (placement) {
    const { section, index, entry } = placement;
    const held = rehearsal.heldOf(placement)?.entry ?? {};
    return contradictions(new EntryFacts(section, index, entry), held, { recordIdOf });
  }
  // The patient is no entry; its facts are kept account of as an entry's are.
  const facts = new EntryFacts("registrations", 0, record.patient as unknown as AnyEntry);
  return contradictions(facts, rehearsal.patient, { recordIdOf });
}
