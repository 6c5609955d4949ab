import { idOfKey } from "@gp2gp/tabular";
import type { RowDraft, RowWriting } from "@gp2gp/tabular";
import { identifierSystems } from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import { miquestOptionsOf } from "../miquest-options.ts";
import type { MiquestOptions } from "../miquest-options.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { unknownReference } from "../sections/patient/read-patient.ts";
import type { Attribute, Category } from "../wire/attributes.ts";
import { serialiseLinks } from "../wire/links.ts";
import type { Links } from "../wire/links.ts";
import { nullId } from "../wire/null-values.ts";
import { contentOf } from "../wire/row-content.ts";
import { AgentNames } from "./agent-names.ts";
import { LinkNames } from "./link-names.ts";
import { planEnquiries } from "./plan-enquiries.ts";
import type { PlannedEnquiries } from "./plan-enquiries.ts";

/** One record while it is written as rows: what the queries print, and how rows call one another. */
export class MiquestWriting {
  readonly rows: RowWriting;
  readonly profile: MiquestProfile;
  readonly options: MiquestOptions;
  readonly enquiries: PlannedEnquiries;
  readonly agents: AgentNames;
  readonly names: LinkNames;
  /** Ids of the consultations that are encounters. */
  readonly encounters = new Set<string>();
  /** The rows of entries, by id, as far as they stand in the journal. */
  readonly journal = new Map<string, RowDraft>();
  /** The names of the problems entries belong to, by entry. */
  readonly problemsOf: ReadonlyMap<string, readonly string[]>;
  readonly #patient: { readonly REFERENCE: string; readonly NHS_NUMBER?: string };
  readonly #contents = new Map<string, number>();
  readonly #links = new Map<RowDraft, Partial<Links>>();

  constructor(rows: RowWriting, profile: MiquestProfile) {
    [this.rows, this.profile] = [rows, profile];
    this.options = miquestOptionsOf(rows.context.options, profile.id);
    this.enquiries = planEnquiries(rows.record, profile, this.options);
    this.#patient = patientOf(rows, profile);
    this.names = new LinkNames(rows.record);
    this.agents = new AgentNames(
      rows.record.agents.filter(({ id }) => !rows.withheld.has(id)),
      {
        supplier: profile.supplier,
        idOf: (kind, cell) => this.#idOf(kind, cell),
        canHold: (cell) => rows.canHold(cell),
      },
    );
    this.problemsOf = this.#linkProblems();
  }

  /** The code system codes are written in. */
  get system(): string {
    return this.enquiries.system;
  }

  /** Adds a row about the patient. */
  addRow(category: Category): RowDraft {
    const row = this.rows.addRow(category);
    this.put(row, "REFERENCE", this.#patient.REFERENCE);
    this.put(row, "NHS_NUMBER", this.#patient.NHS_NUMBER);
    return row;
  }

  /** Whether the query of a category prints an attribute. */
  prints(category: Category, attribute: Attribute): boolean {
    return this.enquiries.columns[category].includes(attribute);
  }

  /** Writes a value into a cell the query prints; answers whether it stands there. */
  put(row: RowDraft, attribute: Attribute, value: string | undefined): boolean {
    if (!this.prints(row.table as Category, attribute)) return false;
    return this.rows.set(row, attribute, value);
  }

  /** Adds names to the links of a row. */
  link(row: RowDraft, more: Partial<Links>): void {
    const known = this.linksOf(row);
    const links = { ...known, ...more, others: [...(known.others ?? []), ...(more.others ?? [])] };
    if (this.put(row, "LINKS", serialiseLinks(links))) this.#links.set(row, links);
  }

  linksOf(row: RowDraft): Partial<Links> {
    return this.#links.get(row) ?? {};
  }

  /**
   * Names a row after its entry, unless what the row says is all that names it: then a reader makes the
   * same id of it.
   */
  nameRow(
    row: RowDraft,
    { id }: AnyEntry,
    as: {
      readonly mark: "own" | "encounter" | "referral";
      /** Its words, without what will be carried behind them. */
      readonly text?: string | undefined;
      readonly isNeeded?: boolean;
    },
  ): void {
    const { mark, text } = as;
    const category = row.table as Category;
    const { extraction } = this.rows.record;
    // Only of a record that came in this format can a reader make the ids.
    if (extraction.format !== this.profile.id) {
      this.link(row, { [mark]: this.names.of(id) });
      return;
    }
    const content = contentOf(category, row.cells, text);
    const count = (this.#contents.get(content) ?? 0) + 1;
    const isNeeded = as.isNeeded === true || this.names.isNeeded(id);
    if (!isNeeded && this.#idOf(category, `${content} ${String(count)}`) === id)
      this.#contents.set(content, count);
    else this.link(row, { [mark]: this.names.of(id) });
  }

  #idOf(table: string, key: string): string {
    const patientKey = this.#patient.REFERENCE;
    return idOfKey(this.rows.context, { format: this.profile.id, patientKey, table, key });
  }

  #linkProblems(): ReadonlyMap<string, readonly string[]> {
    const problemsOf = new Map<string, string[]>();
    for (const { id, links } of this.rows.record.problems) {
      if (this.rows.withheld.has(id)) continue;
      for (const { target, kind } of links) {
        if (kind !== "associated") continue;
        const known = problemsOf.get(target);
        if (!known) problemsOf.set(target, [this.names.of(id)]);
        else if (!known.includes(this.names.of(id))) known.push(this.names.of(id));
      }
    }
    return problemsOf;
  }
}

/** The cells that say whose a row is. A patient without a reference of this system's has the NHS number for one. */
function patientOf(
  rows: RowWriting,
  { supplier }: MiquestProfile,
): { readonly REFERENCE: string; readonly NHS_NUMBER?: string } {
  const valueOf = (wanted: string) =>
    rows.record.patient.identifiers.find(
      ({ system, value }) =>
        system === wanted && value !== nullId && value !== unknownReference && rows.canHold(value),
    )?.value;
  const nhsNumber = valueOf(identifierSystems.nhsNumber);
  return {
    REFERENCE: valueOf(`${supplier}:patient`) ?? nhsNumber ?? unknownReference,
    ...(nhsNumber !== undefined && { NHS_NUMBER: nhsNumber }),
  };
}
