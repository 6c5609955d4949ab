import type { Coded, Entry, EntryId, EntryOf, EntrySection, Qualifier } from "@gp2gp/core";
import type { Row, TextCell } from "@gp2gp/tabular";
import type { ClinicalCode } from "../codes/code-reading.ts";
import { readQualifierCell } from "../sections/observations/qualifiers.ts";
import { formOfRow } from "../wire/observation-types.ts";
import type { ObservationForm } from "../wire/observation-types.ts";
import type { EmisReading } from "./reading.ts";

const table = "CareRecord_Observation";

/** A row of observations with what it is known as before it is read into an entry of one section or another. */
export class ObservationRow {
  readonly reading: EmisReading;
  readonly row: Row;
  readonly code: ClinicalCode;
  readonly form: ObservationForm;
  readonly text: TextCell;
  readonly id: EntryId;
  readonly qualifiers: readonly Qualifier[];
  /** Rows under it, in their order. */
  readonly children: readonly Row[];
  readonly #originalTerm: Row | undefined;

  constructor(row: Row, children: readonly Row[], reading: EmisReading) {
    const { ObservationGuid = "", ObservationType, Qualifiers } = row.cells;
    this.reading = reading;
    this.row = row;
    this.children = children;
    this.code = reading.codes.clinical(row, "CodeId");
    this.form = formOfRow(ObservationType, this.code.category);
    this.text = reading.rows.text(row, "AssociatedText");
    this.id = reading.idOf(table, ObservationGuid);
    this.qualifiers = Qualifiers === undefined ? [] : readQualifierCell(Qualifiers);
    this.#originalTerm = reading.live.find("OriginalTerms", ObservationGuid);
  }

  get hasValue(): boolean {
    return this.row.cells["Value"] !== undefined;
  }

  /** What every entry of the row has; qualifiers a section has members for are left to it. */
  head(qualifiers: readonly Qualifier[] = this.qualifiers): Entry {
    const { row, reading, text } = this;
    const parent = reading.refer(table, row, "ParentObservationGuid");
    const concept = this.#concept(qualifiers);
    return {
      ...reading.base(row),
      ...(parent !== undefined && { within: parent }),
      ...reading.effective(row),
      ...(concept && { concept }),
      texts: text.own === undefined ? [] : [{ text: text.own, role: "note" }],
      participants: reading.participants(row),
    };
  }

  /** Adds the entry the row is, and the problem it belongs to. */
  add<Section extends EntrySection>(
    section: Section,
    entry: EntryOf<Section>,
    ...more: readonly Row[]
  ): void {
    this.reading.rows.add(section, entry, { rows: this.rows(...more), text: this.text });
    this.linkProblem();
  }

  /** The rows it is read from. */
  rows(...more: readonly Row[]): readonly Row[] {
    if (!this.#originalTerm) return [this.row, ...more];
    this.reading.rows.keep("originalTerms", true);
    return [this.row, ...more, this.#originalTerm];
  }

  /** An entry with the code of its problem reviews it; any other belongs to it. */
  linkProblem(): void {
    const { reading, row, id } = this;
    const { ProblemGuid, ObservationGuid } = row.cells;
    if (ProblemGuid === undefined || ProblemGuid === ObservationGuid) return;
    const named = reading.live.find(table, ProblemGuid);
    const code = named && reading.codes.clinical(named, "CodeId").concept?.codings;
    const isReview =
      code !== undefined && JSON.stringify(code) === JSON.stringify(this.code.concept?.codings);
    reading.linkProblem(row, "ProblemGuid", {
      target: id,
      kind: isReview ? "review" : "associated",
    });
  }

  #concept(qualifiers: readonly Qualifier[]): Coded | undefined {
    const { concept } = this.code;
    const term = this.#originalTerm?.cells["OriginalTerm"];
    if (!concept && term === undefined && qualifiers.length === 0) return undefined;
    return {
      ...(term !== undefined && { text: term }),
      codings: concept?.codings ?? [],
      ...(qualifiers.length > 0 && { qualifiers }),
    };
  }
}
