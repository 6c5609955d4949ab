import { newEntry } from "@gp2gp/core";
import type { Agent } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { issue } from "../inps-csv-issues.ts";
import { isGpCode, readStaff } from "../sections/agents/read-staff.ts";
import { readPractice } from "../sections/agents/read-practice.ts";
import { readStaffReference } from "../wire/cells.ts";

/** Who and what the rows of a patient refer to. Staff and practices no row refers to have no part in the record. */
export class AgentDirectory {
  readonly #reading: RowReading;
  /** Rows of staff by their code, by which the test pack refers to them. */
  readonly #staffByCode = new Map<string, Row>();
  readonly #practiceByCode = new Map<string, Row>();
  readonly #staff = new Map<string, string>();
  readonly #practices = new Map<Row, string>();
  readonly #units = new Set<string>();

  constructor(reading: RowReading, rows: readonly Row[]) {
    this.#reading = reading;
    const { shared } = reading.rows;
    for (const row of shared.of("staff")) addFirst(this.#staffByCode, row.cells["GMP_CODE"], row);
    for (const row of shared.of("practice"))
      addFirst(this.#practiceByCode, row.cells["IDENTIFIER"], row);
    this.#addReferred(rows);
  }

  /** The member of staff a cell refers to. */
  staff(cell: string | undefined): string | undefined {
    return cell === undefined ? undefined : this.#staff.get(readStaffReference(cell));
  }

  /** The practice a cell names by row or by code; undefined where the source does not describe it. */
  practice(cell: string | undefined): string | undefined {
    const row = this.#practiceRow(cell);
    return row && this.#practices.get(row);
  }

  /** The organisation a referral names in words. */
  unit(name: string): string {
    return this.#reading.idOf("unit", name);
  }

  /** Adds the organisation a referral names; it is told by the first row that names it. */
  addUnit(name: string, row: Row): void {
    if (this.#units.has(name)) return;
    this.#units.add(name);
    const agent: Agent = { ...this.#newAgent("unit", name, row), kind: "organisation", name };
    this.#reading.add("agents", agent, { rows: [row] });
  }

  /** Adds everyone rows refer to, in the order of the staff and practice files, then whom these lack. */
  #addReferred(rows: readonly Row[]): void {
    const { shared } = this.#reading.rows;
    const referred = new Map<Row, string[]>();
    const unknown = new Map<string, Row>();
    const services = new Set<string | undefined>();
    for (const row of rows) {
      services.add(row.cells["SERVICE_ID"]).add(row.cells["PRACTICE"]);
      for (const column of ["HCP", "TO_HCP", "GP", "GP_USUAL"]) {
        const cell = row.cells[column];
        const key = cell === undefined ? "" : readStaffReference(cell);
        if (key === "") continue;
        const staff = this.#staffRow(key);
        if (staff) referred.set(staff, [...(referred.get(staff) ?? []), key]);
        else if (!unknown.has(key)) unknown.set(key, row);
      }
    }
    for (const staff of referred.keys()) services.add(staff.cells["SERVICE_ID"]);
    const practices = new Set([...services].map((cell) => this.#practiceRow(cell)));
    for (const row of shared.of("practice"))
      if (practices.has(row)) this.#practices.set(row, readPractice(row, this.#reading));
    for (const row of shared.of("staff")) {
      const keys = referred.get(row);
      if (!keys) continue;
      const id = readStaff(row, this.practice(row.cells["SERVICE_ID"]), this.#reading);
      for (const key of keys) this.#staff.set(key, id);
    }
    for (const [key, row] of unknown) this.#addUnknown(key, row);
  }

  /** By the key of the row, by the code of the professional, or the row that was made of words. */
  #staffRow(key: string): Row | undefined {
    const { rows } = this.#reading;
    return (
      rows.shared.find("staff", key) ??
      this.#staffByCode.get(key) ??
      rows.shared.find("staff", this.#reading.idOf("staff", key))
    );
  }

  #practiceRow(cell: string | undefined): Row | undefined {
    if (cell === undefined) return undefined;
    return this.#reading.rows.shared.find("practice", cell) ?? this.#practiceByCode.get(cell);
  }

  /**
   * Someone rows refer to and the source does not describe: an id or a code, or for whom a referral goes to
   * words. Written like one of the staff of whom nothing else is known, and so kept as such a row.
   */
  #addUnknown(key: string, row: Row): void {
    const start = this.#newAgent("staff", key, row);
    const isWords = /\s/.test(key);
    const type = row.cells["HCP_TYPE"];
    const isActor = readStaffReference(row.cells["HCP"] ?? "") === key;
    const cells = {
      ...(isWords ? { ID: start.id, SURNAME: key } : idCells(key, start.id)),
      ...(isActor && type !== undefined && { HCP_TYPE: type }),
    };
    const staff: Row = { table: "staff", cells, source: row.source };
    this.#staff.set(key, readStaff(staff, undefined, this.#reading));
    if (!isWords) this.#reading.issues.push(issue("reference-unresolved", { source: row.source }));
  }

  #newAgent(table: string, key: string, { source }: Row): ReturnType<typeof newEntry> {
    return newEntry(this.#reading.idOf(table, key), this.#reading.nextOrder(), source);
  }
}

function addFirst(map: Map<string, Row>, key: string | undefined, row: Row): void {
  if (key !== undefined && !map.has(key)) map.set(key, row);
}

const idCells = (key: string, id: string) =>
  isGpCode(key) ? { ID: id, GMP_CODE: key } : { ID: key };
