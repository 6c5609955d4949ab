import {
  agentNames,
  blocksPrescribing,
  chooseCoding,
  codeMappedLine,
  findWithheld,
  noMaps,
  pointerOf,
  withCarriedText,
} from "@gp2gp/core";
import type {
  AnyEntry,
  Coded,
  Coding,
  DegradeKind,
  DocumentFiles,
  EntrySection,
  Issue,
  Loss,
  LossReason,
  NameOf,
  PatientRecord,
  WriteContext,
} from "@gp2gp/core";
import { canEncode, escapeUnencodable } from "../csv/charset.ts";
import type { Charset } from "../csv/csv-dialect.ts";
import { detailsSubject } from "../details.ts";
import type { Row, RowDraft } from "../row.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { issue } from "../tabular-issues.ts";
import type { TabularIssueCode } from "../tabular-issues.ts";
import { namesSection } from "./placement.ts";
import type { Placed, Placement, TextPlace } from "./placement.ts";
import { inReadingOrder } from "./reading-order.ts";
import type { PlacedEntry } from "./reading-order.ts";

/** The code a row shows for a concept, and what is to be said of it. */
export interface ShownCode {
  readonly coding: Omit<Coding, "asserted">;
  readonly by: "source" | "map" | "degrade";
  readonly reasons?: Readonly<Record<string, LossReason>>;
  /** The line that says that a map found it; pass it on to `place`. */
  readonly mapped?: string;
  readonly blocksPrescribing?: boolean;
}

/** One record while its rows are written. */
export class RowWriting {
  readonly format: TabularFormat;
  readonly record: PatientRecord;
  readonly context: WriteContext;
  readonly files: DocumentFiles;
  readonly charset: Charset;
  readonly withheld: ReadonlySet<string>;
  readonly rows: RowDraft[] = [];
  readonly placements: Placement[] = [];
  patientRows: readonly RowDraft[] = [];
  readonly issues: Issue[] = [];
  readonly losses: Loss[] = [];
  /** The names people know agents by, of those that are not withheld. */
  readonly nameOf: NameOf;
  readonly #entries: readonly PlacedEntry[];

  constructor(given: {
    readonly format: TabularFormat;
    readonly record: PatientRecord;
    readonly context: WriteContext;
    readonly files: DocumentFiles;
  }) {
    this.format = given.format;
    this.record = given.record;
    this.context = given.context;
    this.files = given.files;
    this.charset = given.format.charset(given.context.options);
    const withholds = !given.format.marksConfidential && given.context.confidential === "withhold";
    const { withheld, losses } = withholds
      ? findWithheld(given.record, given.format.isMarked)
      : { withheld: new Set<string>(), losses: [] };
    this.withheld = withheld;
    this.losses.push(...losses);
    this.#entries = inReadingOrder(given.record, withheld);
    this.nameOf = agentNames({
      agents: given.record.agents.filter(({ id }) => !withheld.has(id)),
    });
  }

  /** The entries to be written, in the order people read them. */
  entries(): readonly PlacedEntry[] {
    return this.#entries;
  }

  report(code: TabularIssueCode, about: Parameters<typeof issue>[1] = {}): void {
    this.issues.push(issue(code, about));
  }

  addRow(table: string): RowDraft {
    const row: RowDraft = { table, cells: {}, source: { part: this.format.partName(table, this) } };
    this.rows.push(row);
    return row;
  }

  /** Writes a value into a cell; answers whether the cell can hold it. */
  set(row: RowDraft, column: string, value: string | undefined): boolean {
    if (!this.canHold(value)) return false;
    row.cells[column] = value;
    return true;
  }

  /** Whether a cell can hold a value as it is: one that says something in characters of the format. */
  canHold(value: string | undefined): value is string {
    if (value === undefined || value === "") return false;
    return canEncode(value, this.charset) && this.format.canHold?.(value) !== false;
  }

  /** Tells which rows an entry is written as, and writes its words into them. */
  place({ section, index, entry }: PlacedEntry, placed: Placed): void {
    const text = placed.text && { ...placed.text, own: this.#heldWords(placed.text.own) };
    this.placements.push({ ...placed, section, index, entry, ...(text && { text }) });
    if (text) this.writeText(text, text.own, [], namesSection(placed) ? section : undefined);
  }

  /** Writes words into a cell, with lines of carried text behind them. */
  writeText(
    { row, column }: TextPlace,
    own: string | undefined,
    lines: readonly string[],
    recordedAs?: EntrySection,
  ): void {
    const text = withCarriedText(own, lines, recordedAs, this.format.textShape);
    if (text === "") delete row.cells[column];
    else row.cells[column] = escapeUnencodable(text, this.charset);
  }

  /** Rows that are not to be written after all; entries are what is left of theirs. */
  drop(dropped: ReadonlySet<Row>): void {
    this.rows.splice(0, this.rows.length, ...this.rows.filter((row) => !dropped.has(row)));
    for (const [at, { text, ...placement }] of this.placements.entries()) {
      if (!placement.rows.some((row) => dropped.has(row))) continue;
      this.placements[at] = {
        ...placement,
        rows: placement.rows.filter((row) => !dropped.has(row)),
        ...(text && !dropped.has(text.row) && { text }),
      };
    }
  }

  /** Further rows of a placed entry. */
  extend(at: number, rows: readonly RowDraft[]): void {
    const placement = this.placements[at];
    if (placement) this.placements[at] = { ...placement, rows: [...placement.rows, ...rows] };
  }

  /** Words that only stand in a cell because they came from it stay there. */
  keepWordsOfHome(): void {
    for (const [at, placed] of this.placements.entries()) {
      const { text } = placed;
      const own = text?.row.cells[text.column];
      if (text && text.own === undefined && own !== undefined && !namesSection(placed))
        this.placements[at] = { ...placed, text: { ...text, own } };
    }
  }

  /** Words of an entry that would be read as they are. Those that begin like further details of something else would not. */
  #heldWords(own: string | undefined): string | undefined {
    const isHeld =
      own !== undefined &&
      this.canHold(own) &&
      detailsSubject(own, this.format.tables) === undefined;
    return isHeld ? own : undefined;
  }

  /**
   * The code shown for a concept: one that was recorded, one a map finds, or the stand-in of its kind;
   * undefined where the format has none of these. Codes that are not shown are carried.
   */
  codeFor(
    concept: Coded | undefined,
    about: {
      /** The format's own code systems in this place, best first, and further ones it holds beside them. */
      readonly targets: readonly string[];
      readonly others?: readonly string[];
      readonly kind: DegradeKind;
      readonly hasValue?: boolean;
      readonly at: Pick<PlacedEntry, "section" | "index">;
      /** Why only the stand-in will do: the code itself would say something else here. */
      readonly standInFor?: LossReason | undefined;
      /** Whether a code can stand here; for one that cannot there is the stand-in. */
      readonly isFit?: (coding: Omit<Coding, "asserted">) => boolean;
    },
  ): ShownCode | undefined {
    const { targets, others, kind, hasValue, at, standInFor, isFit } = about;
    const chosen = chooseCoding(standInFor === undefined ? (concept ?? none) : none, {
      targets,
      ...(others && { others }),
      goesHome: this.record.extraction.format === this.format.id,
      kind,
      terminology: standInFor === undefined ? this.context.terminology : noMaps,
      ...(hasValue !== undefined && { hasValue }),
    });
    if (chosen.by === "nothing") return undefined;
    const { coding } = chosen;
    if (chosen.by !== "degrade" && isFit?.(coding) === false)
      return this.codeFor(concept, { ...about, standInFor: "value-not-representable" });
    if (chosen.by === "source") return { coding, by: "source" };
    if (chosen.by === "map") {
      const from = concept?.codings[chosen.from ?? 0];
      this.losses.push({
        type: "translated",
        section: at.section,
        record: pointerOf(at.section, at.index, "concept"),
        reason: "code-translated",
        ...(from && { from }),
        to: chosen.coding,
        assured: chosen.coding.map?.assured ?? "unknown",
      });
      return {
        coding,
        by: "map",
        reasons: { concept: "code-translated" },
        mapped: codeMappedLine(chosen.coding.map),
      };
    }
    return {
      coding,
      by: "degrade",
      reasons: { concept: standInFor ?? "no-code-map" },
      ...(blocksPrescribing(coding) && { blocksPrescribing: true }),
    };
  }

  /** Data that only another format understands is left behind, and said so once for each entry. */
  ofOtherSuppliers(
    holder: Pick<AnyEntry, "supplierData">,
    { record, section }: Pick<Loss, "record" | "section">,
  ): readonly Loss[] {
    return Object.keys(holder.supplierData ?? {})
      .filter((format) => format !== this.format.id)
      .map((format) => ({
        type: "dropped",
        record: record + pointerOf("supplierData", format),
        section,
        reason: "other-supplier-data",
      }));
  }
}

const none: Coded = { codings: [] };
