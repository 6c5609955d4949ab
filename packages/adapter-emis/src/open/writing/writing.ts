import { agentNames, pointerOf, withCarriedText } from "@gp2gp/core";
import type {
  AnyEntry,
  EntryId,
  EntrySection,
  Issue,
  Json,
  Loss,
  NameOf,
  PatientRecord,
  WriteContext,
} from "@gp2gp/core";
import { xmlSafe } from "@gp2gp/xml";
import { guidOfId, isGuidId } from "../../shared/guid.ts";
import { emisDataOf, formatId } from "../emis-data.ts";
import { issue } from "../emis-open-issues.ts";
import { carrierComponent } from "../wire/coded-item-types.ts";
import type { WireEvent } from "../wire/coded-item-types.ts";
import type { WireIdent } from "../wire/ident-types.ts";
import { patchedWire } from "../wire/wire-patch.ts";
import type { WireFields, WireOf } from "../wire/wire-spec.ts";
import { linesOf } from "./entry-work.ts";
import type { EntryWork } from "./entry-work.ts";
import { Idents } from "./idents.ts";
import { LocationTypeBook } from "./location-type-book.ts";
import { PolicyBook } from "./policy-book.ts";
import { RecordIndex } from "./record-index.ts";

export const partName = "medical-record.xml";

export interface WritingOptions {
  readonly context: WriteContext;
  /** While reading: the idents of the source, as the entries do not hold them yet. */
  readonly idents?: ReadonlyMap<EntryId, WireIdent>;
  /** While reading: told of each node before what only the source knew would be put back. */
  readonly recorder?: (
    id: EntryId,
    made: { readonly fields: WireFields; readonly wire: object },
  ) => void;
}

/** What the writing of one record remembers. */
export class Writing {
  readonly record: PatientRecord;
  readonly context: WriteContext;
  readonly index: RecordIndex;
  readonly idents: Idents;
  readonly locationTypes: LocationTypeBook;
  readonly policies: PolicyBook;
  readonly losses: Loss[] = [];
  /** Problems that stand in no consultation although the entry that names them does. */
  readonly problemsApart = new Set<EntryId>();
  readonly issues: Issue[] = [];
  /** Problems by the entry that names them; the first of several. */
  readonly problemsByName = new Map<EntryId, EntryWork<"problems">>();
  /** Links of problems by the entry they are to. */
  readonly problemLinks = new Map<EntryId, { problem: EntryWork<"problems">; at: number }[]>();
  readonly referralLinks = new Map<EntryId, EntryWork<"links">[]>();

  readonly #carriers = new Map<string, WireEvent>();
  readonly #marks = new Map<EntryWork["facts"], readonly string[]>();
  readonly #nameOf: NameOf;
  readonly #groups = new Set<string>();
  readonly #recorder: WritingOptions["recorder"];

  constructor(record: PatientRecord, { context, idents, recorder }: WritingOptions) {
    this.#recorder = recorder;
    this.#nameOf = agentNames(record);
    this.record = record;
    this.context = context;
    this.index = new RecordIndex(record);
    this.idents = new Idents(this.index, { context, ...(idents && { known: idents }) });
    this.locationTypes = new LocationTypeBook(context);
    this.policies = new PolicyBook(record);
    for (const observation of record.observations) {
      const group = emisDataOf(observation)?.group;
      if (group !== undefined) this.#groups.add(group);
    }
  }

  report(code: Parameters<typeof issue>[0], about: Pick<Issue, "record" | "detail"> = {}): void {
    this.issues.push(issue(code, about));
  }

  lose(
    work: EntryWork,
    loss: Omit<Loss, "record" | "section">,
    path: readonly (string | number)[] = [],
  ): void {
    const { pointer, section } = work;
    this.losses.push({ ...loss, record: `${pointer}${pointerOf(...path)}`, section });
  }

  /** GUID and file status; a reference number for entries that did not come from EMIS with their own. */
  head(work: EntryWork): Pick<WireIdent, "RefID" | "GUID" | "FileStatus"> {
    const { id } = work.entry as AnyEntry;
    if (isGuidId(id)) work.facts.take("id");
    else this.report("id-generated", { record: work.pointer });
    const own = emisDataOf(work.entry) !== undefined;
    const { GUID, RefID } = this.idents.of(id);
    return {
      ...(!own && RefID !== undefined && { RefID }),
      GUID: own ? guidOfId(id) : GUID,
      FileStatus: "0",
    };
  }

  /** Whether the record came from EMIS. */
  get goesHome(): boolean {
    return this.record.extraction.format === formatId;
  }

  /** A line the text of an entry has to say beside the facts it carries. */
  mark({ facts }: EntryWork, line: string): void {
    this.#marks.set(facts, [line]);
  }

  /** The text of an entry, with whatever nobody took at its end; undefined where there is none. */
  text(work: EntryWork, own: string | undefined, recordedAs?: EntrySection): string | undefined {
    const lines = [...this.lines(work), ...(this.#marks.get(work.facts) ?? [])];
    if (recordedAs !== undefined)
      this.lose(work, { type: "degraded", reason: "no-place", carriedAs: textLocation });
    const text = withCarriedText(
      own === undefined ? undefined : xmlSafe(own).text,
      lines,
      recordedAs,
    );
    return text === "" ? undefined : text;
  }

  /** Events that carry what entries without text cannot hold, in an order that does not hang on the record's. */
  get carriers(): readonly WireEvent[] {
    return [...this.#carriers.keys()].toSorted().flatMap((key) => this.#carriers.get(key) ?? []);
  }

  /** A number for a group of events that no group has. */
  nextGroup(): string {
    let number = 1;
    while (this.#groups.has(String(number))) number++;
    this.#groups.add(String(number));
    return String(number);
  }

  /** Puts what the element of an entry has no place for into an event of its own. */
  carryApart(work: EntryWork, key?: "id" | "names"): void {
    const event = this.carrier(work, key);
    const { id } = work.entry as AnyEntry;
    if (event) this.#carriers.set(`${work.section} ${id}`, event);
  }

  /** One line for each fact nobody took, each reported. */
  lines(work: EntryWork): string[] {
    return linesOf(work, this.#nameOf).map(({ path, line }) => {
      this.lose(work, { type: "degraded", reason: "no-place", carriedAs: textLocation }, path);
      return line.replaceAll(/[\uFFFE\uFFFF]/g, escaped);
    });
  }

  /** An event that carries what the element of an entry has no place for; undefined where there is nothing. */
  carrier(work: EntryWork, key: "id" | "names" = "id", always = false): WireEvent | undefined {
    const apart = this.problemsApart.has(work.entry.id) ? [apartLine] : [];
    const lines = [...apart, ...this.lines(work)];
    const entry = work.entry as AnyEntry & { readonly names?: EntryId };
    if (lines.length === 0 && !always) return undefined;
    const name =
      key === "names"
        ? `[Names: ${JSON.stringify(entry.names)}]`
        : `[Id: ${JSON.stringify(entry.id)}]`;
    const label = name.slice(0, name.indexOf(":"));
    return {
      GUID: guidOfId(this.context.newId(`${formatId}:carrier:${work.section}:${entry.id}`)),
      FileStatus: "0",
      DescriptiveText: withCarriedText(
        undefined,
        [name, ...lines.filter((line) => !line.startsWith(`${label}:`))],
        work.section,
      ),
      EventType: "0",
      TemplateComponentName: carrierComponent,
    };
  }

  /** The node with what only EMIS's own record of the entry says put back. */
  finish<Fields extends WireFields>(
    fields: Fields,
    wire: WireOf<Fields>,
    work: EntryWork,
  ): WireOf<Fields> {
    this.#recorder?.((work.entry as AnyEntry).id, { fields, wire });
    return this.patched(fields, wire, { patch: emisDataOf(work.entry)?.node, work });
  }

  patched<Fields extends WireFields>(
    fields: Fields,
    wire: WireOf<Fields>,
    { patch, work }: { patch: Json | undefined; work: EntryWork },
  ): WireOf<Fields> {
    const refused = (): void =>
      this.lose(work, { type: "dropped", reason: "invalid-in-target" }, ["supplierData", formatId]);
    return patchedWire(fields, wire, { patch, refused }) as WireOf<Fields>;
  }
}

/** Says that a problem stands in no consultation, though the entry that names it does. */
const apartLine = "[Consultation: false]";

const textLocation = { part: partName, as: "text" } as const;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
