import { NONE, rankOf, rowFlags } from "../pack/row-flags.ts";
import { GrowingBytes, GrowingColumn } from "./growing-columns.ts";
import type { MapRow, MapSet } from "./map-row.ts";
import type { SystemRegister } from "./system-register.ts";

export type Taken = "taken" | "superseded" | "later";

export interface SetSystems {
  readonly from: SystemRegister;
  readonly to: SystemRegister;
  /** Only rows that take effect by this day, YYYYMMDD. */
  readonly asOf?: string;
}

const encoder = new TextEncoder();

/**
 * The rows of one map set. Of the rows of one map the latest stands, whatever its status: a map whose
 * latest row retires it is retired, and no earlier row takes its place.
 */
export class SetRows {
  readonly info: MapSet;
  readonly source = new GrowingColumn();
  readonly sourceTerm = new GrowingColumn();
  readonly target = new GrowingColumn();
  readonly targetTerm = new GrowingColumn();
  readonly flags = new GrowingColumn();
  readonly details = new GrowingBytes();
  readonly #detailStart = new GrowingColumn();
  readonly #detailEnd = new GrowingColumn();
  readonly #dates = new GrowingColumn();
  readonly #rowOfMap = new Map<string, number>();
  readonly #systems: SetSystems;

  constructor(info: MapSet, systems: SetSystems) {
    this.info = info;
    this.#systems = systems;
  }

  get length(): number {
    return this.source.length;
  }

  add(row: MapRow): Taken {
    const { asOf } = this.#systems;
    if (asOf !== undefined && row.date !== undefined && row.date > asOf) return "later";
    const date = Number(row.date ?? 0);
    const earlier = row.mapId === undefined ? undefined : this.#rowOfMap.get(row.mapId);
    if (earlier === undefined) {
      const index = this.#push(row, date);
      if (row.mapId !== undefined) this.#rowOfMap.set(row.mapId, index);
      return "taken";
    }
    if (this.#dates.get(earlier) > date) return "superseded";
    this.#write(earlier, row, date);
    return "superseded";
  }

  /** Says that no more rows come, so that what only they would need is let go. */
  close(): void {
    this.#rowOfMap.clear();
  }

  detailsOf(row: number): Uint8Array {
    return this.details.slice(this.#detailStart.get(row), this.#detailEnd.get(row));
  }

  #push(row: MapRow, date: number): number {
    const index = this.source.push(0);
    for (const column of this.#columns()) column.push(0);
    this.#write(index, row, date);
    return index;
  }

  #columns(): readonly GrowingColumn[] {
    return [
      this.sourceTerm,
      this.target,
      this.targetTerm,
      this.flags,
      this.#detailStart,
      this.#detailEnd,
      this.#dates,
    ];
  }

  #write(index: number, row: MapRow, date: number): void {
    const { from, to } = this.#systems;
    const { target } = row;
    const real = typeof target === "string" ? undefined : target;
    this.source.set(index, from.code(row.source));
    this.sourceTerm.set(
      index,
      row.sourceTermId === undefined ? NONE : from.term(row.sourceTermId, row.source),
    );
    this.target.set(index, real ? to.code(real.code) : NONE);
    this.targetTerm.set(index, real?.termId === undefined ? NONE : to.term(real.termId, real.code));
    this.flags.set(index, flagsOf(row));
    const { mapId = "", date: day = "", mapType = "", sourceText = "" } = row;
    const text = [mapId, day, mapType, sourceText]
      .map((field) => field.replaceAll("\0", ""))
      .join("\0")
      .replace(/\0+$/, "");
    const start = this.details.push(encoder.encode(text));
    this.#detailStart.set(index, start);
    this.#detailEnd.set(index, this.details.length);
    this.#dates.set(index, date);
  }
}

function flagsOf({ assurance, status, target, preferred, oneWay }: MapRow): number {
  return (
    rankOf(assurance) |
    (status === "retired" ? rowFlags.retired : 0) |
    (status === "ambiguous" ? rowFlags.ambiguous : 0) |
    (target === "none" ? rowFlags.none : 0) |
    (target === "drug" ? rowFlags.drug : 0) |
    (preferred === true ? rowFlags.preferred : 0) |
    (oneWay === true ? rowFlags.oneWay : 0)
  );
}
