import {
  emptyRecord,
  newEntry,
  patientSchema,
  pointerOf,
  restoreEntry,
  restoreFacts,
  withRenamedIds,
} from "@gp2gp/core";
import type {
  CarriedFact,
  CarriedText,
  EntryOf,
  EntrySection,
  Patient,
  PatientRecordDraft,
} from "@gp2gp/core";
import type { Row } from "../row.ts";
import type { HeldEntry, Origin } from "./held-entry.ts";
import { residueOfWords } from "../writing/write-residue.ts";
import { residueOfRow } from "./row-reading.ts";
import type { FoundDetails, RowReading } from "./row-reading.ts";

/** An entry of the record and where it was read. */
export interface SettledEntry {
  readonly section: EntrySection;
  readonly index: number;
  readonly origin: Origin;
}

export interface SettledReading {
  readonly draft: PatientRecordDraft;
  readonly entries: readonly SettledEntry[];
}

/** Puts back what was carried in texts, points references to the ids entries had, and keeps the rows nobody claimed. */
export function settleReading(reading: RowReading): SettledReading {
  const details = new DetailsOfEntries(reading);
  const carriedOf = (held: HeldEntry): readonly CarriedFact[] => [
    ...factsIn(held.origin.text?.carried),
    ...details.of(held),
  ];
  const renamed = renamedIds(reading.held, carriedOf);
  const patient = restorePatient(
    withRenamedIds(reading.patient.patient, renamed),
    details,
    reading,
  );
  const draft = emptyRecord(patient, withRenamedIds(reading.extraction, renamed));
  const entries = reading.held.map((held) =>
    addEntry(
      draft,
      { ...held, entry: withRenamedIds(held.entry, renamed) },
      carriedOf(held),
      reading,
    ),
  );
  for (const found of details.unplaced()) addNarrative(draft, found, reading);
  addResidue(draft, reading);
  return { draft, entries };
}

/** What a text carries; a code a map found is shown, and is none of the entry's. */
function factsIn(carried: CarriedText | undefined): readonly CarriedFact[] {
  const { facts = [], codeMapped } = carried ?? {};
  return codeMapped ? [...shownCodeIsNone, ...facts] : facts;
}

const shownCodeIsNone: readonly CarriedFact[] = [
  { path: [{ key: "concept" }, { key: "codings" }], value: undefined },
];

/** The ids entries had before they were written as rows that cannot hold them, by the ids their rows give. */
function renamedIds(
  held: readonly HeldEntry[],
  carriedOf: (held: HeldEntry) => readonly CarriedFact[],
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const one of held) {
    const { entry } = one;
    for (const { path, value } of carriedOf(one)) {
      const steps = path.map((step) => ("key" in step ? step.key : step.index));
      if (typeof value !== "string" || steps.at(-1) !== "id") continue;
      if (steps.length === 1) renamed.set(entry.id, value);
      const [member, at] = steps;
      if (steps.length !== 3 || member !== "components" || typeof at !== "number") continue;
      const components = entry["components"] as readonly { readonly id: string }[] | undefined;
      const component = components?.[at];
      if (component) renamed.set(component.id, value);
    }
  }
  return renamed;
}

function addEntry(
  draft: PatientRecordDraft,
  held: HeldEntry,
  carried: readonly CarriedFact[],
  reading: RowReading,
): SettledEntry {
  const { section, entry, origin } = held;
  const restored = restoreEntry(section, entry, carried);
  if (restored) return put(draft, section, restored, origin);
  // The text was edited on the way: the row as it stands, its text whole.
  const plain = held.plain ?? held;
  const whole = restoreEntry(plain.section, withWholeText(plain), []);
  if (!whole)
    throw new TypeError(`${reading.format.id} read a row as no entry of ${plain.section}`);
  const settled = put(draft, plain.section, whole, origin);
  reading.report("carried-text-unreadable", {
    source: entry["source"] as Row["source"],
    record: pointerOf(settled.section, settled.index),
  });
  return settled;
}

function put(
  draft: PatientRecordDraft,
  section: EntrySection,
  entry: EntryOf<EntrySection>,
  origin: Origin,
): SettledEntry {
  const entries = draft[section] as EntryOf<EntrySection>[];
  entries.push(entry);
  return { section, index: entries.length - 1, origin };
}

function withWholeText({ entry, origin }: Omit<HeldEntry, "plain">): object {
  const { text } = origin;
  const whole = text?.row.cells[text.column];
  return whole === undefined ? entry : { ...entry, texts: [{ text: whole, role: "note" }] };
}

/** Further details, sorted by the entry they are about. */
class DetailsOfEntries {
  readonly #byHeld = new Map<HeldEntry, FoundDetails[]>();
  readonly #unplaced: FoundDetails[] = [];

  constructor(reading: RowReading) {
    const byRow = new Map<Row, HeldEntry[]>();
    for (const held of reading.held) {
      const [row] = held.origin.rows;
      if (!row) continue;
      const known = byRow.get(row);
      if (known) known.push(held);
      else byRow.set(row, [held]);
    }
    for (const found of reading.details) {
      const { subject, cell } = found;
      const row = subject.kind === "row" ? rowNamed(subject, reading) : undefined;
      const held = (row ? byRow.get(row) : undefined)?.find(
        ({ section }) => section === cell.carried.recordedAs,
      );
      if (!held) this.#unplaced.push(found);
      else this.#byHeld.set(held, [...(this.#byHeld.get(held) ?? []), found]);
    }
  }

  of(held: HeldEntry): readonly CarriedFact[] {
    return (this.#byHeld.get(held) ?? []).flatMap(({ cell }) => factsIn(cell.carried));
  }

  unplaced(): readonly FoundDetails[] {
    return this.#unplaced;
  }
}

function rowNamed(
  { table, key }: { readonly table: string; readonly key: string },
  { rows }: RowReading,
): Row | undefined {
  const number = /^number ([1-9]\d*)$/.exec(key)?.[1];
  return (
    rows.find(table, key) ??
    rows.shared.find(table, key) ??
    (number === undefined ? undefined : rows.of(table)[Number(number) - 1])
  );
}

function restorePatient(patient: Patient, details: DetailsOfEntries, reading: RowReading): Patient {
  const facts = details
    .unplaced()
    .filter(({ subject }) => subject.kind === "patient")
    .flatMap(({ cell }) => cell.carried.facts);
  const parsed = patientSchema.safeParse(restoreFacts(patient, facts));
  if (parsed.success) return parsed.data;
  reading.report("carried-text-unreadable", { record: "/patient" });
  return patient;
}

/** Details of nothing that is there are words of the record, whole; those of residue become residue again. */
function addNarrative(
  draft: PatientRecordDraft,
  { subject, cell }: FoundDetails,
  reading: RowReading,
): void {
  const { row, column } = cell;
  const { source } = row;
  if (subject.kind === "patient") return;
  if (subject.kind === "residue") {
    const carried = cell.carried.facts.find(({ value }) => typeof value === "string")?.value;
    const content = residueOfWords(subject.words ?? String(carried ?? ""));
    const order = draft.residue.length;
    draft.residue.push({ format: subject.format, order, kind: "clinical", content, source });
    return;
  }
  const id = reading.idOf(row.table, `details ${source.line ?? 0} ${row.cells[column] ?? ""}`);
  const text = row.cells[column] ?? "";
  draft.narratives.push({
    ...newEntry(id, reading.nextOrder(), source),
    texts: [{ text, role: "note" }],
  });
  reading.report("carried-text-unreadable", { source });
}

/** Rows that became no entry, those nobody claimed among them. */
function addResidue(draft: PatientRecordDraft, reading: RowReading): void {
  for (const row of reading.rows.strays)
    reading.leave(row, "clinical", row.isMalformed ? undefined : "row-repeated");
  for (const { name, patient } of reading.format.tables)
    if (patient !== undefined)
      for (const row of reading.rows.of(name))
        if (!reading.isClaimed(row)) reading.leave(row, "clinical", "row-unmapped");
  const superseded = reading.rows.superseded.map((row) => {
    reading.report("row-superseded", { source: row.source });
    return { row, kind: "technical" } as const;
  });
  // What was superseded stands before what came in its place, which may be left as well.
  for (const { row, kind } of [...superseded, ...reading.left]) {
    draft.residue.push({
      format: reading.format.id,
      order: draft.residue.length,
      kind,
      content: residueOfRow(row),
      source: row.source,
    });
  }
}
