import type { AnyEntry } from "@gp2gp/core";
import { PatientRows } from "../bundle/patient-rows.ts";
import { SharedRows } from "../bundle/shared-rows.ts";
import type { HeldEntry } from "../reading/held-entry.ts";
import { RowReading } from "../reading/row-reading.ts";
import type { Row } from "../row.ts";
import type { Placement } from "./placement.ts";
import type { RowWriting } from "./row-writing.ts";

/** What the rows written so far read back as, entry by entry; all of them, or without some. */
export class Rehearsal {
  readonly #reading: RowReading;
  readonly #heldByRow = new Map<Row, HeldEntry[]>();
  /** What is read of entries that stand in no row, by their ids. */
  readonly #heldAlone = new Map<string, HeldEntry>();
  readonly #recordIds = new Map<string, string>();

  constructor(writing: RowWriting, without: ReadonlySet<Row> = new Set()) {
    this.#reading = read(writing, without);
    for (const held of this.#reading.held) {
      const [row] = held.origin.rows;
      if (!row) {
        this.#heldAlone.set(held.entry.id, held);
        continue;
      }
      const known = this.#heldByRow.get(row);
      if (known) known.push(held);
      else this.#heldByRow.set(row, [held]);
    }
    for (const placement of writing.placements) this.#learnIds(placement);
  }

  get patient(): RowReading["patient"]["patient"] {
    return this.#reading.patient.patient;
  }

  heldOf({ section, rows: [row], entry }: Placement): HeldEntry | undefined {
    const held = row ? this.#heldByRow.get(row) : [this.#heldAlone.get(entry.id)];
    return held?.find((one) => one?.section === section);
  }

  /** What the rows of an entry read back as where that is no entry of its section. */
  otherOf({ rows: [row] }: Placement): HeldEntry | undefined {
    return row ? this.#heldByRow.get(row)?.[0] : undefined;
  }

  /** The id in the record of an entry that is read back by another id. */
  readonly recordIdOf = (id: string): string | undefined => this.#recordIds.get(id);

  #learnIds(placement: Placement): void {
    const held = this.heldOf(placement);
    if (!held) return;
    this.#recordIds.set(held.entry.id, placement.entry.id);
    const own = (placement.entry as { components?: readonly AnyEntry[] }).components ?? [];
    const components = held.entry["components"] as readonly AnyEntry[] | undefined;
    for (const [at, row] of (held.origin.componentRows ?? []).entries()) {
      const component = own[placement.componentRows?.findIndex((one) => one === row) ?? -1];
      const read = components?.[at];
      if (component && read) this.#recordIds.set(read.id, component.id);
    }
  }
}

function read(writing: RowWriting, without: ReadonlySet<Row>): RowReading {
  const { format, context } = writing;
  const shared = new SharedRows();
  const own: Row[] = [];
  for (const row of writing.rows) {
    if (without.has(row)) continue;
    const table = format.tables.find(({ name }) => name === row.table);
    if (table && table.patient === undefined) shared.add(row, table);
    else own.push(row);
  }
  const reading = new RowReading({
    rows: new PatientRows(own, { tables: format.tables, shared }),
    context,
    format,
    patientKey: patientKeyOf(writing),
    contents: writing.files.contents(),
  });
  format.read(reading);
  return reading;
}

/** What a reader will find the patient's rows named by. */
function patientKeyOf({ format, rows }: RowWriting): string {
  const column = format.tables.find(({ name }) => name === format.patientTable)?.patient;
  const row = rows.find(({ table }) => table === format.patientTable);
  const cell = (column === undefined ? undefined : row?.cells[column]) ?? "";
  return format.patientKey?.(cell) ?? cell;
}
