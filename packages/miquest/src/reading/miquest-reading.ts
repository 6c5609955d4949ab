import type { Issue } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { issue } from "../miquest-issues.ts";
import type { MiquestIssueCode } from "../miquest-issues.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { derivedAgent } from "../sections/agents/derived-agent.ts";
import type { AgentKind } from "../sections/agents/derived-agent.ts";
import { categories } from "../wire/attributes.ts";
import type { Category } from "../wire/attributes.ts";
import { nullId } from "../wire/null-values.ts";
import { meaningOf } from "../wire/code-tables.ts";
import { parseLinks } from "../wire/links.ts";
import { contentOf } from "../wire/row-content.ts";
import type { ResponseSet } from "./response-set.ts";

/** The rows of one patient while they are read, and who and what their cells name. */
export class MiquestReading {
  readonly rows: RowReading;
  readonly profile: MiquestProfile;
  readonly set: ResponseSet;
  /** Ids of the encounters rows belong to, by name. */
  readonly encounters = new Map<string, string>();
  /** Ids of agents that have a row of their own, by what other rows call them. */
  readonly knownAgents = new Map<string, string>();
  /** What each professional is, by what rows call them: some rows say it and others do not. */
  readonly #types: ReadonlyMap<string, string>;
  readonly #derived = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #contents = new Map<string, number>();

  constructor(rows: RowReading, profile: MiquestProfile, set: ResponseSet) {
    [this.rows, this.profile, this.set] = [rows, profile, set];
    this.#types = typesIn(rows);
  }

  report(code: MiquestIssueCode, about: Pick<Issue, "record" | "source" | "detail"> = {}): void {
    this.rows.issues.push(issue(code, about));
  }

  /** Reports a letter that is none of those its attribute has. */
  checkLetter(table: Readonly<Record<string, string>>, cell: string | undefined, row: Row): void {
    if (cell !== undefined && meaningOf(table, cell) === undefined)
      this.report("value-unmapped", { source: row.source });
  }

  /** The rows of a category that nobody claimed yet. */
  of(category: Category): readonly Row[] {
    return this.rows.rows.of(category).filter((row) => !this.rows.isClaimed(row));
  }

  /** The code system of the codes in a row. */
  systemOf({ source }: Row): string {
    return this.set.systemOf(source.part);
  }

  /** The id of a row: that of its own name, else one made of what it says and how often it was said before. */
  idOf(
    category: Category,
    { cells }: Row,
    own: { name?: string | undefined; text?: string | undefined },
  ): string {
    const { name, text } = own;
    const named = name === undefined ? undefined : this.rows.idOf(category, name);
    if (named !== undefined && !this.#ids.has(named)) return this.#take(named);
    const content = contentOf(category, cells, text);
    const count = (this.#contents.get(content) ?? 0) + 1;
    this.#contents.set(content, count);
    return this.#take(this.rows.idOf(category, `${content} ${count}`));
  }

  /** The id of the agent a cell names; one without a row of its own becomes an agent. */
  agentOf(kind: AgentKind, cell: string | undefined, row: Row): string | undefined {
    if (cell === undefined || cell === nullId) return undefined;
    const known = this.knownAgents.get(cell);
    if (known !== undefined) return known;
    const id = this.rows.idOf(kind, cell);
    if (this.#derived.has(id)) return id;
    this.#derived.add(id);
    const { supplier } = this.profile;
    const order = this.rows.nextOrder();
    const about = { supplier, id, order, source: row.source };
    const type = kind === "hcp" ? this.#types.get(cell) : undefined;
    this.rows.add("agents", derivedAgent({ kind, cell, type }, about), { rows: [] });
    return id;
  }

  #take(id: string): string {
    this.#ids.add(id);
    return id;
  }
}

function typesIn({ rows }: RowReading): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const category of categories)
    for (const { cells } of rows.of(category)) {
      const { HCP, HCP_TYPE } = cells;
      if (HCP !== undefined && HCP_TYPE !== undefined && !types.has(HCP)) types.set(HCP, HCP_TYPE);
    }
  return types;
}

/** The consultation a row belongs to, by its links. */
export function consultationOf(row: Row, own: MiquestReading): { readonly consultation?: string } {
  const { encounter } = parseLinks(row.cells["LINKS"]);
  if (encounter === undefined) return {};
  const known = own.encounters.get(encounter);
  if (known !== undefined) return { consultation: known };
  own.report("reference-unresolved", { source: row.source });
  return { consultation: own.rows.idOf("ENCOUNTERS", encounter) };
}
