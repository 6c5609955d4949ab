import type { Issue } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { issue } from "../miquest-issues.ts";
import type { MiquestIssueCode } from "../miquest-issues.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { derivedAgent } from "../sections/agents/derived-agent.ts";
import type { NamedAgent } from "../sections/agents/derived-agent.ts";
import type { Category } from "../wire/attributes.ts";
import { nullId } from "../wire/null-values.ts";
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
  readonly #derived = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #contents = new Map<string, number>();

  constructor(rows: RowReading, profile: MiquestProfile, set: ResponseSet) {
    [this.rows, this.profile, this.set] = [rows, profile, set];
  }

  report(code: MiquestIssueCode, about: Pick<Issue, "record" | "source" | "detail"> = {}): void {
    this.rows.issues.push(issue(code, about));
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
  agentOf(named: Omit<NamedAgent, "cell">, cell: string | undefined, row: Row): string | undefined {
    if (cell === undefined || cell === nullId) return undefined;
    const known = this.knownAgents.get(cell);
    if (known !== undefined) return known;
    const id = this.rows.idOf(named.kind, cell);
    if (this.#derived.has(id)) return id;
    this.#derived.add(id);
    const { supplier } = this.profile;
    const order = this.rows.nextOrder();
    const about = { supplier, id, order, source: row.source };
    this.rows.add("agents", derivedAgent({ ...named, cell }, about), { rows: [] });
    return id;
  }

  #take(id: string): string {
    this.#ids.add(id);
    return id;
  }
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
