import type { Coded, Coding } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { clinicalCodeId, drugCodeId, markerOf } from "./code-ids.ts";
import { codingsOfRows } from "./clinical-codings.ts";
import type { Marker } from "./clinical-codings.ts";

/** A code of the clinical dictionary as a row refers to it. */
export interface ClinicalCode {
  readonly concept?: Coded;
  readonly category?: string;
  /** It stands in for a code the entry does not have. */
  readonly marker?: Marker;
}

/** Numbers of codes whose rows have not come along, which another bundle may bring. */
export const codeIdSystem = "emis:code-id";
/** Numbers of the drug dictionary: a drug without a dm+d code is known by nothing else. */
export const drugCodeSystem = "emis:drug-code";

const clinicalTable = "Coding_ClinicalCode";
const drugTable = "Coding_DrugCode";

/** The dictionaries, as far as one patient's rows refer to them. */
export class CodeReading {
  readonly #reading: RowReading;
  readonly #clinical = new Map<string, ClinicalCode>();
  readonly #drugs = new Map<string, Coded>();
  readonly #kept = { codes: [] as Row[], drugs: [] as Row[] };

  constructor(reading: RowReading) {
    this.#reading = reading;
  }

  /** The code a cell names; a number whose row has not come along is kept as a code. */
  clinical(row: Row, column: string): ClinicalCode {
    const id = row.cells[column];
    if (id === undefined) return {};
    const known = this.#clinical.get(id) ?? this.#readClinical(id);
    if (!known) this.#reading.report("reference-unresolved", { source: row.source });
    return known ?? { concept: numberAsCode(codeIdSystem, id) };
  }

  /** The drug a cell names. */
  drug(row: Row, column: string): Coded | undefined {
    const id = row.cells[column];
    if (id === undefined) return undefined;
    const known = this.#drugs.get(id) ?? this.#readDrug(id);
    if (!known) this.#reading.report("reference-unresolved", { source: row.source });
    return known ?? numberAsCode(drugCodeSystem, id);
  }

  /** Keeps the rows of the dictionaries that were referred to, so that codes go home under their numbers. */
  keepUsed(): void {
    for (const [key, rows] of Object.entries(this.#kept))
      if (rows.length > 0)
        this.#reading.keep(
          key,
          rows.map(({ cells }) => ({ ...cells })),
        );
  }

  #readClinical(id: string): ClinicalCode | undefined {
    const { newId } = this.#reading.context;
    const rows = this.#reading.rows.shared.findAll(clinicalTable, id);
    const [first] = rows;
    if (!first) return undefined;
    const marker = markerOf(id, newId);
    const category = first.cells["EmisCodeCategoryDescription"];
    const codings = marker ? [] : codingsOfRows(rows);
    const code: ClinicalCode = {
      ...(codings.length > 0 && { concept: { codings } }),
      ...(category !== undefined && { category }),
      ...(marker && { marker }),
    };
    this.#clinical.set(id, code);
    const said = rows.map(({ cells: { CodeId: _, ProcessingId: __, ...cells } }) => cells);
    const isMadeUp = marker !== undefined || clinicalCodeId(said, newId) === id;
    if (!isMadeUp) this.#kept.codes.push(...rows);
    return code;
  }

  #readDrug(id: string): Coded | undefined {
    const row = this.#reading.rows.shared.find(drugTable, id);
    if (!row) return undefined;
    const { Term, DmdProductCodeId } = row.cells;
    const display = Term === undefined ? {} : { display: Term };
    const isMadeUp = drugCodeId(row.cells, this.#reading.context.newId) === id;
    const codings: Coding[] = [
      ...(isMadeUp
        ? []
        : [{ system: drugCodeSystem, code: id, ...display, asserted: "source" as const }]),
      ...(DmdProductCodeId === undefined
        ? []
        : [{ system: "snomed", code: DmdProductCodeId, ...display, asserted: "source" as const }]),
    ];
    const concept =
      codings.length > 0 || Term === undefined ? { codings } : { text: Term, codings };
    this.#drugs.set(id, concept);
    if (!isMadeUp) this.#kept.drugs.push(row);
    return concept;
  }
}

function numberAsCode(system: string, code: string): Coded {
  return { codings: [{ system, code, asserted: "source" }] };
}
