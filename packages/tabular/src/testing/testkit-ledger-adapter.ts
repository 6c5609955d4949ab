import {
  dateOfEffective,
  degradeKindOfEntry,
  isNotDone,
  newEntry,
  partsOfDate,
  recordSections,
  roleCoded,
} from "@gp2gp/core";
import type {
  AnyEntry,
  Coverage,
  EntryOf,
  Identifier,
  Observation,
  SupplierAdapterV1,
} from "@gp2gp/core";
import { bindByHeader } from "../bundle/bound-part.ts";
import type { CsvDialect } from "../csv/csv-dialect.ts";
import { writeCsv } from "../csv/write-csv.ts";
import { readTabular } from "../reading/read-tabular.ts";
import type { RowReading } from "../reading/row-reading.ts";
import { cellsInOrder, furtherColumns } from "../row.ts";
import type { Row, RowDraft } from "../row.ts";
import type { TableSpec } from "../table-spec.ts";
import type { TabularFormat } from "../tabular-format.ts";
import type { PlacedEntry } from "../writing/reading-order.ts";
import type { RowWriting } from "../writing/row-writing.ts";
import { writeTabular } from "../writing/write-tabular.ts";

/*
 * The smallest format a practice could keep its records in: who the patients are, when they came, what
 * was noted, and the staff. All that a record can say beyond that is carried.
 */
const id = "testkit-ledger";
const tables = [
  {
    name: "patients",
    label: "patient",
    patient: "Patient",
    key: "Patient",
    columns: ["Patient", "NhsNumber", "Surname", "Born", "Remark"],
  },
  {
    name: "visits",
    label: "visit",
    patient: "Patient",
    key: "Visit",
    columns: ["Visit", "Patient", "Date", "SeenBy"],
  },
  {
    name: "notes",
    label: "note",
    patient: "Patient",
    key: "Note",
    columns: ["Note", "Patient", "Visit", "Date", "Code", "Term", "Value", "Unit", "Words"],
  },
  { name: "staff", label: "member of staff", key: "Staff", columns: ["Staff", "Name"] },
] as const satisfies readonly TableSpec[];

const dialect: CsvDialect = {
  delimiter: ",",
  quote: '"',
  quotesAll: false,
  newline: "\n",
  charset: "utf-8",
};

export const ledgerFormat: TabularFormat = {
  id,
  tables,
  patientTable: "patients",
  marksConfidential: false,
  charset: () => dialect.charset,
  async bind(part, { signal }) {
    const table = tables.find(({ name }) => part.name.endsWith(`${name}.csv`));
    return table && bindByHeader(part, table, dialect, signal);
  },
  identifiersOf: ({ cells }) => nhsNumber(cells["NhsNumber"]),
  read: readLedger,
  write: (_, writing) => writeLedger(writing),
  addDetails: (writing) => {
    const row = note(writing, writing.context.newId(`details ${writing.rows.length}`));
    return { row, column: "Words" };
  },
  partName: (table) => `${table}.csv`,
  partsOf: ({ rows }) =>
    tables.map(({ name, columns }) => ({
      name: `${name}.csv`,
      mediaType: "text/csv",
      async *open() {
        const own = rows.filter(({ table }) => table === name);
        const all = [...columns, ...furtherColumns(own, columns)];
        yield* writeCsv([all, ...own.map((row) => cellsInOrder(row, all))], dialect);
      },
    })),
};

export const ledgerAdapter: SupplierAdapterV1 = {
  specificationVersion: "v1",
  id,
  supplier: "testkit",
  format: {
    name: "Ledger",
    versions: ["1"],
    mediaTypes: ["text/csv"],
    patients: "many",
    codeSystems: ["ctv3"],
  },
  coverage: Object.fromEntries(
    recordSections.map((section) => [section, { read: "none", write: "partial", note: "carried" }]),
  ) as Coverage,
  detect: ({ parts }) => (parts.some(({ name }) => name.endsWith("patients.csv")) ? "yes" : "no"),
  readEach: (source, context) => readTabular(ledgerFormat, source, context),
  write: (record, context) => writeTabular(ledgerFormat, record, context),
};

function nhsNumber(value: string | undefined): Identifier[] {
  return value === undefined ? [] : [{ system: "nhs-number", value }];
}

function readLedger(reading: RowReading): void {
  const { rows } = reading;
  for (const row of rows.of("patients")) {
    const { NhsNumber, Surname, Born } = row.cells;
    const born = dateIn(Born);
    reading.setPatient(
      {
        identifiers: nhsNumber(NhsNumber),
        ...(Surname !== undefined && { names: [{ family: [Surname] }] }),
        ...(born !== undefined && { birthDate: born }),
      },
      { rows: [row] },
    );
  }
  const staff = new Map<string, string>();
  for (const row of rows.shared.of("staff")) {
    const { Staff = "", Name } = row.cells;
    staff.set(Staff, reading.idOf("staff", Staff));
    reading.add(
      "agents",
      {
        ...newEntry(reading.idOf("staff", Staff), reading.nextOrder(), row.source),
        kind: "person",
        ...(Name !== undefined && { person: { text: Name } }),
      },
      { rows: [row] },
    );
  }
  const visits = new Map<string, string>();
  for (const row of rows.of("visits")) {
    const { Visit = "", Date, SeenBy } = row.cells;
    const agent = staff.get(SeenBy ?? "");
    visits.set(Visit, reading.idOf("visits", Visit));
    reading.add(
      "consultations",
      {
        ...newEntry(reading.idOf("visits", Visit), reading.nextOrder(), row.source),
        ...effectiveOf(Date),
        ...(agent !== undefined && { participants: [{ role: roleCoded("author"), agent }] }),
      },
      { rows: [row] },
    );
  }
  for (const row of rows.of("notes")) readNote(row, visits, reading);
}

function readNote(row: Row, visits: ReadonlyMap<string, string>, reading: RowReading): void {
  const { Note = "", Visit, Date, Code, Term, Value, Unit } = row.cells;
  const text = reading.text(row, "Words");
  if (Code === undefined && reading.takeDetails(text)) return;
  const consultation = visits.get(Visit ?? "");
  const entry = {
    ...newEntry(reading.idOf("notes", Note), reading.nextOrder(), row.source),
    ...(consultation !== undefined && { consultation }),
    ...effectiveOf(Date),
    texts: text.own === undefined ? [] : [{ text: text.own, role: "note" as const }],
  };
  if (Code === undefined) {
    reading.add("narratives", entry, { rows: [row], text });
    return;
  }
  const display = Term === undefined ? {} : { display: Term };
  const observation: Observation = {
    ...entry,
    concept: { codings: [{ system: "ctv3", code: Code, ...display, asserted: "source" }] },
    ...(Value !== undefined && { value: valueOf(Value, Unit) }),
  };
  reading.add("observations", observation, { rows: [row], text });
}

/** A number with its unit; else the words that stand in the place of one, which are never written. */
function valueOf(value: string, unit: string | undefined): NonNullable<Observation["value"]> {
  if (!/^\d+(\.\d+)?$/.test(value)) return { kind: "text", text: value };
  return { kind: "quantity", quantity: { value, ...(unit !== undefined && { unit }) } };
}

function dateIn(text: string | undefined): string | undefined {
  return text !== undefined && partsOfDate(text) ? text : undefined;
}

function effectiveOf(text: string | undefined): Pick<AnyEntry, "effective"> {
  const at = dateIn(text);
  return at === undefined ? {} : { effective: { kind: "point", at } };
}

function writeLedger(writing: RowWriting): void {
  const { patient } = writing.record;
  const row = writing.addRow("patients");
  const nhs = patient.identifiers.find(({ system }) => system === "nhs-number")?.value;
  writing.set(row, "Patient", nhs ?? "unknown");
  writing.set(row, "NhsNumber", nhs);
  writing.set(row, "Surname", patient.names?.[0]?.family?.[0]);
  writing.set(row, "Born", patient.birthDate);
  writing.patientRows = [row];
  const visits = new Set<string>();
  for (const placed of writing.entries()) {
    const { section, entry } = placed;
    if (section === "consultations") {
      visits.add(entry.id);
      writeVisit(placed as PlacedEntry<"consultations">, writing);
    } else if (section === "agents") writeStaff(placed as PlacedEntry<"agents">, writing);
    else writeNote(placed, visits, writing);
  }
}

function writeVisit(placed: PlacedEntry<"consultations">, writing: RowWriting): void {
  const { entry } = placed;
  const row = writing.addRow("visits");
  writing.set(row, "Visit", entry.id);
  writing.set(row, "Patient", patientKey(writing));
  writing.set(row, "Date", dateOfEffective(entry.effective));
  writing.set(row, "SeenBy", entry.participants[0]?.agent);
  writing.place(placed, { rows: [row] });
}

function writeStaff(placed: PlacedEntry<"agents">, writing: RowWriting): void {
  const { entry } = placed;
  const row = writing.addRow("staff");
  writing.set(row, "Staff", entry.id);
  writing.set(row, "Name", entry.person?.text);
  writing.place(placed, { rows: [row] });
}

function writeNote(placed: PlacedEntry, visits: ReadonlySet<string>, writing: RowWriting): void {
  const { section, index, entry } = placed;
  const { consultation } = entry;
  const row = note(writing, entry.id);
  if (consultation !== undefined && visits.has(consultation))
    writing.set(row, "Visit", consultation);
  writing.set(row, "Date", dateOfEffective(entry.effective));
  const own = entry.texts.find(({ role }) => role === "note")?.text;
  const text = { row, column: "Words", own };
  if (section === "narratives") {
    writing.place(placed, { rows: [row], text });
    return;
  }
  const shown =
    entry.concept === undefined
      ? undefined
      : writing.codeFor(entry.concept, {
          targets: ["ctv3"],
          kind: degradeKindOfEntry(section, entry),
          at: { section, index },
          standInFor: isNotDone(section, entry) ? "no-place" : undefined,
        });
  if (shown) {
    writing.set(row, "Code", shown.coding.code);
    writing.set(row, "Term", shown.coding.display);
  }
  const { value } = entry as Partial<EntryOf<"observations">>;
  if (section === "observations" && value?.kind === "quantity") {
    writing.set(row, "Value", value.quantity.value);
    writing.set(row, "Unit", value.quantity.unit);
  }
  writing.place(placed, {
    rows: [row],
    text,
    isPlain: section !== "observations" || !shown,
    reasons: shown?.reasons,
    mapped: shown?.mapped,
    blocksPrescribing: shown?.blocksPrescribing,
  });
}

function note(writing: RowWriting, key: string): RowDraft {
  const row = writing.addRow("notes");
  writing.set(row, "Note", key);
  writing.set(row, "Patient", patientKey(writing));
  return row;
}

function patientKey({ record }: RowWriting): string {
  return (
    record.patient.identifiers.find(({ system }) => system === "nhs-number")?.value ?? "unknown"
  );
}
