import { newEntry, roleCoded } from "@gp2gp/core";
import type {
  Coded,
  Effective,
  Entry,
  EntryId,
  Participant,
  ParticipantRole,
  ProblemLink,
} from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { CodeReading } from "../codes/code-reading.ts";
import { formatId } from "../emis-csv-data.ts";
import { isTrue, readDateTime, readMoment, readPartialDate } from "../wire/cells.ts";
import type { CellValue } from "../wire/cells.ts";
import { tableOfName } from "../wire/tables.ts";
import { DirectoryReading } from "./directory-reading.ts";
import { bareKey, LiveRows } from "./live-rows.ts";

/** What `IsConfidential` says: that the row is under a policy of the practice, not under which. */
const confidential: Coded = { text: "Confidential", codings: [] };

const consultations = "CareRecord_Consultation";

/** One patient's rows while they are read. */
export class EmisReading {
  readonly rows: RowReading;
  readonly live: LiveRows;
  readonly codes: CodeReading;
  readonly directory: DirectoryReading;
  /** Links of problems, by the observation that names the problem. */
  readonly problemLinks = new Map<string, ProblemLink[]>();
  readonly #ids = new Map<string, EntryId>();
  readonly #used = new Set<EntryId>();

  constructor(rows: RowReading) {
    this.rows = rows;
    this.live = new LiveRows(rows);
    this.codes = new CodeReading(rows);
    this.directory = new DirectoryReading(this);
  }

  /** The id of what a key of a table names: the GUID itself, where no other table has it. */
  idOf(table: string, cell: string): EntryId {
    const key = bareKey(cell);
    const name = `${table} ${key}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const own = this.rows.idOf(table, key);
    const id = this.#used.has(own) ? this.newId(name) : own;
    this.#used.add(id);
    this.#ids.set(name, id);
    return id;
  }

  /** An id made of words that always give the same. */
  newId(seed: string): EntryId {
    return this.rows.context.newId(`${formatId} ${seed}`);
  }

  /** The id of the row of a patient that a cell refers to; reported where there is none, and kept. */
  refer(table: string, row: Row, column: string): EntryId | undefined {
    const cell = row.cells[column];
    if (cell === undefined) return undefined;
    if (!this.live.find(table, cell))
      this.rows.report("reference-unresolved", { source: row.source });
    return this.idOf(table, cell);
  }

  /** What every entry of a row has. */
  base(row: Row): Entry & { readonly consultation?: EntryId } {
    const { key } = tableOfName(row.table);
    const { cells, source } = row;
    const id = this.idOf(row.table, (key === undefined ? undefined : cells[key]) ?? "");
    const consultation =
      row.table === consultations ? undefined : this.refer(consultations, row, "ConsultationGuid");
    const recorded = this.known(row, readMoment(cells["EnteredDate"], cells["EnteredTime"]));
    return {
      ...newEntry(id, this.rows.nextOrder(), source),
      ...(consultation !== undefined && { consultation }),
      ...(recorded !== undefined && { recorded }),
      confidentiality: isTrue(cells["IsConfidential"]) ? [confidential] : [],
    };
  }

  /** When something was so, by its date and how much of that is known. */
  effective(row: Row): { readonly effective?: Effective } {
    const read = readPartialDate(row.cells["EffectiveDate"], row.cells["EffectiveDatePrecision"]);
    if (read.state === "unknown") return { effective: { kind: "absent", reason: "UNK" } };
    const at = this.known(row, read);
    return at === undefined ? {} : { effective: { kind: "point", at } };
  }

  /** A day, or moment, in a column of its own. */
  date(row: Row, column: string): string | undefined {
    return this.known(row, readDateTime(row.cells[column]));
  }

  /** The value of a cell; one that cannot be read is reported, and stays in its cell. */
  known(row: Row, read: CellValue<string>): string | undefined {
    if (read.state === "known") return read.value;
    if (read.state === "malformed") this.rows.report("date-malformed", { source: row.source });
    return undefined;
  }

  /** Who did it, and who typed it. */
  participants(row: Row, clinician: ParticipantRole = "author"): Participant[] {
    return [
      ...this.participant(row, "ClinicianUserInRoleGuid", clinician),
      ...this.participant(row, "EnteredByUserInRoleGuid", "entered-by"),
    ];
  }

  participant(row: Row, column: string, role: ParticipantRole): Participant[] {
    const agent = this.directory.user(row, column);
    return agent === undefined ? [] : [{ role: roleCoded(role), agent }];
  }

  /** That an entry belongs to the problem a column names. */
  linkProblem(row: Row, column: string, link: ProblemLink): void {
    const cell = row.cells[column];
    if (cell === undefined) return;
    const problem = bareKey(cell);
    const links = this.problemLinks.get(problem);
    if (links) links.push(link);
    else this.problemLinks.set(problem, [link]);
    if (!this.live.find("CareRecord_Problem", cell))
      this.rows.report("reference-unresolved", { source: row.source });
  }

  /** The id of the problem that an observation names. */
  problemId(cell: string): EntryId {
    return this.newId(`problem ${this.idOf("CareRecord_Observation", cell)}`);
  }

  /** A value of no list: reported, and kept as words. */
  words(row: Row, text: string): Coded {
    this.rows.report("value-unmapped", { source: row.source });
    return { text, codings: [] };
  }
}
