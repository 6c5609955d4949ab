import { carryOver, EntryFacts, isAbsence, isConfidential, pointerOf } from "@gp2gp/core";
import type { AnyEntry, ArtefactLocation, CarriedLine, Loss } from "@gp2gp/core";
import { detailsWords } from "../details.ts";
import type { DetailsSubject } from "../details.ts";
import { sharedMembersOf } from "../reading/row-reading.ts";
import type { Row, RowDraft } from "../row.ts";
import type { Placement, TextPlace } from "./placement.ts";
import { siblingsOf } from "./reading-order.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { RowWriting } from "./row-writing.ts";

/**
 * Compares a record with what its rows alone read back as, and writes what they do not say as text: into
 * the entry's own words, else as further details of its row. Reports each such fact.
 */
export function carryRest(writing: RowWriting, rehearsal: Rehearsal): void {
  const carrier = new Carrier(writing, rehearsal);
  const losses = new Map<AnyEntry, readonly Loss[]>();
  for (const placement of inOrderOfRows(writing))
    losses.set(placement.entry, carrier.carryEntry(placement));
  // What is lost is told in the order people read the entries in.
  for (const { entry } of writing.placements) writing.losses.push(...(losses.get(entry) ?? []));
  carrier.carryPatient();
}

/**
 * Placements by the table and place of their rows: entries of different tables have no order that a reader
 * could know again, and rows of further details follow theirs.
 */
function inOrderOfRows({ placements, rows, format }: RowWriting): readonly Placement[] {
  const tables = new Map(format.tables.map(({ name }, at) => [name, at]));
  const places = new Map<Row, readonly [number, number]>(
    rows.map((row, at) => [row, [tables.get(row.table) ?? -1, at]]),
  );
  const placeOf = ({ rows: [row] }: Placement): readonly [number, number] =>
    (row && places.get(row)) ?? [-1, -1];
  return placements.toSorted((left, right) => {
    const [[table, at], [otherTable, otherAt]] = [placeOf(left), placeOf(right)];
    return table - otherTable || at - otherAt;
  });
}

class Carrier {
  readonly #writing: RowWriting;
  readonly #rehearsal: Rehearsal;
  readonly #places = new Map<string, ReadonlyMap<RowDraft, number>>();
  readonly #ordered: ReadonlySet<AnyEntry>;

  constructor(writing: RowWriting, rehearsal: Rehearsal) {
    this.#writing = writing;
    this.#rehearsal = rehearsal;
    this.#ordered = this.#findOrdered();
  }

  /** Writes what the rows of an entry do not say, and answers what of it is lost. */
  carryEntry(placement: Placement): readonly Loss[] {
    const { section, index, entry, text, isPlain, isApart, mapped } = placement;
    const writing = this.#writing;
    const dropped = writing.ofOtherSuppliers(entry, { record: pointerOf(section, index), section });
    const { marksConfidential, isMarked } = writing.format;
    if (!marksConfidential && isConfidential(section, entry) && !isMarked?.(section, entry))
      writing.report("confidentiality-carried", { record: pointerOf(section, index) });
    const facts = new EntryFacts(section, index, entry);
    const own = this.#rehearsal.heldOf(placement);
    // Rows that went home may be read as another section than they were written for: they say which is theirs.
    const other = own || !text ? undefined : this.#rehearsal.otherOf(placement);
    const held = own?.entry ?? (other ? sharedMembersOf(other.entry) : {});
    const lines = carryOver(facts, held, {
      recordIdOf: this.#rehearsal.recordIdOf,
      nameOf: writing.nameOf,
    }).map((line) =>
      mapped !== undefined && line.path.join("/") === "concept/codings"
        ? { ...line, line: mapped }
        : line,
    );
    if (this.#ordered.has(entry)) lines.push({ path: ["order"], line: `[Order: ${entry.order}]` });
    // What came home may make of the row what it was: then it need not be said.
    const isOther = isPlain === true && (own === undefined || own.plain !== undefined);
    const recordedAs = isOther || isApart === true || other ? section : undefined;
    if (!text && lines.length === 0) return dropped;
    const [row] = placement.rows;
    if (!row) throw new TypeError(`${writing.format.id} placed an entry of ${section} in no row`);
    const words = text ?? writing.format.addWords?.(row, writing);
    if (words) {
      writing.writeText(words, text?.own, linesOf(lines), recordedAs);
      return [...dropped, ...lossesOf(placement, lines, { ...this.#locate(words), as: "text" })];
    }
    const place = this.#writeDetails(this.#subjectOf(row), lines, placement);
    return [...dropped, ...lossesOf(placement, lines, { ...this.#locate(place), as: "narrative" })];
  }

  carryPatient(): void {
    const writing = this.#writing;
    const { patient, extraction } = writing.record;
    writing.losses.push(
      ...writing.ofOtherSuppliers(patient, { record: "/patient", section: "patient" }),
      ...writing.ofOtherSuppliers(extraction, { record: "/extraction", section: "extraction" }),
    );
    // The patient is no entry; its facts are kept account of as an entry's are.
    const facts = new EntryFacts("registrations", 0, patient as unknown as AnyEntry);
    const lines = carryOver(facts, this.#rehearsal.patient, {
      recordIdOf: this.#rehearsal.recordIdOf,
      nameOf: writing.nameOf,
    });
    if (lines.length === 0) return;
    const place = this.#writeDetails({ kind: "patient" }, lines);
    for (const line of lines) {
      if (isAbsence(line, facts.entry)) continue;
      writing.losses.push({
        type: "degraded",
        record: `/patient${pointerOf(...line.path)}`,
        section: "patient",
        reason: "no-place",
        carriedAs: { ...this.#locate(place), as: "narrative" },
      });
    }
  }

  /** The entries whose rows read back in another order than they stand in: they say their place. */
  #findOrdered(): ReadonlySet<AnyEntry> {
    const { placements } = this.#writing;
    const orders = new Map(
      placements.map(
        (placement) => [placement.entry, this.#rehearsal.heldOf(placement)?.entry.order] as const,
      ),
    );
    const ordered = new Set<AnyEntry>();
    const siblings = siblingsOf(placements.map(({ section, entry }) => [section, entry] as const));
    for (const entries of siblings.values()) {
      const own = entries.toSorted((left, right) => left.order - right.order);
      const isKept = own.every((entry, at) => {
        const [here, before] = [orders.get(entry), orders.get(own[at - 1] ?? entry)];
        return here !== undefined && before !== undefined && here >= before;
      });
      if (!isKept) for (const entry of entries) ordered.add(entry);
    }
    return ordered;
  }

  #writeDetails(
    subject: DetailsSubject,
    lines: readonly CarriedLine[],
    about?: Placement,
  ): TextPlace {
    const { format } = this.#writing;
    const place = format.addDetails(this.#writing, about);
    const words = detailsWords(subject, format.tables);
    this.#writing.writeText(place, words, linesOf(lines), about?.section);
    return place;
  }

  #subjectOf(row: RowDraft): DetailsSubject {
    return {
      kind: "row",
      table: row.table,
      key: this.#nameOf(row) ?? `number ${this.#placeOf(row)}`,
    };
  }

  #nameOf(row: RowDraft): string | undefined {
    const table = this.#writing.format.tables.find(({ name }) => name === row.table);
    return table?.key === undefined ? table?.nameOf?.(row.cells) : row.cells[table.key];
  }

  /** The place of a row among those of its table; rows of further details come behind them. */
  #placeOf(row: RowDraft): number {
    let places = this.#places.get(row.table);
    if (!places) {
      const rows = this.#writing.rows.filter(({ table }) => table === row.table);
      places = new Map(rows.map((one, at) => [one, at + 1]));
      this.#places.set(row.table, places);
    }
    return places.get(row) ?? 0;
  }

  #locate({ row, column }: TextPlace): { readonly part: string; readonly pointer: string } {
    const key = this.#nameOf(row);
    const part = this.#writing.format.partName(row.table, this.#writing);
    return { part, pointer: key === undefined ? column : `${key}/${column}` };
  }
}

/** What of an entry does not stand in its rows, line by line. */
function lossesOf(
  { section, index, entry, reasons, blocksPrescribing }: Placement,
  lines: readonly CarriedLine[],
  carriedAs: ArtefactLocation,
): readonly Loss[] {
  return lines
    .filter((line) => line.path[0] === "order" || !isAbsence(line, entry))
    .map(({ path }) => {
      const reason = reasons?.[String(path[0])] ?? "no-place";
      const from = codingAt(entry, path, reasons?.["concept"]);
      return {
        type: "degraded",
        record: pointerOf(section, index, ...path),
        section,
        reason,
        carriedAs,
        ...(from && { from }),
        ...(blocksPrescribing === true && reason === "no-code-map" && { blocksPrescribing }),
      };
    });
}

const linesOf = (lines: readonly CarriedLine[]): string[] => lines.map(({ line }) => line);

function codingAt(
  { concept }: AnyEntry,
  [member, list, at]: CarriedLine["path"],
  reason: string | undefined,
): Loss["from"] {
  const isCoding = member === "concept" && list === "codings" && typeof at === "number";
  return isCoding && reason !== undefined ? concept?.codings[at] : undefined;
}
