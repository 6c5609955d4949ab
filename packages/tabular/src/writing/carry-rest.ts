import { carryOver, EntryFacts, isAbsence, isConfidential, pointerOf } from "@gp2gp/core";
import type { AnyEntry, ArtefactLocation, CarriedLine, EntrySection, Loss } from "@gp2gp/core";
import { detailsWords } from "../details.ts";
import type { DetailsSubject } from "../details.ts";
import type { HeldEntry } from "../reading/held-entry.ts";
import type { RowReading } from "../reading/row-reading.ts";
import type { Row, RowDraft } from "../row.ts";
import type { Placement, TextPlace } from "./placement.ts";
import { siblingsOf } from "./reading-order.ts";
import type { RowWriting } from "./row-writing.ts";

/**
 * Compares a record with what its rows alone read back as, and writes what they do not say as text: into
 * the entry's own words, else as further details of its row. Reports each such fact.
 */
export function carryRest(writing: RowWriting, rehearsal: RowReading): void {
  const carrier = new Carrier(writing, rehearsal);
  for (const placement of writing.placements) carrier.carryEntry(placement);
  carrier.carryPatient();
}

class Carrier {
  readonly #writing: RowWriting;
  readonly #rehearsal: RowReading;
  readonly #heldByRow = new Map<Row, HeldEntry[]>();
  readonly #recordIds = new Map<string, string>();
  readonly #ordered: ReadonlySet<AnyEntry>;

  constructor(writing: RowWriting, rehearsal: RowReading) {
    this.#writing = writing;
    this.#rehearsal = rehearsal;
    for (const held of rehearsal.held) {
      const [row] = held.origin.rows;
      if (!row) continue;
      const known = this.#heldByRow.get(row);
      if (known) known.push(held);
      else this.#heldByRow.set(row, [held]);
    }
    for (const placement of writing.placements) this.#learnIds(placement);
    this.#ordered = this.#findOrdered();
  }

  carryEntry(placement: Placement): void {
    const { section, index, entry, text, isPlain } = placement;
    const writing = this.#writing;
    writing.dropOtherSuppliers(entry, { record: pointerOf(section, index), section });
    if (!writing.format.marksConfidential && isConfidential(section, entry))
      writing.report("confidentiality-carried", { record: pointerOf(section, index) });
    const facts = new EntryFacts(section, index, entry);
    const held = this.#heldOf(placement)?.entry ?? {};
    const lines = carryOver(facts, held, {
      recordIdOf: (id) => this.#recordIds.get(id),
      nameOf: writing.nameOf,
    });
    if (this.#ordered.has(entry)) lines.push({ path: ["order"], line: `[Order: ${entry.order}]` });
    const recordedAs = isPlain === true ? section : undefined;
    if (text) {
      const at: ArtefactLocation = { ...this.#locate(text), as: "text" };
      this.#report(placement, lines, at);
      writing.writeText(text, text.own, linesOf(lines), recordedAs);
      return;
    }
    if (lines.length === 0) return;
    const [row] = placement.rows;
    if (!row) throw new TypeError(`${writing.format.id} placed an entry of ${section} in no row`);
    const place = this.#writeDetails(this.#subjectOf(row), lines, section);
    this.#report(placement, lines, { ...this.#locate(place), as: "narrative" });
  }

  carryPatient(): void {
    const writing = this.#writing;
    const { patient } = writing.record;
    writing.dropOtherSuppliers(patient, { record: "/patient", section: "patient" });
    writing.dropOtherSuppliers(writing.record.extraction, {
      record: "/extraction",
      section: "extraction",
    });
    // The patient is no entry; its facts are kept account of as an entry's are.
    const facts = new EntryFacts("registrations", 0, patient as unknown as AnyEntry);
    const lines = carryOver(facts, this.#rehearsal.patient.patient, {
      recordIdOf: (id) => this.#recordIds.get(id),
      nameOf: writing.nameOf,
    });
    if (lines.length === 0) return;
    const place = this.#writeDetails({ kind: "patient" }, lines);
    for (const { path } of lines)
      writing.losses.push({
        type: "degraded",
        record: `/patient${pointerOf(...path)}`,
        section: "patient",
        reason: "no-place",
        carriedAs: { ...this.#locate(place), as: "narrative" },
      });
  }

  #heldOf({ section, rows: [row] }: Placement): HeldEntry | undefined {
    const held = row ? this.#heldByRow.get(row) : undefined;
    return held?.find((one) => one.section === section);
  }

  #learnIds(placement: Placement): void {
    const held = this.#heldOf(placement);
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

  /** The entries whose rows read back in another order than they stand in: they say their place. */
  #findOrdered(): ReadonlySet<AnyEntry> {
    const { placements } = this.#writing;
    const orders = new Map(
      placements.map(
        (placement) => [placement.entry, this.#heldOf(placement)?.entry.order] as const,
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
    recordedAs?: EntrySection,
  ): TextPlace {
    const { format } = this.#writing;
    const place = format.addDetails(this.#writing);
    const words = detailsWords(subject, format.tables);
    this.#writing.writeText(place, words, linesOf(lines), recordedAs);
    return place;
  }

  #subjectOf(row: RowDraft): DetailsSubject {
    const table = this.#writing.format.tables.find(({ name }) => name === row.table);
    const key = table?.key === undefined ? undefined : row.cells[table.key];
    const number = this.#writing.rows.filter((one) => one.table === row.table).indexOf(row) + 1;
    return { kind: "row", table: row.table, key: key ?? `number ${number}` };
  }

  #locate({ row, column }: TextPlace): { readonly part: string; readonly pointer: string } {
    const table = this.#writing.format.tables.find(({ name }) => name === row.table);
    const key = table?.key === undefined ? undefined : row.cells[table.key];
    const part = this.#writing.format.partName(row.table, this.#writing);
    return { part, pointer: key === undefined ? column : `${key}/${column}` };
  }

  #report(placement: Placement, lines: readonly CarriedLine[], carriedAs: ArtefactLocation): void {
    const { section, index, entry, reasons, blocksPrescribing } = placement;
    for (const line of lines) {
      const { path } = line;
      if (path[0] !== "order" && isAbsence(line, entry)) continue;
      const reason = reasons?.[String(path[0])] ?? "no-place";
      const from = codingAt(entry, path, reasons?.["concept"]);
      const loss: Loss = {
        type: "degraded",
        record: pointerOf(section, index, ...path),
        section,
        reason,
        carriedAs,
        ...(from && { from }),
        ...(blocksPrescribing === true && reason === "no-code-map" && { blocksPrescribing }),
      };
      this.#writing.losses.push(loss);
    }
  }
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
