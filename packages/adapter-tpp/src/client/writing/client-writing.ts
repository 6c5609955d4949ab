import type {
  AnyEntry,
  DocumentFiles,
  EntryOf,
  EntrySection,
  Issue,
  Loss,
  NameOf,
  PatientRecord,
  WriteContext,
} from "@gp2gp/core";
import { agentNames, entrySections, pointerOf } from "@gp2gp/core";
import type { ClientIds } from "../client-ids.ts";
import { tppSystems } from "../client-ids.ts";
import { formatId } from "../native-data.ts";
import { issue } from "../tpp-client-xml-issues.ts";
import type { IssueCode } from "../tpp-client-xml-issues.ts";
import type { TppClientXmlOptions } from "../tpp-client-xml-options.ts";
import type { Version } from "../wire/field.ts";

export const recordPart = "record.xml";

/** An entry and where it stands. */
export interface Placed<Section extends EntrySection = EntrySection> {
  readonly section: Section;
  readonly index: number;
  readonly entry: EntryOf<Section>;
}

/** One record while it is written: what is known of it, and what is reported of the writing. */
export class ClientWriting {
  readonly record: PatientRecord;
  readonly context: WriteContext;
  readonly options: TppClientXmlOptions;
  readonly version: Version;
  readonly ids: ClientIds;
  readonly part = recordPart;
  /** The referrals that consultations are linked to, by the id of the consultation. */
  readonly referralUids = new Map<string, string>();
  readonly issues: Issue[] = [];
  readonly losses: Loss[] = [];
  readonly #userNames = new Map<string, string>();
  readonly byId = new Map<string, Placed>();
  /** Agents that are named, by their user name or as a place, where they are referred to. */
  readonly named = new Set<string>();
  /** The names people know agents by, of those that are not withheld. */
  readonly nameOf: NameOf;
  readonly files: DocumentFiles;

  constructor(given: {
    readonly record: PatientRecord;
    readonly context: WriteContext;
    readonly options: TppClientXmlOptions;
    readonly version: Version;
    readonly ids: ClientIds;
    readonly files: DocumentFiles;
    readonly withheld: ReadonlySet<string>;
  }) {
    this.record = given.record;
    this.context = given.context;
    this.options = given.options;
    this.version = given.version;
    this.ids = given.ids;
    this.files = given.files;
    this.nameOf = agentNames({
      agents: given.record.agents.filter(({ id }) => !given.withheld.has(id)),
    });
    for (const section of entrySections)
      for (const [index, entry] of this.record[section].entries())
        if (!this.byId.has(entry.id)) this.byId.set(entry.id, { section, index, entry });
    this.#findUserNames();
  }

  /** The code system shown by preference, and the other one the format holds. */
  get codeTargets(): readonly [own: string, other: string] {
    return this.options.codeScheme === "ctv3" ? ["ctv3", "snomed"] : ["snomed", "ctv3"];
  }

  /** Whether the record came from this format. */
  get goesHome(): boolean {
    return this.record.extraction.format === formatId;
  }

  report(code: IssueCode, about: Parameters<typeof issue>[1] = {}): void {
    this.issues.push(issue(code, about));
  }

  /** The user name of an agent; undefined where it has none that is its alone. */
  userNameOf(agent: string | undefined): string | undefined {
    return agent === undefined ? undefined : this.#userNames.get(agent);
  }

  /** The name of a place whose id is made of its name. */
  placeNameOf(agent: string | undefined): string | undefined {
    const placed = agent === undefined ? undefined : this.byId.get(agent);
    if (placed?.section !== "agents") return undefined;
    const { id, kind, name } = placed.entry as EntryOf<"agents">;
    return kind === "place" && name !== undefined && id === this.ids.place(name) ? name : undefined;
  }

  /** Data that only another format understands is left behind, and said so once for each entry. */
  dropOtherSuppliers(
    holder: Pick<AnyEntry, "supplierData">,
    at: Pick<Loss, "record" | "section">,
  ): void {
    for (const format of Object.keys(holder.supplierData ?? {})) {
      if (format === formatId) continue;
      this.losses.push({
        type: "dropped",
        record: at.record + pointerOf("supplierData", format),
        section: at.section,
        reason: "other-supplier-data",
      });
    }
  }

  /** User names that mean one agent and no other. */
  #findUserNames(): void {
    const owners = new Map<string, string[]>();
    for (const agent of this.record.agents) {
      const name = agent.identifiers.find(({ system }) => system === tppSystems.user)?.value;
      if (name === undefined) continue;
      const owned = owners.get(name);
      if (owned) owned.push(agent.id);
      else owners.set(name, [agent.id]);
    }
    for (const [name, [first, ...others]] of owners)
      if (first !== undefined && others.length === 0) this.#userNames.set(first, name);
  }
}
